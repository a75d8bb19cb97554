import { discounts, gameStats, games } from '@kettle/db'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeCaller, makeGame, makeGameWithoutBuild, makeUser } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()
const ids: Record<string, string> = {}
const HOUR_MS = 3600_000

const texts = (title: [string, string], short: [string, string]) => ({
  title: { en: title[0], ru: title[1] },
  shortDescription: { en: short[0], ru: short[1] },
  description: { en: short[0], ru: short[1] },
})

async function add(slug: string, fields: Parameters<typeof makeGame>[1]): Promise<void> {
  ids[slug] = (await makeGame(store.deps.db, { slug, ...fields })).id
}

beforeAll(async () => {
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
    ...{ tags: ['racing', 'open-world'], basePrice: 1000, releaseDate: '2026-09-01', platforms: ['linux'] },
  })
  // As most of a real catalogue: in English only.
  await add('starcraft', {
    title: { en: 'Starcraft III', ru: 'Starcraft III' },
    shortDescription: { en: 'Conquer planets with a fleet of spaceships', ru: '' },
    description: { en: 'Build bases on alien worlds and send robots to war against the swarm.', ru: '' },
    ...{ tags: ['strategy'], genres: ['action'], basePrice: 3000, releaseDate: null, platforms: ['windows'] },
  })
  await add('draft', { ...texts(['Hedgehog Draft', 'Черновик'], ['x', 'x']), publishedAt: null })
  const now = store.deps.clock.now()
  const endsAt = new Date(now.getTime() + HOUR_MS)
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
    ['hedgehog fog', 'hedgehog'],
    ['ежики в туманах', 'hedgehog'],
    ['ЁЖИК', 'hedgehog'],
    ['варить зелье', 'witcher'],
    ['potions wolves', 'witcher'],
    ['cafe', 'racing'],
    ['racing', 'racing'],
    // Not all of the words are anywhere.
    ['wolves on a broomstick', 'witcher'],
    ['лошадь на ракете', 'hedgehog'],
    // In Russian about a game that speaks English only.
    ['звездолёты и война с пришельцами', 'starcraft'],
    ['роботы', 'starcraft'],
    // A tag by its Russian name.
    ['открытый мир', 'racing'],
    ['стратегия', 'starcraft'],
    // The other layout, both ways.
    ['`;br d nevfyt', 'hedgehog'],
    ['ыефкскфае', 'starcraft'],
    // The other alphabet, both ways.
    ['старкрафт', 'starcraft'],
    ['vedma', 'witcher'],
    ['yozhik v tumane', 'hedgehog'],
    // Slips, words written apart and together, numbers.
    ['hedgehgo', 'hedgehog'],
    ['hegdehog', 'hedgehog'],
    ['starcarft 3', 'starcraft'],
    ['star craft', 'starcraft'],
    ['caferacer', 'racing'],
    // Begun.
    ['hedge', 'hedgehog'],
  ])('finds by “%s”', async (query, expected) => {
    const api = await makeCaller(store.deps)
    const found = await api.search.games({ query, limit: 24 })
    expect(slugs(found)[0]).toBe(expected)
  })

  it('says what was meant', async () => {
    const api = await makeCaller(store.deps)
    const corrected = async (query: string) => (await api.search.games({ query, limit: 5 })).correctedQuery
    expect(await corrected('hedgehgo in the fog')).toBe('hedgehog in the fog')
    expect(await corrected('`;br d nevfyt')).toBe('ежик в тумане')
    expect(await corrected('hedgehog fog')).toBeUndefined()
  })

  it('answers each in their language, with names of tags', async () => {
    const ru = await makeCaller(store.deps, { locale: 'ru' })
    const [racing] = (await ru.search.games({ query: 'racing', limit: 1 })).items
    expect(racing).toMatchObject({ title: 'Кафе-рейсер', tags: ['Гонки', 'Открытый мир'] })
    const [starcraft] = (await ru.search.games({ query: 'starcraft', limit: 1 })).items
    expect(starcraft?.shortDescription).toBe('Conquer planets with a fleet of spaceships')
    const en = await makeCaller(store.deps, { locale: 'en' })
    expect((await en.search.games({ tags: ['Открытый мир'], limit: 5 })).items[0]?.tags).toEqual([
      'Racing',
      'Open World',
    ])
  })

  it('leaves out what was typed with a minus', async () => {
    const api = await makeCaller(store.deps)
    expect(slugs(await api.search.games({ query: 'motorcycle -coffee', limit: 5 }))).toEqual([])
    expect(slugs(await api.search.games({ query: 'motorcycle -wolves', limit: 5 }))).toEqual(['racing'])
  })

  it.each([
    ...[
      "'",
      '" or 1=1',
      ':* & | !',
      '\\',
      '\u0000',
      '<script>',
      '😀',
      '((((',
      '%_%',
      '-',
      "a' | 'b",
      '\ud800',
      'x\u0000y',
      '----',
    ],
    ...['a:*', "'''''", '{}"', '\\\\"}', '܀܁', '🎮 игра 🎮', '٣٤', '½ ²', '\u202e'],
  ])('takes %j without failing', async (query) => {
    const api = await makeCaller(store.deps)
    expect((await api.search.games({ query, limit: 24 })).total).toBeLessThanOrEqual(4)
    await api.search.suggest({ prefix: query })
    await api.search.games({ tags: [query], limit: 24 })
  })

  it('filters, with counts of what is left', async () => {
    const api = await makeCaller(store.deps)
    const story = await api.search.games({ tags: ['story'], sort: 'price', limit: 24 })
    expect(slugs(story)).toEqual(['hedgehog', 'witcher'])
    expect(story.facets.tags).toEqual([
      { value: 'story', name: 'Story', count: 2 },
      { value: 'cozy', name: 'Cozy', count: 1 },
      { value: 'rpg', name: 'RPG', count: 1 },
    ])
    expect(story.facets).toMatchObject({
      onSale: 0,
      platforms: [
        { value: 'any', count: 1 },
        { value: 'windows', count: 1 },
      ],
    })
    expect(story.facets.prices.map(({ count }) => count)).toEqual([0, 1, 1, 2, 2])
    expect(slugs(await api.search.games({ maxPrice: 500, sort: 'price', limit: 24 }))).toEqual(['racing', 'hedgehog'])
    expect(slugs(await api.search.games({ onSale: true, limit: 24 }))).toEqual(['racing'])
    expect(slugs(await api.search.games({ platform: 'linux', sort: 'new', limit: 24 }))).toEqual(['racing', 'hedgehog'])
    expect(slugs(await api.search.games({ query: 'alien worlds', tags: ['action'], limit: 24 }))).toEqual(['starcraft'])
    expect(slugs(await api.search.games({ query: 'alien worlds', maxPrice: 100, limit: 24 }))).toEqual([])
    expect(slugs(await api.search.games({ tags: ['no such tag'], limit: 24 }))).toEqual([])
  })

  it('counts the whole catalogue', async () => {
    const { total, hasMoreThanTotal, facets } = await (await makeCaller(store.deps)).search.games({ limit: 1 })
    expect({ total, hasMoreThanTotal }).toEqual({ total: 4, hasMoreThanTotal: false })
    expect(facets.tags[0]).toEqual({ value: 'story', name: 'Story', count: 2 })
    expect(facets.onSale).toBe(1)
  })

  it.each(['new', 'popular', 'price', '-price', 'rating', 'discount'] as const)(
    'pages by %s without losing or doubling, with a query and without',
    async (sort) => {
      const api = await makeCaller(store.deps)
      for (const query of [undefined, 'wolves fog coffee planets']) {
        const whole = slugs(await api.search.games({ query, sort, limit: 24 }))
        const paged: string[] = []
        let cursor: string | null = null
        do {
          const page: Awaited<ReturnType<typeof api.search.games>> = await api.search.games({
            query,
            sort,
            cursor,
            limit: 1,
          })
          paged.push(...slugs(page))
          cursor = page.nextCursor
        } while (cursor)
        expect(paged).toEqual(whole)
        expect(whole).toHaveLength(4)
      }
    },
  )

  it('sorts by what one pays now', async () => {
    const api = await makeCaller(store.deps)
    expect(slugs(await api.search.games({ sort: 'price', limit: 9 }))).toEqual([
      'racing',
      'hedgehog',
      'witcher',
      'starcraft',
    ])
    expect(slugs(await api.search.games({ sort: '-price', limit: 9 }))).toEqual([
      'starcraft',
      'witcher',
      'hedgehog',
      'racing',
    ])
    expect(slugs(await api.search.games({ sort: 'discount', limit: 9 }))[0]).toBe('racing')
    expect(slugs(await api.search.games({ sort: 'new', limit: 9 }))).toEqual([
      'racing',
      'hedgehog',
      'witcher',
      'starcraft',
    ])
  })

  it('sorts by rating, of which one thumb is less than a hundred', async () => {
    const { db } = store.deps
    const rate = (slug: string, reviewCount: number, reviewPositive: number) =>
      db.transaction((tx) =>
        tx
          .update(gameStats)
          .set({ reviewCount, reviewPositive })
          .where(eq(gameStats.gameId, ids[slug] ?? '')),
      )
    await rate('hedgehog', 1, 1)
    await rate('witcher', 100, 95)
    const api = await makeCaller(store.deps)
    const { items } = await api.search.games({ sort: 'rating', limit: 2 })
    expect(items.map(({ slug, rating }) => [slug, rating])).toEqual([
      ['witcher', 95],
      ['hedgehog', 100],
    ])
    await rate('hedgehog', 0, 0)
    await rate('witcher', 0, 0)
  })

  it('refuses a cursor that is not its own, and too much', async () => {
    const api = await makeCaller(store.deps)
    const id = '0199f000-0000-7000-8000-000000000001'
    const now = store.deps.clock.now().getTime()
    for (const parts of [
      ['1', 2],
      ['NaN', id, now],
      ['1', id],
      ['1', id, now + 1],
      ['1', id, now - 25 * HOUR_MS],
      ['x'.repeat(50), id, now],
    ])
      expect(
        await reasonOf(
          api.search.games({ cursor: Buffer.from(JSON.stringify(parts)).toString('base64url'), limit: 24 }),
        ),
      ).toBe('INVALID_INPUT')
    expect(await reasonOf(api.search.games({ cursor: 'x', limit: 24 }))).toBe('INVALID_INPUT')
    expect(await reasonOf(api.search.games({ limit: 101 }))).toBe('INVALID_INPUT')
    expect(await reasonOf(api.search.games({ query: 'x'.repeat(201), limit: 24 }))).toBe('INVALID_INPUT')
    expect(await reasonOf(api.search.games({ query: 'x'.repeat(1_000_000), limit: 24 }))).toBe('INVALID_INPUT')
    expect(await reasonOf(api.search.games({ tags: Array(11).fill('rpg'), limit: 24 }))).toBe('INVALID_INPUT')
    expect(await reasonOf(api.search.suggest({ prefix: 'x'.repeat(201) }))).toBe('INVALID_INPUT')
    // Of any sort a cursor of another one is no failure.
    const { nextCursor } = await api.search.games({ sort: '-price', limit: 1 })
    for (const sort of ['new', 'price', 'rating', 'popular', 'discount', 'relevance'] as const)
      await api.search.games({ sort, cursor: nextCursor, limit: 1 })
  })

  it('follows what is changed, withdrawn and deleted', async () => {
    const { db } = store.deps
    const game = await makeGameWithoutBuild(db, {
      ...texts(['Zeppelin', 'Дирижабль'], ['Airships of brass', 'Латунные дирижабли']),
    })
    const api = await makeCaller(store.deps)
    const find = async (query: string) => slugs(await api.search.games({ query, limit: 5 }))
    const set = (fields: Partial<typeof games.$inferInsert>) =>
      db.transaction((tx) => tx.update(games).set(fields).where(eq(games.id, game.id)))
    expect(await find('zepelin')).toEqual([game.slug])
    await set({ title: { en: 'Gondola', ru: 'Гондола' } })
    expect(await find('gondola')).toEqual([game.slug])
    expect(await find('zeppelin')).toEqual([])
    await set({ publishedAt: null })
    expect(await find('gondola')).toEqual([])
    await db.transaction((tx) => tx.delete(games).where(eq(games.id, game.id)))
    const left = await db.execute(sql`select term from search_terms where term = 'gondola' and games > 0`)
    expect([...left]).toEqual([])
  })

  it('saves games at once without waiting crosswise', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => makeGame(store.deps.db, { publishedAt: null })))
    expect(made).toHaveLength(12)
  })
})

