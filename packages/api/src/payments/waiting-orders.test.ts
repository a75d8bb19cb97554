import { games, orders, storeSettings } from '@kettle/db'
import { buildOrder } from '@kettle/db/factories'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { giveMoney, makeCaller, makeGame, makeUser } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'
import { settleOrder } from './settle-order.ts'
import { CurrencyChangedError, keepCurrency } from './store-currency.ts'

const store = useStore()
const key = () => crypto.randomUUID()

async function player(money = 0) {
  const user = await makeUser(store.deps.db)
  if (money > 0) await giveMoney(store.deps, user, money)
  return { user, api: await makeCaller(store.deps, { as: user }) }
}
type Api = Awaited<ReturnType<typeof player>>['api']
const order = async (api: Api, gameId: string) =>
  (await api.payments.buy({ gameId, method: 'card', idempotencyKey: key() })).orderId
const told = (orderId: string, outcome: 'paid' | 'declined') =>
  settleOrder(store.deps, 'test', { type: 'payment', id: key(), orderId, outcome, amount: 1000, currency: 'USD' })
const waiting = async (api: Api) => (await api.payments.waiting()).items.map(({ id, status }) => [id, status])

describe('orders that wait', () => {
  it('are listed with their page, newest first, until they are paid or cancelled', async () => {
    const { api } = await player()
    const [one, two] = [await makeGame(store.deps.db), await makeGame(store.deps.db)]
    const [first, second] = [await order(api, one.id), await order(api, two.id)]
    const { orderId: third } = await api.payments.topUp({ amount: 1000, idempotencyKey: key() })
    expect((await api.payments.waiting()).items).toMatchObject([
      { id: third, kind: 'topUp', status: 'pending', game: null },
      { id: second, status: 'pending', payUrl: `https://pay.test/${second}`, game: { slug: two.slug } },
      { id: first, game: { slug: one.slug } },
    ])
    await told(second, 'paid')
    const answers = await Promise.all([1, 2, 3].map(() => api.payments.cancel({ id: first })))
    expect(answers).toEqual([{ status: 'expired' }, { status: 'expired' }, { status: 'expired' }])
    expect(store.deps.payments.closed).toContain(first)
    expect(await waiting(api)).toEqual([[third, 'pending']])
    store.deps.clock.pass({ minutes: 31 })
    expect(await waiting(api)).toEqual([])
  })

  it('are paid after all when the payment was made before they are cancelled', async () => {
    const { api } = await player()
    const game = await makeGame(store.deps.db)
    const id = await order(api, game.id)
    store.deps.payments.paidUnheard.set(id, { amount: 1000, currency: 'USD' })
    expect(await api.payments.cancel({ id })).toEqual({ status: 'paid' })
    expect(await api.payments.cancel({ id })).toEqual({ status: 'paid' })
    expect(await api.library.list()).toHaveLength(1)
  })

  it('are shown as declined until they are dismissed, or ordered again', async () => {
    const { api } = await player()
    const [one, two] = [await makeGame(store.deps.db), await makeGame(store.deps.db)]
    const [first, second] = [await order(api, one.id), await order(api, two.id)]
    await told(first, 'declined')
    await told(second, 'declined')
    expect(await waiting(api)).toEqual([
      [second, 'failed'],
      [first, 'failed'],
    ])
    expect(await api.payments.cancel({ id: first })).toEqual({ status: 'failed' })
    const again = await order(api, two.id)
    expect(await waiting(api)).toEqual([[again, 'pending']])
  })

  it('are nobody else’s, and stay when the provider is away', async () => {
    const [{ api }, other] = [await player(), await player()]
    const id = await order(api, (await makeGame(store.deps.db)).id)
    expect(await waiting(other.api)).toEqual([])
    expect(await reasonOf(other.api.payments.cancel({ id }))).toBe('NOT_FOUND')
    const guest = await makeCaller(store.deps)
    expect(await reasonOf(guest.payments.waiting())).toBe('NOT_SIGNED_IN')
    expect(await reasonOf(guest.payments.cancel({ id }))).toBe('NOT_SIGNED_IN')
    store.deps.payments.away = true
    expect(await reasonOf(api.payments.cancel({ id }))).toBe('UNAVAILABLE')
    store.deps.payments.away = false
    expect(await waiting(api)).toEqual([[id, 'pending']])
  })
})

describe('a refund with a key', () => {
  it('answers as the first time, also at once, and buys nothing back that came after it', async () => {
    const { user, api } = await player(3000)
    const game = await makeGame(store.deps.db)
    const buy = () => api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() })
    const bought = await buy()
    expect(bought).toEqual({ status: 'owned', orderId: expect.any(String) })
    const idempotencyKey = key()
    const ask = () => api.payments.refund({ gameId: game.id, idempotencyKey })
    const answers = await Promise.all(Array.from({ length: 8 }, ask))
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ status: 'refunded', to: 'wallet' })]),
    )
    expect((await api.payments.wallet()).balance.amount).toBe(3000)
    expect(await reasonOf(api.payments.refund({ gameId: game.id, idempotencyKey: key() }))).toBe('NOT_OWNED')
    await buy()
    expect(await ask()).toEqual({ status: 'refunded', to: 'wallet' })
    expect(await api.library.list()).toHaveLength(1)
    const other = await makeGame(store.deps.db)
    expect(await reasonOf(api.payments.refund({ gameId: other.id, idempotencyKey }))).toBe('IDEMPOTENCY_KEY_REUSED')
    // Somebody else's key is another one.
    const neighbour = await player()
    expect(await reasonOf(neighbour.api.payments.refund({ gameId: game.id, idempotencyKey }))).toBe('NOT_OWNED')
    expect(user.id).not.toBe(neighbour.user.id)
  })
})

describe('the currency of a store', () => {
  it('is kept once there are prices or money, and can be chosen until then', async () => {
    const { db } = store.deps
    const kept = async () => (await db.select().from(storeSettings)).map(({ currency }) => currency)
    // A store from before the currency was written down.
    await expect(keepCurrency(db, 'JPY')).rejects.toThrow(CurrencyChangedError)
    await Promise.all([1, 2, 3].map(() => keepCurrency(db, 'USD')))
    expect(await kept()).toEqual(['USD'])
    await expect(keepCurrency(db, 'JPY')).rejects.toThrow(/in USD, but KETTLE_CURRENCY is JPY.*docs\/currency\.md/u)
    expect(await kept()).toEqual(['USD'])
  })
})

describe('an empty store', () => {
  const empty = useStore()
  it('changes its currency as long as nothing has a price', async () => {
    const { db } = empty.deps
    await keepCurrency(db, 'USD')
    await keepCurrency(db, 'JPY')
    const free = await makeGame(db, { basePrice: 0 })
    await keepCurrency(db, 'EUR')
    await db.transaction((tx) => tx.update(games).set({ basePrice: 5 }).where(eq(games.id, free.id)))
    await expect(keepCurrency(db, 'USD')).rejects.toThrow(CurrencyChangedError)
    await db.transaction((tx) => tx.update(games).set({ basePrice: 0 }).where(eq(games.id, free.id)))
    await keepCurrency(db, 'USD')
    const someone = await makeUser(db)
    await db.transaction((tx) => tx.insert(orders).values(buildOrder({ userId: someone.id, status: 'failed' })))
    await expect(keepCurrency(db, 'EUR')).rejects.toThrow(CurrencyChangedError)
  })
})
