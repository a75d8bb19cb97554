import { licences, orders, users } from '@kettle/db'
import { and, eq } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { runDueJobs } from '../run-jobs.ts'
import { audit } from '../testing/audit.ts'
import { giveMoney, makeCaller, makeGame, makeUser } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'
import { settleOrder } from './settle-order.ts'

const store = useStore()
const key = () => crypto.randomUUID()
const currency = 'USD'

afterEach(async () => {
  store.deps.payments.refundAnswer = 'done'
  expect(await audit(store.deps.db)).toEqual([])
})

async function player() {
  const user = await makeUser(store.deps.db)
  const api = await makeCaller(store.deps, { as: user })
  return { user, api, balance: async () => (await api.payments.wallet()).balance.amount }
}
type Player = Awaited<ReturnType<typeof player>>

const settle = (orderId: string, amount: number) =>
  settleOrder(store.deps, 'test', { type: 'payment', id: key(), orderId, outcome: 'paid', amount, currency })
const returned = (orderId: string, amount: number, id = key()) =>
  settleOrder(store.deps, 'test', { type: 'returned', id, orderId, amount, currency })
const dispute = (orderId: string, state: 'open' | 'won' | 'lost', amount = 1000, disputeId = `of-${orderId}`) =>
  settleOrder(store.deps, 'test', { type: 'dispute', id: key(), orderId, disputeId, state, amount, currency })

async function boughtByCard(someone: Player) {
  const game = await makeGame(store.deps.db)
  const answer = await someone.api.payments.buy({ gameId: game.id, method: 'card', idempotencyKey: key() })
  await settle(answer.orderId, 1000)
  return { game, orderId: answer.orderId }
}
async function toppedUp(someone: Player, amount: number) {
  const { orderId } = await someone.api.payments.topUp({ amount, idempotencyKey: key() })
  await settle(orderId, amount)
  return orderId
}
const owns = async ({ api }: Player) => (await api.library.list()).length
const history = async ({ api }: Player) =>
  (await api.payments.history()).items.map(({ type, amount }) => [type, amount.amount])
const mails = async ({ user }: Player) => {
  await runDueJobs(store.deps)
  return store.deps.mailer.sent.filter(({ to }) => to === user.email).map(({ subject }) => subject)
}
const statusOf = async ({ api }: Player, id: string) => (await api.payments.order({ id })).status

