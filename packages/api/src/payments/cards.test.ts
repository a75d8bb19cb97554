import { discounts, gameStats, games, jobs, licences, orders, refunds } from '@kettle/db'
import { and, eq, isNull } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { runDueJobs } from '../run-jobs.ts'
import { audit } from '../testing/audit.ts'
import { giveMoney, makeCaller, makeGame, makeUser } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'
import { settleOrder } from './settle-order.ts'

const store = useStore()
const key = () => crypto.randomUUID()

async function player(money = 0) {
  const user = await makeUser(store.deps.db)
  if (money > 0) await giveMoney(store.deps, user, money)
  return { user, api: await makeCaller(store.deps, { as: user }) }
}

type Player = Awaited<ReturnType<typeof player>>

async function openCard({ api }: Player, gameId: string) {
  const answer = await api.payments.buy({ gameId, method: 'card', idempotencyKey: key() })
  if (answer.status !== 'redirect') throw new Error('nothing to pay')
  return answer.orderId
}

const tell = (orderId: string, outcome: 'paid' | 'declined', amount = 1000, id = key()) =>
  settleOrder(store.deps, 'test', { type: 'payment', id, orderId, outcome, amount, currency: 'USD' })

const balance = async ({ api }: Player) => (await api.payments.wallet()).balance.amount
const owns = async ({ api }: Player) => (await api.library.list()).length
const types = async ({ api }: Player) => (await api.payments.history({ limit: 20 })).items.map((item) => item.type)
const mailsTo = ({ user }: Player) => store.deps.mailer.sent.filter((mail) => mail.to === user.email)

afterEach(async () => {
  store.deps.payments.away = false
  store.deps.payments.refundAnswer = 'done'
  expect(await audit(store.deps.db)).toEqual([])
})

describe('buying by card', () => {
  it('gives the game when the provider says it is paid, once, and not before', async () => {
    const someone = await player()
    const game = await makeGame(store.deps.db)
    const orderId = await openCard(someone, game.id)
    expect(store.deps.payments.opened.at(-1)).toMatchObject({ orderId, amount: 1000, description: game.title.en })
    expect(await someone.api.payments.order({ id: orderId })).toMatchObject({ status: 'pending', method: 'card' })
    expect(await owns(someone)).toBe(0)
    const id = key()
    await Promise.all(Array.from({ length: 10 }, () => tell(orderId, 'paid', 1000, id)))
    await tell(orderId, 'paid')
    expect(await owns(someone)).toBe(1)
    expect(await balance(someone)).toBe(0)
    expect(await types(someone)).toEqual(['purchase'])
    const order = await someone.api.payments.order({ id: orderId })
    expect(order).toMatchObject({ status: 'paid', payUrl: null, game: { slug: game.slug } })
  })

  it('answers the same key alike: the page while it waits, and owned afterwards', async () => {
    const { api } = await player()
    const game = await makeGame(store.deps.db)
    const input = { gameId: game.id, method: 'card' as const, idempotencyKey: key() }
    const answers = await Promise.all(Array.from({ length: 10 }, () => api.payments.buy(input)))
    const [first] = answers
    if (first?.status !== 'redirect') throw new Error('nothing to pay')
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await reasonOf(api.payments.buy({ ...input, method: 'wallet' }))).toBe('IDEMPOTENCY_KEY_REUSED')
    await tell(first.orderId, 'paid')
    expect(await api.payments.buy(input)).toMatchObject({ status: 'owned', orderId: expect.any(String) })
    expect(await reasonOf(api.payments.buy({ ...input, idempotencyKey: key() }))).toBe('ALREADY_OWNED')
  })

  it('goes back to the page that waits already instead of opening a second one', async () => {
    const someone = await player()
    const game = await makeGame(store.deps.db)
    expect(await openCard(someone, game.id)).toBe(await openCard(someone, game.id))
  })

  it('costs nothing by card when it costs nothing', async () => {
    const { api } = await player()
    const game = await makeGame(store.deps.db, { basePrice: 0 })
    const input = { gameId: game.id, method: 'card' as const, idempotencyKey: key() }
    expect(await api.payments.buy(input)).toMatchObject({ status: 'owned', orderId: expect.any(String) })
    expect(await api.payments.refund({ gameId: game.id })).toEqual({ status: 'refunded', to: 'none' })
  })

  it('can be tried again after the bank declined, or the provider was away', async () => {
    const someone = await player()
    const game = await makeGame(store.deps.db)
    const input = { gameId: game.id, method: 'card' as const, idempotencyKey: key() }
    store.deps.payments.away = true
    expect(await reasonOf(someone.api.payments.buy(input))).toBe('UNAVAILABLE')
    store.deps.payments.away = false
    const answer = await someone.api.payments.buy(input)
    if (answer.status !== 'redirect') throw new Error('nothing to pay')
    await tell(answer.orderId, 'declined')
    expect(await someone.api.payments.order({ id: answer.orderId })).toMatchObject({ status: 'failed', payUrl: null })
    expect(await reasonOf(someone.api.payments.buy(input))).toBe('PAYMENT_DECLINED')
    expect(await openCard(someone, game.id)).not.toBe(answer.orderId)
  })

  it('sends the money back when the game was bought from the wallet meanwhile', async () => {
    const someone = await player(1500)
    const game = await makeGame(store.deps.db)
    const orderId = await openCard(someone, game.id)
    await someone.api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() })
    await tell(orderId, 'paid')
    await runDueJobs(store.deps)
    expect(await owns(someone)).toBe(1)
    expect(await balance(someone)).toBe(500)
    const order = await someone.api.payments.order({ id: orderId })
    expect(order).toMatchObject({ status: 'refunded', cardRefund: 'done' })
    expect([...store.deps.payments.refunds.values()].filter((refund) => refund.orderId === orderId)).toHaveLength(1)
  })

  it('keeps the books when wallet, card and refund race', async () => {
    const someone = await player(3000)
    const game = await makeGame(store.deps.db)
    const orderId = await openCard(someone, game.id)
    const calls = Array.from({ length: 24 }, (_, number) => {
      if (number % 4 === 0) return tell(orderId, 'paid')
      if (number % 4 === 1) return someone.api.payments.refund({ gameId: game.id })
      return someone.api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() })
    })
    await Promise.allSettled(calls)
    await runDueJobs(store.deps)
    expect(
      await store.deps.db
        .select()
        .from(licences)
        .where(and(eq(licences.userId, someone.user.id), isNull(licences.revokedAt))),
    ).toHaveLength(await owns(someone))
  })
})

