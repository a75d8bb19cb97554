import { discounts } from '@kettle/db'
import { buildGamePage } from '@kettle/db/factories'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discounted, MAX_PRICE } from '../money.ts'
import { priceNow } from '../search/filters.ts'
import { giveMoney, makeCaller, makeGame, makeUser } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()
const key = () => crypto.randomUUID()
const anyTerms = { minimum: 1, maximum: Number.MAX_SAFE_INTEGER, step: 1 }

async function publisher() {
  const user = await makeUser(store.deps.db, { role: 'publisher' })
  return makeCaller(store.deps, { as: user })
}

describe('the highest price', () => {
  it('breaks no search, whatever the filter, the order and the discount', async () => {
    const { db, clock } = store.deps
    const game = await makeGame(db, { basePrice: MAX_PRICE, title: { en: 'Solid Gold', ru: 'Чистое золото' } })
    const startsAt = clock.now()
    await db.transaction((tx) =>
      tx.insert(discounts).values({ gameId: game.id, percent: 33, startsAt, endsAt: new Date(+startsAt + 3_600_000) }),
    )
    const other = await makeGame(db, { basePrice: MAX_PRICE - 1 })
    const api = await makeCaller(store.deps)
    for (const sort of ['price', '-price', 'discount', 'new'] as const)
      for (const maxPrice of [undefined, 0, 21_474_837, MAX_PRICE])
        for (const query of [undefined, 'solid gold']) {
          const input = { sort, limit: 1, ...(maxPrice !== undefined && { maxPrice }), ...(query && { query }) }
          const seen: string[] = []
          let cursor: string | null = null
          do {
            const page: Awaited<ReturnType<typeof api.search.games>> = await api.search.games({ ...input, cursor })
            seen.push(...page.items.map(({ id }) => id))
            cursor = page.nextCursor
          } while (cursor)
          const isIn = maxPrice === undefined || maxPrice === MAX_PRICE
          expect(seen.includes(game.id), JSON.stringify(input)).toBe(isIn)
          if (!query) expect(seen.includes(other.id), JSON.stringify(input)).toBe(isIn)
          expect(new Set(seen).size).toBe(seen.length)
        }
    expect((await api.search.game({ slug: game.slug })).price.amount).toBe(6_700_000_000)
  })

  it('can be bought and given back, and nothing above it can be asked', async () => {
    const { deps } = store
    const user = await makeUser(deps.db)
    const api = await makeCaller(deps, { as: user })
    deps.payments.terms = anyTerms
    const game = await makeGame(deps.db, { basePrice: MAX_PRICE })
    const bought = await api.payments.buy({ gameId: game.id, method: 'card', idempotencyKey: key() })
    expect(bought).toMatchObject({ status: 'redirect' })
    expect(deps.payments.opened.at(-1)?.amount).toBe(MAX_PRICE)
    const seller = await publisher()
    const page = { ...buildGamePage({ basePrice: MAX_PRICE + 1 }), platforms: ['any' as const] }
    expect(await reasonOf(seller.storage.saveGame(page))).toBe('INVALID_INPUT')
  })
})

it('is discounted by the database and by the program alike, for any price and percent', async () => {
  const cases = fc.sample(
    fc.record({ price: fc.integer({ min: 0, max: MAX_PRICE }), percent: fc.integer({ min: 0, max: 100 }) }),
    2_000,
  )
  cases.push({ price: 1, percent: 50 }, { price: 333, percent: 50 }, { price: MAX_PRICE, percent: 1 })
  const rows = await store.deps.db.execute<{ price: string }>(sql`
    select ${priceNow} as price from json_to_recordset(${JSON.stringify(cases)}::json) as c(price bigint, percent int)
      cross join lateral (select c.price as base_price) g cross join lateral (select c.percent as percent) offer`)
  const byProgram = cases.map(({ price, percent }) => discounted(price, percent))
  expect([...rows].map(({ price }) => Number(price))).toEqual(byProgram)
  for (const [at, { price, percent }] of cases.entries()) {
    const exact = (BigInt(price) * BigInt(100 - percent) * 2n + 100n) / 200n
    expect(byProgram[at]).toBe(Number(exact))
  }
})

describe('amounts of a currency', () => {
  it('are told by the rules: roubles are not cents of a dollar', async () => {
    store.deps.payments.terms = { minimum: 50, maximum: 99_999_999, step: 1 }
    const api = await makeCaller({ ...store.deps, settings: { ...store.deps.settings, currency: 'RUB' } })
    expect(await api.payments.rules()).toMatchObject({
      ...{ currency: 'RUB', minorDigits: 2, cardMinimum: 50, priceFilters: [50_000, 100_000, 200_000, 400_000] },
      topUp: { min: 10_000, max: 5_000_000, presets: [50_000, 100_000, 250_000, 500_000], step: 1 },
    })
    const { facets } = await api.search.games()
    expect(facets.prices.map(({ maxPrice }) => maxPrice)).toEqual([0, 50_000, 100_000, 200_000, 400_000])
  })

  it('let a wallet be topped up for a dear game in roubles, and refuse what is out of bounds by name', async () => {
    store.deps.payments.terms = { minimum: 50, maximum: 99_999_999, step: 1 }
    const deps = { ...store.deps, settings: { ...store.deps.settings, currency: 'RUB' } }
    const api = await makeCaller(deps, { as: await makeUser(deps.db) })
    const ask = (amount: number) => api.payments.topUp({ amount, idempotencyKey: key() })
    expect(await ask(199_900)).toMatchObject({ status: 'redirect' })
    for (const [amount, word] of [
      [9_999, 'AMOUNT_TOO_SMALL'],
      [5_000_001, 'AMOUNT_TOO_LARGE'],
    ] as const)
      await expect(ask(amount)).rejects.toMatchObject({ cause: { reason: 'INVALID_INPUT', fields: { amount: word } } })
    deps.payments.terms = { minimum: 50, maximum: 99_999_990, step: 10 }
    await expect(ask(10_001)).rejects.toMatchObject({ cause: { fields: { amount: 'AMOUNT_NOT_PAYABLE' } } })
    deps.payments.terms = { minimum: 50, maximum: 200_000, step: 1 }
    expect((await api.payments.rules()).topUp).toMatchObject({ max: 200_000, presets: [50_000, 100_000] })
  })
})

describe('what a card can not pay', () => {
  it.each([
    ['below the least', 49, { minimum: 50, maximum: 1_000, step: 1 }],
    ['above the most', 1_001, { minimum: 50, maximum: 1_000, step: 1 }],
    ['finer than the provider can write', 55, { minimum: 50, maximum: 1_000, step: 10 }],
  ])('is refused before any order is made and can be paid from the wallet: %s', async (_, basePrice, terms) => {
    const { deps } = store
    const user = await makeUser(deps.db)
    deps.payments.terms = anyTerms
    await giveMoney(deps, user, 2_000)
    deps.payments.terms = terms
    const api = await makeCaller(deps, { as: user })
    const game = await makeGame(deps.db, { basePrice })
    const before = deps.payments.opened.length
    expect(await reasonOf(api.payments.buy({ gameId: game.id, method: 'card', idempotencyKey: key() }))).toBe(
      'CARD_NOT_POSSIBLE',
    )
    expect(deps.payments.opened.length).toBe(before)
    expect((await api.payments.history()).items).toHaveLength(1)
    expect(await api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() })).toMatchObject({
      status: 'owned',
    })
  })
})
