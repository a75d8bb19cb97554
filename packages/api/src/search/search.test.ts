import { discounts, games } from '@kettle/db'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeCaller, makeGame, makeUser } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()
const ids: Record<string, string> = {}

beforeAll(async () => {
  const add = async (slug: string, fields: Parameters<typeof makeGame>[1]) => {
    ids[slug] = (await makeGame(store.deps.db, { slug, ...fields })).id
  }
  const texts = (title: [string, string], short: [string, string]) => ({
    title: { en: title[0], ru: title[1] },
    shortDescription: { en: short[0], ru: short[1] },
    description: { en: short[0], ru: short[1] },
  })
  await add('witcher', {
    ...texts(
      ['Sorceress', 'Ведьма'],
      ['Brew potions in a forest full of wolves', 'Варите зелья в лесу, полном волков'],
    ),
    ...{ tags: ['rpg', 'story'], basePrice: 2000, releaseDate: '2026-03-01', platforms: ['windows'] },
  })
  await add('hedgehog', {
    ...texts(
      ['Hedgehog Ёжик', 'Ёжик в тумане'],
      ['A hedgehog walks through fog', 'Ёжик идёт сквозь туман и встречает лошадь'],
    ),
    ...{ tags: ['cozy', 'story'], basePrice: 500, releaseDate: '2026-06-01', platforms: ['any'] },
  })
  await add('racing', {
    ...texts(
      ['Café Racer', 'Кафе-рейсер'],
      ['Race motorcycles between coffee shops', 'Гонки на мотоциклах между кофейнями'],
    ),
    ...{ tags: ['racing'], basePrice: 1000, releaseDate: '2026-09-01', platforms: ['linux'] },
  })
  await add('draft', { ...texts(['Hedgehog Draft', 'Черновик'], ['x', 'x']), publishedAt: null })
  const now = store.deps.clock.now()
  const endsAt = new Date(now.getTime() + 3600_000)
  await store.deps.db.transaction((tx) =>
    tx.insert(discounts).values([
      { gameId: ids.racing ?? '', percent: 20, startsAt: now, endsAt },
      { gameId: ids.racing ?? '', percent: 60, startsAt: now, endsAt },
      { gameId: ids.witcher ?? '', percent: 90, startsAt: new Date(now.getTime() - 5000), endsAt: now },
    ]),
  )
})

const slugs = (found: { items: { slug: string }[] }) => found.items.map((item) => item.slug)