describe('what must be said before money moves', () => {
  it.each(['wallet', 'card'] as const)('a price that is another one by now, by %s', async (method) => {
    const someone = await player(5000)
    const game = await makeGame(store.deps.db)
    const now = store.deps.clock.now().getTime()
    await store.deps.db.transaction((tx) =>
      tx
        .insert(discounts)
        .values({ gameId: game.id, percent: 50, startsAt: new Date(now - 1000), endsAt: new Date(now + 1000) }),
    )
    const input = { gameId: game.id, method, expectedPrice: 500 }
    store.deps.clock.pass({ seconds: 2 })
    expect(await reasonOf(someone.api.payments.buy({ ...input, idempotencyKey: key() }))).toBe('PRICE_CHANGED')
    expect(await balance(someone)).toBe(5000)
    const again = { ...input, expectedPrice: 1000, idempotencyKey: key() }
    expect((await someone.api.payments.buy(again)).status).toBe(method === 'wallet' ? 'owned' : 'redirect')
  })

  it('a game that was withdrawn; but what is being paid already is delivered', async () => {
    const someone = await player()
    const game = await makeGame(store.deps.db)
    const orderId = await openCard(someone, game.id)
    await store.deps.db.transaction((tx) => tx.update(games).set({ publishedAt: null }).where(eq(games.id, game.id)))
    const input = { gameId: game.id, method: 'card' as const, idempotencyKey: key() }
    expect(await reasonOf(someone.api.payments.buy(input))).toBe('NOT_FOR_SALE')
    await tell(orderId, 'paid')
    expect(await owns(someone)).toBe(1)
  })
})

