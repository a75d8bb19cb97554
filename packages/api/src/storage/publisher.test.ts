import { discounts } from '@kettle/db'
import { buildGamePage } from '@kettle/db/factories'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { giveBuild, giveMoney, makeCaller, makeGame, makeUser } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()
const key = () => crypto.randomUUID()
const inHours = (hours: number) => new Date(store.deps.clock.now().getTime() + hours * 3_600_000).toISOString()

async function publisher() {
  const user = await makeUser(store.deps.db, { role: 'publisher' })
  const api = await makeCaller(store.deps, { as: user })
  const game = await makeGame(store.deps.db, { ownerId: user.id, basePrice: 1000 })
  return { user, api, gameId: game.id, game }
}

const text = (words: string) => ({ en: words, ru: words })

describe('a publisher’s game', () => {
  it('comes as it is edited, and what was not sent stays as it was', async () => {
    const { api, gameId, game } = await publisher()
    const { revision, ...known } = await api.storage.game({ gameId })
    expect(known).toMatchObject({ slug: game.slug, title: game.title, published: true })
    const languages = { interface: ['ru', 'pt-BR'], audio: [], subtitles: ['en'] }
    const requirements = { minimum: { memory: '4 ГБ' } }
    const title = text('New name')
    const saved = await api.storage.saveGame({ id: gameId, revision, title, languages, ageMark: 12, requirements })
    await api.storage.saveGame({ id: gameId, revision: saved.revision, basePrice: 1500 })
    const after = await api.storage.game({ gameId })
    expect(after).toMatchObject({ title, basePrice: 1500, languages, ageMark: 12, requirements })
    for (const inner of ['ownerId', 'columnRevisions']) expect(after).not.toHaveProperty(inner)
  })

  it.each([
    ['languages', { languages: { interface: ['<script>'], audio: [], subtitles: [] } }],
    ['age mark', { ageMark: 7 }],
    ['requirements', { requirements: { minimum: { memory: 'x'.repeat(1000) } } }],
  ])('takes no nonsense as its %s', async (_what, change) => {
    const { api, gameId } = await publisher()
    const input = { id: gameId, revision: 1 }
    expect(await reasonOf(api.storage.saveGame({ ...input, ...change } as typeof input))).toBe('INVALID_INPUT')
  })

  it('says what is missing before it is for sale, and nothing when all is there', async () => {
    const { api } = await publisher()
    const page = { ...buildGamePage({ published: false, releaseDate: '2199-12-31' }), platforms: ['any' as const] }
    const { id, revision } = await api.storage.saveGame(page)
    const missing = async () => (await api.storage.game({ gameId: id })).missingForSale
    expect(await missing()).toEqual(['published', 'released', 'startingBuild'])
    await api.storage.saveGame({ id, revision, published: true, releaseDate: '2026-01-01' })
    expect(await missing()).toEqual(['startingBuild'])
    await giveBuild(store.deps.db, id)
    expect(await missing()).toEqual([])
    expect((await api.search.game({ slug: page.slug })).forSale).toBe(true)
  })

  it('is nobody else’s', async () => {
    const { gameId } = await publisher()
    const other = await publisher()
    const player = await makeCaller(store.deps, { as: await makeUser(store.deps.db) })
    const nobody = await makeCaller(store.deps)
    const sale = { gameId, percent: 50, endsAt: inHours(5) }
    for (const [api, reason] of [
      [other.api, 'NOT_FOUND'],
      [player, 'FORBIDDEN'],
      [nobody, 'NOT_SIGNED_IN'],
    ] as const) {
      expect(await reasonOf(api.storage.game({ gameId }))).toBe(reason)
      expect(await reasonOf(api.storage.sales({ gameId }))).toBe(reason)
      expect(await reasonOf(api.storage.addDiscount(sale))).toBe(reason)
    }
    expect((await other.api.storage.games()).map((game) => game.id)).toEqual([other.gameId])
  })
})