describe('paging while things change', () => {
  const page = async (cursor: string | null) => {
    const api = await makeCaller(store.deps)
    return api.search.games({ sort: 'price', tags: ['paging'], cursor, limit: 2 })
  }

  it('neither loses nor doubles when games come and discounts end between pages', async () => {
    for (const [slug, basePrice] of [
      ['p1', 100],
      ['p2', 200],
      ['p3', 300],
      ['p4', 400],
    ] as const)
      await add(slug, { tags: ['paging'], basePrice })
    const now = store.deps.clock.now()
    await store.deps.db.transaction((tx) =>
      tx
        .insert(discounts)
        .values({ gameId: ids.p4 ?? '', percent: 90, startsAt: now, endsAt: new Date(now.getTime() + 1000) }),
    )
    const first = await page(null)
    expect(slugs(first)).toEqual(['p4', 'p1'])
    store.deps.clock.pass({ seconds: 2 })
    await add('p0', { tags: ['paging'], basePrice: 50 })
    const second = await page(first.nextCursor)
    expect(slugs(second)).toEqual(['p2', 'p3'])
    // What is shown is what one would pay now.
    expect((await page(null)).items.map(({ price }) => price.amount)).toEqual([50, 100])
  })
})

describe('search.suggest', () => {
  it.each([
    ['hedg', 'hedgehog'],
    ['h', 'hedgehog'],
    ['ёж', 'hedgehog'],
    ['ежик в ту', 'hedgehog'],
    ['racer', 'racing'],
    ['craft', undefined],
    ['', undefined],
  ])('begins a title by “%s”', async (prefix, slug) => {
    const api = await makeCaller(store.deps)
    expect((await api.search.suggest({ prefix })).games[0]?.slug).toBe(slug)
  })

  it('begins tags in either language, and says what was meant', async () => {
    const ru = await makeCaller(store.deps, { locale: 'ru' })
    expect((await ru.search.suggest({ prefix: 'откр' })).tags).toEqual([{ value: 'open-world', name: 'Открытый мир' }])
    expect((await ru.search.suggest({ prefix: 'open w' })).tags[0]).toEqual({
      value: 'open-world',
      name: 'Открытый мир',
    })
    expect(await ru.search.suggest({ prefix: 'hedgehgo' })).toMatchObject({
      games: [{ slug: 'hedgehog', title: 'Ёжик в тумане' }],
      correctedQuery: 'hedgehog',
    })
  })
})