describe('orders that nobody pays', () => {
  it('expire after their time, and their page is closed', async () => {
    const someone = await player()
    const game = await makeGame(store.deps.db)
    const input = { gameId: game.id, method: 'card' as const, idempotencyKey: key() }
    const answer = await someone.api.payments.buy(input)
    if (answer.status !== 'redirect') throw new Error('nothing to pay')
    const { orderId } = answer
    store.deps.clock.pass({ minutes: 30 })
    await runDueJobs(store.deps)
    expect(await someone.api.payments.order({ id: orderId })).toMatchObject({ status: 'pending' })
    store.deps.clock.pass({ minutes: 2 })
    await runDueJobs(store.deps)
    expect(await someone.api.payments.order({ id: orderId })).toMatchObject({ status: 'expired', payUrl: null })
    expect(store.deps.payments.closed).toContain(orderId)
    expect(await reasonOf(someone.api.payments.buy(input))).toBe('ORDER_EXPIRED')
  })

  it('count as paid when the provider has the money though its event was lost', async () => {
    const someone = await player()
    const game = await makeGame(store.deps.db)
    const orderId = await openCard(someone, game.id)
    store.deps.payments.paidUnheard.set(orderId, { amount: 1000, currency: 'USD' })
    store.deps.clock.pass({ minutes: 32 })
    await runDueJobs(store.deps)
    expect(await owns(someone)).toBe(1)
    await tell(orderId, 'paid')
    expect(await types(someone)).toEqual(['purchase'])
  })

  it('stay open while the provider is away, and are honoured when the money comes late all the same', async () => {
    const someone = await player()
    const game = await makeGame(store.deps.db)
    const orderId = await openCard(someone, game.id)
    store.deps.clock.pass({ minutes: 32 })
    store.deps.payments.away = true
    await runDueJobs(store.deps)
    expect(await someone.api.payments.order({ id: orderId })).toMatchObject({ status: 'pending' })
    store.deps.payments.away = false
    store.deps.clock.pass({ minutes: 1 })
    await runDueJobs(store.deps)
    expect(await someone.api.payments.order({ id: orderId })).toMatchObject({ status: 'expired' })
    await tell(orderId, 'paid')
    expect(await owns(someone)).toBe(1)
  })

  it('of top-ups, paid late, fill the wallet', async () => {
    const someone = await player()
    const { orderId } = await someone.api.payments.topUp({ amount: 700, idempotencyKey: key() })
    store.deps.clock.pass({ minutes: 32 })
    await runDueJobs(store.deps)
    await tell(orderId, 'paid', 700)
    expect(await balance(someone)).toBe(700)
  })
})

describe('giving back what was paid by card', () => {
  async function bought() {
    const someone = await player()
    const game = await makeGame(store.deps.db)
    const orderId = await openCard(someone, game.id)
    await tell(orderId, 'paid')
    return { someone, gameId: game.id, orderId }
  }
  const refundOf = async (orderId: string) => {
    const [row] = await store.deps.db.select().from(refunds).where(eq(refunds.orderId, orderId))
    if (!row) throw new Error('there is no refund')
    return row
  }
  const cardRefund = async (someone: Player, id: string) => (await someone.api.payments.order({ id })).cardRefund

  it('asks the provider once, and leaves the wallet alone', async () => {
    const { someone, gameId, orderId } = await bought()
    const terms = await someone.api.payments.refundTerms({ gameId })
    expect(terms.money).toEqual({ amount: { amount: 1000, currency: 'USD' }, to: 'card' })
    expect(await someone.api.payments.refund({ gameId })).toEqual({ status: 'refunded', to: 'card' })
    expect(await cardRefund(someone, orderId)).toBe('pending')
    await Promise.all([runDueJobs(store.deps), runDueJobs(store.deps)])
    expect(await cardRefund(someone, orderId)).toBe('done')
    expect(await balance(someone)).toBe(0)
    expect(await owns(someone)).toBe(0)
    expect(await types(someone)).toEqual(['refund', 'purchase'])
  })

  it('asks again with the same name while the provider is away', async () => {
    const { someone, gameId, orderId } = await bought()
    await someone.api.payments.refund({ gameId })
    store.deps.payments.away = true
    await runDueJobs(store.deps)
    expect(await cardRefund(someone, orderId)).toBe('pending')
    store.deps.payments.away = false
    store.deps.clock.pass({ minutes: 5 })
    await runDueJobs(store.deps)
    expect(await cardRefund(someone, orderId)).toBe('done')
    expect([...store.deps.payments.refunds.keys()]).toContain((await refundOf(orderId)).id)
  })

  it('waits for a provider that does it later', async () => {
    const { someone, gameId, orderId } = await bought()
    await someone.api.payments.refund({ gameId })
    store.deps.payments.refundAnswer = 'pending'
    await runDueJobs(store.deps)
    const { id: refundId } = await refundOf(orderId)
    expect(await cardRefund(someone, orderId)).toBe('pending')
    const event = { type: 'refund', id: key(), refundId, outcome: 'done' } as const
    await Promise.all([1, 2, 3].map(() => settleOrder(store.deps, 'test', event)))
    expect(await cardRefund(someone, orderId)).toBe('done')
    // Banks may bounce a refund days after the provider called it done.
    await settleOrder(store.deps, 'test', { type: 'refund', id: key(), refundId, outcome: 'refused' })
    expect(await cardRefund(someone, orderId)).toBe('refused')
    expect(await balance(someone)).toBe(1000)
  })

  it('puts what the bank refuses into the wallet, once', async () => {
    const { someone, gameId, orderId } = await bought()
    await someone.api.payments.refund({ gameId })
    store.deps.payments.refundAnswer = 'refused'
    await runDueJobs(store.deps)
    const { id: refundId } = await refundOf(orderId)
    await settleOrder(store.deps, 'test', { type: 'refund', id: key(), refundId, outcome: 'refused' })
    await settleOrder(store.deps, 'test', { type: 'refund', id: key(), refundId, outcome: 'done' })
    expect(await balance(someone)).toBe(1000)
    expect(await types(someone)).toEqual(['refundToWallet', 'refund', 'purchase'])
    const only = await someone.api.payments.history({ limit: 20, types: ['refundToWallet'] })
    expect(only.items.map((item) => item.amount.amount)).toEqual([1000])
  })

  it('takes the purchase out of the popularity again', async () => {
    const game = await makeGame(store.deps.db, { basePrice: 0 })
    const stats = async () => (await store.deps.db.select().from(gameStats).where(eq(gameStats.gameId, game.id)))[0]
    const first = await player()
    const second = await player()
    const input = () => ({ gameId: game.id, method: 'wallet' as const, idempotencyKey: key() })
    await first.api.payments.buy(input())
    const before = await stats()
    store.deps.clock.pass({ days: 2 })
    await second.api.payments.buy(input())
    await second.api.payments.refund({ gameId: game.id })
    const after = await stats()
    expect(after?.purchases).toBe(1)
    expect(after?.popularity).toBeCloseTo(before?.popularity ?? 0, 6)
    await first.api.payments.buy(input()).catch(() => {})
    await second.api.payments.buy(input())
    expect((await stats())?.purchases).toBe(2)
  })
})