describe('search.games', () => {
  it.each([
    ['hedgehog fog', ['hedgehog']],
    ['ежики в туманах', ['hedgehog']],
    ['ЁЖИК', ['hedgehog']],
    ['варить зелье', ['witcher']],
    ['potions wolves', ['witcher']],
    ['cafe', ['racing']],
    ['racing', ['racing']],
    ['motorcycle -coffee', []],
    ['wolves on a motorcycle', ['racing', 'witcher']],
    ['лошадь на ракете', ['hedgehog']],
    ['no such thing', []],
    ['', ['racing', 'hedgehog', 'witcher']],
  ])('finds by “%s”', async (query, expected) => {
    const api = await makeCaller(store.deps)
    const found = await api.search.games({ query, sort: query ? 'relevance' : 'new', limit: 24 })
    expect(slugs(found)).toEqual(expected)
    expect(found.total).toBe(expected.length)
  })

  it.each(["'", '" or 1=1', ':* & | !', '\\', '\u0000', '<script>', '😀', '((((', '%_%', '-'])(
    'takes %j without failing',
    async (query) => {
      const api = await makeCaller(store.deps)
      expect(slugs(await api.search.games({ query, limit: 24 }))).toEqual([])
    },
  )

  it('filters, with counts of what is left', async () => {
    const api = await makeCaller(store.deps)
    const story = await api.search.games({ tags: ['story'], sort: 'price', limit: 24 })
    expect(slugs(story)).toEqual(['hedgehog', 'witcher'])
    expect(story.facets.tags).toEqual([
      { value: 'story', count: 2 },
      { value: 'cozy', count: 1 },
      { value: 'rpg', count: 1 },
    ])
    expect(slugs(await api.search.games({ maxPrice: 500, sort: 'price', limit: 24 }))).toEqual(['racing', 'hedgehog'])
    expect(slugs(await api.search.games({ onSale: true, limit: 24 }))).toEqual(['racing'])
    expect(slugs(await api.search.games({ platform: 'linux', sort: 'new', limit: 24 }))).toEqual(['racing', 'hedgehog'])
  })

  it.each(['new', 'popular', 'price', '-price', 'rating', 'discount'] as const)(
    'pages by %s without losing or doubling',
    async (sort) => {
      const api = await makeCaller(store.deps)
      const whole = slugs(await api.search.games({ sort, limit: 24 }))
      const paged: string[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof api.search.games>> = await api.search.games({ sort, cursor, limit: 1 })
        paged.push(...slugs(page))
        cursor = page.nextCursor
      } while (cursor)
      expect(paged).toEqual(whole)
      expect(whole).toHaveLength(3)
    },
  )

  it('refuses a cursor that is not its own, and too much', async () => {
    const api = await makeCaller(store.deps)
    for (const cursor of [
      'x',
      Buffer.from('["1",2]').toString('base64url'),
      Buffer.from('["NaN","x"]').toString('base64url'),
    ])
      expect(await reasonOf(api.search.games({ cursor, limit: 24 }))).toBe('INVALID_INPUT')
    expect(await reasonOf(api.search.games({ limit: 101 }))).toBe('INVALID_INPUT')
    expect(await reasonOf(api.search.games({ query: 'x'.repeat(501), limit: 24 }))).toBe('INVALID_INPUT')
  })
})

describe('search.storefront', () => {
  it('shows rows of what is new, popular and discounted', async () => {
    const buyers = await Promise.all([makeUser(store.deps.db), makeUser(store.deps.db)])
    await store.deps.db.transaction((tx) => tx.update(games).set({ basePrice: 0 }).where(eq(games.slug, 'hedgehog')))
    for (const as of buyers) {
      const api = await makeCaller(store.deps, { as })
      await api.payments.buy({ gameId: ids.hedgehog ?? '', method: 'wallet', idempotencyKey: crypto.randomUUID() })
    }
    const front = await (await makeCaller(store.deps, { locale: 'ru' })).search.storefront()
    expect(front.new.map((game) => game.slug)).toEqual(['racing', 'hedgehog', 'witcher'])
    expect(front.popular.map((game) => game.title)).toEqual(['Ёжик в тумане'])
    expect(front.discounted).toMatchObject([
      { slug: 'racing', discountPercent: 60, price: { amount: 400, currency: 'USD' }, basePrice: { amount: 1000 } },
    ])
  })
})

describe('search.game', () => {
  it('shows a page, and whether it is owned', async () => {
    const as = await makeUser(store.deps.db)
    const api = await makeCaller(store.deps, { as })
    expect(await api.search.game({ slug: 'witcher' })).toMatchObject({
      title: 'Sorceress',
      owned: false,
      forSale: true,
      builds: [],
    })
    await api.payments.buy({ gameId: ids.hedgehog ?? '', method: 'wallet', idempotencyKey: crypto.randomUUID() })
    expect(await api.search.game({ slug: 'hedgehog' })).toMatchObject({ owned: true })
    expect(await (await makeCaller(store.deps)).search.game({ slug: 'hedgehog' })).toMatchObject({ owned: false })
  })

  it('hides drafts and what is not there', async () => {
    const api = await makeCaller(store.deps)
    for (const slug of ['draft', 'nothing', "'; drop table games; --"])
      expect(await reasonOf(api.search.game({ slug }))).toBe('NOT_FOUND')
  })
})