describe('discounts', () => {
  it('run from now or later, are seen in the store, and end when they are ended', async () => {
    const { api, gameId, game } = await publisher()
    const price = async () => (await api.search.game({ slug: game.slug })).price.amount
    const { id } = await api.storage.addDiscount({ gameId, percent: 25, endsAt: inHours(2) })
    const later = await api.storage.addDiscount({ gameId, percent: 50, startsAt: inHours(3), endsAt: inHours(4) })
    expect(await price()).toBe(750)
    expect((await api.storage.game({ gameId })).discounts.map((discount) => discount.percent)).toEqual([25, 50])
    store.deps.clock.pass({ minutes: 1 })
    await api.storage.endDiscount({ id })
    await api.storage.endDiscount({ id: later.id })
    expect(await price()).toBe(1000)
    expect(await store.deps.db.select().from(discounts).where(eq(discounts.gameId, gameId))).toHaveLength(1)
  })

  it('never overlap, also when ten come at once', async () => {
    const { api, gameId } = await publisher()
    const calls = Array.from({ length: 10 }, () => api.storage.addDiscount({ gameId, percent: 10, endsAt: inHours(2) }))
    const results = await Promise.allSettled(calls)
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    const inside = { gameId, percent: 90, startsAt: inHours(1), endsAt: inHours(3) }
    expect(await reasonOf(api.storage.addDiscount(inside))).toBe('DISCOUNT_OVERLAPS')
    expect((await api.storage.addDiscount({ ...inside, startsAt: inHours(2) })).id).toBeTruthy()
  })

  it.each([
    ['0 %', { percent: 0 }],
    ['101 %', { percent: 101 }],
    ['half a percent', { percent: 0.5 }],
    ['an end in the past', { endsAt: '2020-01-01T00:00:00Z' }],
    ['an end before its start', { startsAt: '2999-01-02T00:00:00Z', endsAt: '2999-01-01T00:00:00Z' }],
    ['no date', { endsAt: 'tomorrow' }],
  ])('are not for %s', async (_what, change) => {
    const { api, gameId } = await publisher()
    const input = { gameId, percent: 20, endsAt: inHours(1), ...change }
    expect(await reasonOf(api.storage.addDiscount(input))).toBe('INVALID_INPUT')
  })

  it('of others can’t be ended', async () => {
    const { api, gameId } = await publisher()
    const other = await publisher()
    const { id } = await api.storage.addDiscount({ gameId, percent: 20, endsAt: inHours(1) })
    expect(await reasonOf(other.api.storage.endDiscount({ id }))).toBe('NOT_FOUND')
    expect(await reasonOf(other.api.storage.endDiscount({ id: key() }))).toBe('NOT_FOUND')
  })
})

describe('sales', () => {
  it('count what stands and what was given back, by day', async () => {
    const { api, gameId } = await publisher()
    const buyers = await Promise.all(
      [0, 1, 2].map(async () => {
        const user = await makeUser(store.deps.db)
        await giveMoney(store.deps, user, 2000)
        return makeCaller(store.deps, { as: user })
      }),
    )
    const buy = { gameId, method: 'wallet' as const }
    await buyers[0]?.payments.buy({ ...buy, idempotencyKey: key() })
    store.deps.clock.pass({ days: 1 })
    await buyers[1]?.payments.buy({ ...buy, idempotencyKey: key() })
    await buyers[2]?.payments.buy({ ...buy, idempotencyKey: key() })
    await buyers[2]?.payments.refund({ gameId })
    const { days, ...totals } = await api.storage.sales({ gameId })
    expect(totals).toEqual({ sold: 2, refunded: 1, revenue: { amount: 2000, currency: 'USD' } })
    expect(days).toHaveLength(30)
    expect(days.slice(-2).map((day) => [day.sold, day.revenue])).toEqual([
      [1, 1000],
      [1, 1000],
    ])
  })
})
