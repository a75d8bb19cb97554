import { games } from '@kettle/db'
import { buildGamePage } from '@kettle/db/factories'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { makeCaller, makeUser } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()
const english = (words: string) => ({ en: words, ru: '' })
const page = (overrides = {}) => ({ ...buildGamePage(), platforms: ['any' as const], ...overrides })

async function publisher(overrides = {}) {
  const user = await makeUser(store.deps.db, { role: 'publisher' })
  const api = await makeCaller(store.deps, { as: user })
  const { id, revision } = await api.storage.saveGame(page(overrides))
  return { user, api, id, revision, game: () => api.storage.game({ gameId: id }) }
}

/** What a refused call says of each field. */
async function fieldsOf(call: Promise<unknown>): Promise<Record<string, string> | undefined> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  const { cause } = error as { cause?: { fields?: Record<string, string>; issues?: unknown[] } }
  return cause?.fields
}

describe('a change of a game', () => {
  it('touches nothing that it doesn’t name, whatever happened to the rest meanwhile', async () => {
    const { api, id, revision, game } = await publisher({ ageMark: 6 })
    await api.storage.saveGame({ id, revision, published: false, title: english('Renamed'), ageMark: 18 })
    const saved = await api.storage.saveGame({ id, revision, basePrice: 700 })
    expect(await game()).toMatchObject({
      ...{ published: false, title: english('Renamed'), ageMark: 18, basePrice: 700, revision: saved.revision },
    })
  })

  it.each([
    ['title', { title: english('Mine') }, { title: english('Theirs') }],
    ['basePrice', { basePrice: 1 }, { basePrice: 2 }],
    ['published', { published: true }, { published: false }],
    ['tags', { tags: ['mine'] }, { tags: ['theirs'] }],
    ['requirements', { requirements: { minimum: { memory: '1' } } }, { requirements: { minimum: { memory: '2' } } }],
    ['slug', { slug: 'mine' }, { slug: 'theirs' }],
  ])(
    'of the %s is refused when somebody else changed it since, and taken on what they wrote',
    async (field, mine, theirs) => {
      const { api, id, revision, game } = await publisher({ published: field === 'published' })
      const other = await api.storage.saveGame({ id, revision, ...theirs })
      // Brought by the other one already: `published` has but two values, so mine is put in its way once more.
      const stale = field === 'published' ? { id, revision, published: true } : { id, revision, ...mine }
      expect(await reasonOf(api.storage.saveGame(stale))).toBe('GAME_CHANGED')
      expect(await fieldsOf(api.storage.saveGame(stale))).toEqual({ [field]: 'CHANGED_MEANWHILE' })
      expect(await game()).toMatchObject(theirs)
      expect((await api.storage.saveGame({ id, revision, ...theirs })).revision).toBe(other.revision)
      await api.storage.saveGame({ ...stale, revision: other.revision })
      expect(await game()).toMatchObject(mine)
    },
  )

  it('of ten at once that differ is one', async () => {
    const { api, id, revision } = await publisher()
    const calls = Array.from({ length: 10 }, (_, at) => api.storage.saveGame({ id, revision, basePrice: at + 1 }))
    const results = await Promise.allSettled(calls)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('sees what was written past it, as an import or a picture does', async () => {
    const { api, id, revision } = await publisher()
    await store.deps.db.transaction((tx) => tx.update(games).set({ basePrice: 5 }).where(eq(games.id, id)))
    expect(await reasonOf(api.storage.saveGame({ id, revision, basePrice: 6 }))).toBe('GAME_CHANGED')
  })

  it('orders screenshots, all of them or none', async () => {
    const { api, id, game } = await publisher()
    const names = ['a.webp', 'b.webp', 'c.webp']
    await store.deps.db.transaction((tx) => tx.update(games).set({ screenshots: names }).where(eq(games.id, id)))
    const { revision, screenshots } = await game()
    const order = screenshots.toReversed()
    for (const wrong of [order.slice(1), [...order, 'd.webp'], [order[0], order[0], order[1]] as string[], []])
      expect(await reasonOf(api.storage.saveGame({ id, revision, screenshots: wrong }))).toBe('GAME_CHANGED')
    await api.storage.saveGame({ id, revision, screenshots: order })
    expect((await game()).screenshots).toEqual(order)
  })

  it('makes no game free while a discount runs or is planned', async () => {
    const { api, id, revision } = await publisher()
    const endsAt = new Date(store.deps.clock.now().getTime() + 3_600_000).toISOString()
    const discount = await api.storage.addDiscount({ gameId: id, percent: 10, endsAt })
    const free = { id, revision, basePrice: 0 }
    expect(await fieldsOf(api.storage.saveGame(free))).toEqual({ basePrice: 'FREE_WITH_DISCOUNTS' })
    const [discounted, freed] = await Promise.allSettled([
      api.storage.endDiscount(discount),
      api.storage.saveGame(free),
    ])
    expect(discounted.status).toBe('fulfilled')
    if (freed.status === 'rejected') await api.storage.saveGame(free)
  })

  it('says of each field what is wrong, of a new game too', async () => {
    const { api, id, revision } = await publisher()
    const codes = async (input: object) => {
      const error: unknown = await api.storage.saveGame(input as never).catch((thrown: unknown) => thrown)
      return (await import('../errors.ts')).asDomainError(error as never)?.fields
    }
    expect(await codes({ id, revision, title: english('\u200b'), basePrice: -1 })).toEqual({
      ...{ 'title.en': 'TITLE_HAS_HIDDEN_CHARACTERS', basePrice: 'AMOUNT_INVALID' },
    })
    expect(await codes({ ...page({ slug: 'A B', title: { en: '', ru: ' ' } }) })).toEqual({
      ...{ slug: 'SLUG_INVALID', title: 'TITLE_REQUIRED' },
    })
  })
})

describe('a game in one language', () => {
  it.each(['en', 'ru'] as const)('(%s) is shown, found and changed in the other', async (language) => {
    const only = (words: string) => ({ en: '', ru: '', [language]: words })
    const title = language === 'en' ? 'Lighthouse Onlyman' : 'Маяк Одиночка'
    const { api, id, revision, game } = await publisher({
      ...{ title: { [language]: title }, shortDescription: only('Short'), description: only('Long') },
    })
    const { slug } = await game()
    for (const locale of ['en', 'ru'] as const) {
      const guest = await makeCaller(store.deps, { locale })
      expect(await guest.search.game({ slug })).toMatchObject({ title, shortDescription: 'Short', description: 'Long' })
      expect((await guest.search.games({ query: title })).items[0]).toMatchObject({ slug, title })
      expect((await guest.search.suggest({ prefix: title.slice(0, 8) })).games).toMatchObject([{ slug, title }])
    }
    await api.storage.saveGame({ id, revision, basePrice: 7 })
    expect(await game()).toMatchObject({ title: only(title), basePrice: 7 })
  })
})

describe('an address', () => {
  it('that a game had leads to it for ever, and is taken for all others', async () => {
    const { api, id, revision } = await publisher({ slug: 'first-name' })
    const guest = await makeCaller(store.deps)
    const second = await api.storage.saveGame({ id, revision, slug: 'second-name' })
    const third = await api.storage.saveGame({ id, revision: second.revision, slug: 'third-name' })
    for (const slug of ['first-name', 'second-name', 'third-name'])
      expect(await guest.search.game({ slug })).toMatchObject({ id, slug: 'third-name' })
    const other = await publisher()
    expect(await reasonOf(other.api.storage.saveGame(page({ slug: 'first-name' })))).toBe('SLUG_TAKEN')
    const steal = { id: other.id, revision: other.revision, slug: 'second-name' }
    expect(await reasonOf(other.api.storage.saveGame(steal))).toBe('SLUG_TAKEN')
    await api.storage.saveGame({ id, revision: third.revision, slug: 'first-name' })
    expect(await guest.search.game({ slug: 'third-name' })).toMatchObject({ id, slug: 'first-name' })
  })

  it.each(['.', '..', 'a/b', '-a', '%2e%2e'])('is not %s', async (slug) => {
    const { api } = await publisher()
    expect(await reasonOf(api.storage.saveGame(page({ slug })))).toBe('INVALID_INPUT')
  })
})

it.each(['title', 'developer', 'publisher', 'tags', 'genres'])('shows nothing hidden in its %s', async (field) => {
  const { api, id, revision } = await publisher()
  for (const words of ['\u200b', 'A\u202eB', '\u2800', '\u0301\u0301\u0301\u0301\u0301\u0301']) {
    const value = field === 'title' ? english(words) : field === 'tags' || field === 'genres' ? [words] : words
    expect(await reasonOf(api.storage.saveGame({ id, revision, [field]: value }))).toBe('INVALID_INPUT')
  }
})
