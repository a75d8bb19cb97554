import { beforeAll, expect, it } from 'vitest'
import { makeCaller, makeGame } from '../testing/index.ts'
import { useStore } from '../testing/use-database.ts'

const store = useStore()

beforeAll(async () => {
  for (const [slug, title] of [
    ['tram', 'Night Tram'],
    ['trams', 'Tramway Dreams'],
    ['trap', 'Night Trap'],
  ] as const)
    await makeGame(store.deps.db, {
      slug,
      title: { en: title, ru: title },
      shortDescription: { en: `${title} at midnight`, ru: '' },
      description: { en: title, ru: '' },
    })
})

it('mends a slip and says so, and leaves it alone for who means it', async () => {
  const api = await makeCaller(store.deps)
  const mended = await api.search.games({ query: 'midnigth tram' })
  expect(mended.correctedQuery).toBe('midnight tram')
  const exact = await api.search.games({ query: 'midnigth', exact: true })
  expect(exact).toMatchObject({ items: [], total: 0 })
  expect(exact.correctedQuery).toBeUndefined()
  const known = await api.search.games({ query: 'midnight tram', exact: true })
  expect(known.items.map(({ slug }) => slug)).toContain('tram')
})

it('takes a wrong keyboard layout as it stands too', async () => {
  const api = await makeCaller(store.deps)
  expect((await api.search.games({ query: 'ьшвтшпре екфь' })).items[0]?.slug).toBe('tram')
  expect((await api.search.games({ query: 'ьшвтшпре екфь', exact: true })).items).toEqual([])
})

it('names the tags that were asked for, also where no game has them', async () => {
  const api = await makeCaller(store.deps, { locale: 'ru' })
  const { facets } = await api.search.games({ query: 'midnight tram', tags: ['Open World', 'no-such-tag'] })
  expect(facets.tags).toEqual([
    { value: 'open-world', name: 'Открытый мир', count: 0 },
    { value: 'no-such-tag', name: 'No such tag', count: 0 },
  ])
})