describe('receipts', () => {
  it('come for a payment and for a refund, in the buyer’s language, and survive a mailer that is away', async () => {
    const user = await makeUser(store.deps.db, { locale: 'ru' })
    await giveMoney(store.deps, user, 2000)
    const someone = { user, api: await makeCaller(store.deps, { as: user, locale: 'ru' }) }
    const game = await makeGame(store.deps.db, { title: { en: 'A <b>game</b>', ru: 'Ёжик & <b>туман</b>' } })
    await someone.api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() })
    store.deps.mailer.away = true
    await runDueJobs(store.deps)
    expect(mailsTo(someone)).toEqual([])
    store.deps.mailer.away = false
    store.deps.clock.pass({ minutes: 5 })
    await runDueJobs(store.deps)
    await runDueJobs(store.deps)
    await someone.api.payments.refund({ gameId: game.id })
    await runDueJobs(store.deps)
    const subjects = mailsTo(someone).map((mail) => mail.subject)
    expect(subjects.sort()).toEqual(['Возврат: Ёжик & <b>туман</b>', 'Чек: Ёжик & <b>туман</b>', 'Чек: Кошелёк Kettle'])
    const receipt = mailsTo(someone).find((mail) => mail.subject.startsWith('Чек: Ёжик'))
    expect(receipt?.text).toContain(': 10\u00a0$')
    expect(receipt?.html).not.toContain('<b>')
    expect(await store.deps.db.select().from(jobs).where(eq(jobs.kind, 'send-receipt'))).toEqual([])
  })

  it('do not come for what cost nothing', async () => {
    const someone = await player()
    const game = await makeGame(store.deps.db, { basePrice: 0 })
    await someone.api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() })
    await runDueJobs(store.deps)
    expect(mailsTo(someone)).toEqual([])
  })
})

it('shows nobody else’s order', async () => {
  const someone = await player()
  const orderId = await openCard(someone, (await makeGame(store.deps.db)).id)
  const stranger = await player()
  expect(await reasonOf(stranger.api.payments.order({ id: orderId }))).toBe('NOT_FOUND')
  expect(await store.deps.db.select().from(orders).where(eq(orders.id, orderId))).toHaveLength(1)
})