describe('search.game', () => {
  it('shows a page, and whether it is owned', async () => {
    const as = await makeUser(store.deps.db)
    const api = await makeCaller(store.deps, { as })
    expect(await api.search.game({ slug: 'witcher' })).toMatchObject({
      ...{
        title: 'Sorceress',
        owned: false,
        forSale: true,
        builds: [{ platform: 'any' }],
        screenshots: [],
        ageMark: null,
        requirements: null,
      },
      ...{ reviewCount: 0, labels: [{ value: 'rpg', name: 'RPG', kind: 'tag' }, { value: 'story' }] },
    })
    await store.deps.db.transaction((tx) => tx.update(games).set({ basePrice: 0 }).where(eq(games.slug, 'hedgehog')))
    await api.payments.buy({ gameId: ids.hedgehog ?? '', method: 'wallet', idempotencyKey: crypto.randomUUID() })
    expect(await api.search.game({ slug: 'hedgehog' })).toMatchObject({ owned: true })
    expect(await (await makeCaller(store.deps)).search.game({ slug: 'hedgehog' })).toMatchObject({ owned: false })
  })

  it('hides drafts and what is not there', async () => {
    const api = await makeCaller(store.deps)
    for (const slug of ['draft', 'nothing', "'; drop table games; --", '\u0000', 'witcher\u0000', '\ud800'])
      expect(await reasonOf(api.search.game({ slug }))).toBe('NOT_FOUND')
  })
})