describe('a payment that is given back at the provider', () => {
  it('revokes the licence when it is whole, once, and tells the player', async () => {
    const someone = await player()
    const { game, orderId } = await boughtByCard(someone)
    const id = key()
    await Promise.all([1, 2, 3].map(() => returned(orderId, 1000, id)))
    await returned(orderId, 1000)
    expect([await owns(someone), await statusOf(someone, orderId)]).toEqual([0, 'refunded'])
    expect(await history(someone)).toEqual([
      ['chargeback', 1000],
      ['purchase', -1000],
    ])
    expect(await mails(someone)).toContain(`Money returned: ${game.title.en}`)
    expect(await reasonOf(someone.api.storage.download({ gameId: game.id, platform: 'any' }))).toBe('NOT_OWNED')
    expect(await reasonOf(someone.api.payments.refund({ gameId: game.id }))).toBe('NOT_OWNED')
  })

  it('leaves the licence when it is a part, which a refund of ours then leaves out', async () => {
    const someone = await player()
    const { game, orderId } = await boughtByCard(someone)
    await returned(orderId, 300)
    // Told late: all that was given back by then is less than what is known.
    await returned(orderId, 200)
    expect([await owns(someone), await statusOf(someone, orderId)]).toEqual([1, 'paid'])
    await returned(orderId, 400)
    await someone.api.payments.refund({ gameId: game.id })
    await runDueJobs(store.deps)
    expect([...store.deps.payments.refunds.values()].at(-1)).toMatchObject({ orderId, amount: 600 })
    // Stripe tells of our own refund too.
    await returned(orderId, 1000)
    expect(await history(someone)).toEqual([
      ['refund', 600],
      ['chargeback', 100],
      ['chargeback', 300],
      ['purchase', -1000],
    ])
  })

  it('comes out of the wallet that it was paid into', async () => {
    const someone = await player()
    const orderId = await toppedUp(someone, 1500)
    await returned(orderId, 500)
    expect([await someone.balance(), await statusOf(someone, orderId)]).toEqual([1000, 'paid'])
    await returned(orderId, 1500)
    expect([await someone.balance(), await statusOf(someone, orderId)]).toEqual([0, 'refunded'])
  })

  it('leaves a debt where it was spent already, and nothing is bought from the wallet until it is settled', async () => {
    const someone = await player()
    const orderId = await toppedUp(someone, 1500)
    const game = await makeGame(store.deps.db)
    await someone.api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() })
    await returned(orderId, 1500)
    expect(await someone.api.payments.wallet()).toEqual({
      balance: { amount: 0, currency },
      debt: { amount: 1000, currency },
    })
    const other = await makeGame(store.deps.db, { basePrice: 200 })
    const buy = () => someone.api.payments.buy({ gameId: other.id, method: 'wallet', idempotencyKey: key() })
    expect(await reasonOf(buy())).toBe('WALLET_BLOCKED')
    // Given back into the wallet, it pays the debt; so does a top-up.
    await toppedUp(someone, 600)
    expect(await reasonOf(buy())).toBe('WALLET_BLOCKED')
    const free = await makeGame(store.deps.db, { basePrice: 0 })
    expect(await someone.api.payments.buy({ gameId: free.id, method: 'wallet', idempotencyKey: key() })).toMatchObject({
      status: 'owned',
    })
    await someone.api.payments.refund({ gameId: game.id })
    expect(await someone.api.payments.wallet()).toEqual({ balance: { amount: 600, currency }, debt: null })
    expect(await buy()).toMatchObject({ status: 'owned' })
    expect((await history(someone)).filter(([type]) => type === 'debt')).toEqual([
      ['debt', -400],
      ['debt', -600],
    ])
  })

  it('is taken from concurrent purchases in turn, and no wallet goes below zero', async () => {
    const someone = await player()
    const orderId = await toppedUp(someone, 1500)
    const games = await Promise.all(Array.from({ length: 6 }, () => makeGame(store.deps.db, { basePrice: 400 })))
    const outcomes = await Promise.allSettled([
      returned(orderId, 1500),
      ...games.map(({ id: gameId }) => someone.api.payments.buy({ gameId, method: 'wallet', idempotencyKey: key() })),
    ])
    expect(outcomes[0]?.status).toBe('fulfilled')
    expect(await someone.balance()).toBe(0)
  })

  it('changes nothing for orders that nobody paid or that are not ours', async () => {
    const someone = await player()
    const game = await makeGame(store.deps.db)
    const { orderId } = await someone.api.payments.buy({ gameId: game.id, method: 'card', idempotencyKey: key() })
    await returned(orderId, 1000)
    await dispute(orderId, 'open')
    await returned(key(), 1000)
    await dispute(key(), 'lost')
    expect([await statusOf(someone, orderId), await history(someone)]).toEqual(['pending', []])
  })
})

describe('a dispute', () => {
  it('suspends what was bought, and gives it back when the bank decides for the store', async () => {
    const someone = await player()
    const { game, orderId } = await boughtByCard(someone)
    await dispute(orderId, 'open')
    await dispute(orderId, 'open')
    expect([await owns(someone), await statusOf(someone, orderId)]).toEqual([0, 'disputed'])
    expect(await reasonOf(someone.api.storage.download({ gameId: game.id, platform: 'any' }))).toBe('NOT_OWNED')
    await dispute(orderId, 'won')
    await dispute(orderId, 'won')
    // The beginning is told once more, after the end.
    await dispute(orderId, 'open')
    expect([await owns(someone), await statusOf(someone, orderId)]).toEqual([1, 'paid'])
    expect(await history(someone)).toEqual([
      ['chargebackWon', -1000],
      ['chargeback', 1000],
      ['purchase', -1000],
    ])
    expect(await mails(someone)).toEqual(
      expect.arrayContaining([
        `Your bank disputes a payment: ${game.title.en}`,
        `The dispute is over: ${game.title.en}`,
      ]),
    )
    // It is a purchase like any other again.
    expect(await someone.api.payments.refund({ gameId: game.id })).toEqual({ status: 'refunded', to: 'card' })
  })

  it('ends the purchase when the bank decides for the payer, also when only its end is told', async () => {
    for (const told of [['open', 'lost'], ['lost'], ['lost', 'open']] as const) {
      const someone = await player()
      const { orderId } = await boughtByCard(someone)
      for (const state of told) await dispute(orderId, state)
      expect([await owns(someone), await statusOf(someone, orderId), told]).toEqual([0, 'refunded', told])
    }
  })

  it('gives a won payment back when the game was bought once more meanwhile', async () => {
    const someone = await player()
    const { game, orderId } = await boughtByCard(someone)
    await dispute(orderId, 'open')
    await giveMoney(store.deps, someone.user, 1000)
    await someone.api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() })
    await dispute(orderId, 'won')
    await runDueJobs(store.deps)
    expect([await owns(someone), await statusOf(someone, orderId)]).toEqual([1, 'refunded'])
    const living = and(eq(licences.userId, someone.user.id), eq(licences.gameId, game.id))
    expect(
      (await store.deps.db.select().from(licences).where(living)).filter(({ revokedAt }) => !revokedAt),
    ).toHaveLength(1)
    expect([...store.deps.payments.refunds.values()].at(-1)).toMatchObject({ orderId, amount: 1000 })
  })

  it('of a top-up takes what is left, and pays the debt first when it is won', async () => {
    const someone = await player()
    const orderId = await toppedUp(someone, 1000)
    const game = await makeGame(store.deps.db, { basePrice: 700 })
    await someone.api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() })
    await dispute(orderId, 'open')
    expect(await someone.api.payments.wallet()).toMatchObject({ balance: { amount: 0 }, debt: { amount: 700 } })
    await dispute(orderId, 'won')
    expect(await someone.api.payments.wallet()).toMatchObject({ balance: { amount: 300 }, debt: null })
  })

  it('holds up a refund that the provider refuses for it: lost, the bank has paid; won, it is asked for again', async () => {
    for (const state of ['lost', 'won'] as const) {
      const someone = await player()
      const { game, orderId } = await boughtByCard(someone)
      store.deps.payments.refundAnswer = 'disputed'
      await someone.api.payments.refund({ gameId: game.id })
      await runDueJobs(store.deps)
      const asked = store.deps.payments.refunds.size
      store.deps.clock.pass({ minutes: 600 })
      await runDueJobs(store.deps)
      expect(store.deps.payments.refunds.size).toBe(asked)
      const cardRefund = async () => (await someone.api.payments.order({ id: orderId })).cardRefund
      expect(await cardRefund()).toBe('pending')
      store.deps.payments.refundAnswer = 'done'
      store.deps.payments.refunds.clear()
      await dispute(orderId, 'open')
      await dispute(orderId, state)
      await runDueJobs(store.deps)
      expect([await cardRefund(), store.deps.payments.refunds.size]).toEqual(['done', state === 'won' ? 1 : 0])
      expect(await someone.balance()).toBe(0)
    }
  })
})

describe('what is paid after the account was deleted', () => {
  it('goes back the way it came, and the address of the order is told', async () => {
    const { deps } = store
    const someone = await player()
    const game = await makeGame(deps.db, { basePrice: 999 })
    const bought = await someone.api.payments.buy({ gameId: game.id, method: 'card', idempotencyKey: key() })
    const { orderId: topUpId } = await someone.api.payments.topUp({ amount: 5000, idempotencyKey: key() })
    await deleteAccountOf(someone)
    await settle(bought.orderId, 999)
    await settle(topUpId, 5000)
    expect(await mails(someone)).toEqual(expect.arrayContaining([`Refund: ${game.title.en}`, 'Refund: Kettle wallet']))
    const back = [...deps.payments.refunds.values()].map(({ orderId, amount }) => [orderId, amount])
    expect(back).toEqual(
      expect.arrayContaining([
        [bought.orderId, 999],
        [topUpId, 5000],
      ]),
    )
    deps.clock.pass({ minutes: 8 * 24 * 60 })
    await runDueJobs(deps)
    const kept = await deps.db
      .select({ contact: orders.contact })
      .from(orders)
      .where(eq(orders.userId, someone.user.id))
    expect(kept.map(({ contact }) => contact)).toEqual([null, null])
  })
})

/** Deletes an account by the procedure, for which it needs a password. */
async function deleteAccountOf({ user }: Player): Promise<void> {
  const password = 'the kettle is cold by now'
  const passwordHash = await store.deps.passwords.hash(password)
  await store.deps.db.transaction((tx) => tx.update(users).set({ passwordHash }).where(eq(users.id, user.id)))
  const api = await makeCaller(store.deps, { as: user })
  await api.auth.deleteAccount({ password })
}
