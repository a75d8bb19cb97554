import { discounts, games, ledgerEntries, licences, orders, playSessions } from '@kettle/db'
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

const payment = (orderId: string, outcome: 'paid' | 'declined', amount: number) =>
  ({ type: 'payment', id: key(), orderId, outcome, amount, currency: 'USD' }) as const

const livingLicences = (userId: string) =>
  store.deps.db
    .select()
    .from(licences)
    .where(and(eq(licences.userId, userId), isNull(licences.revokedAt)))

afterEach(async () => {
  expect(await audit(store.deps.db)).toEqual([])
})

describe('payments.topUp', () => {
  it('opens a page, and fills the wallet only when the provider says it is paid', async () => {
    const { api } = await player()
    const { orderId, url, status } = await api.payments.topUp({ amount: 1500, idempotencyKey: key() })
    expect({ status, url }).toEqual({ status: 'redirect', url: `https://pay.test/${orderId}` })
    expect(await api.payments.wallet()).toMatchObject({ balance: { amount: 0, currency: 'USD' } })
    const event = {
      type: 'payment' as const,
      id: key(),
      orderId,
      outcome: 'paid' as const,
      amount: 1500,
      currency: 'USD',
    }
    await Promise.all(Array.from({ length: 10 }, () => settleOrder(store.deps, 'test', event)))
    await settleOrder(store.deps, 'test', { ...event, id: key() })
    expect(await api.payments.wallet()).toMatchObject({ balance: { amount: 1500, currency: 'USD' } })
    expect(await api.payments.order({ id: orderId })).toMatchObject({ status: 'paid', kind: 'topUp', payUrl: null })
  })

  it('is one order for one key, also at once, and refuses the key for another amount', async () => {
    const { api, user } = await player()
    const input = { amount: 700, idempotencyKey: key() }
    const answers = await Promise.all(Array.from({ length: 10 }, () => api.payments.topUp(input)))
    expect(new Set(answers.map((answer) => answer.orderId)).size).toBe(1)
    expect(await store.deps.db.select().from(orders).where(eq(orders.userId, user.id))).toHaveLength(1)
    expect(await reasonOf(api.payments.topUp({ ...input, amount: 800 }))).toBe('IDEMPOTENCY_KEY_REUSED')
  })

  it('moves nothing when declined, of another amount, or for no order of ours', async () => {
    const { api } = await player()
    const { orderId } = await api.payments.topUp({ amount: 900, idempotencyKey: key() })
    await settleOrder(store.deps, 'test', payment(orderId, 'paid', 90_000))
    await settleOrder(store.deps, 'test', payment(key(), 'paid', 900))
    await settleOrder(store.deps, 'test', payment(orderId, 'declined', 900))
    expect(await api.payments.wallet()).toMatchObject({ balance: { amount: 0, currency: 'USD' } })
    expect(await api.payments.order({ id: orderId })).toMatchObject({ status: 'failed' })
  })

  it('can be asked for again after the provider was away', async () => {
    const { api } = await player()
    const input = { amount: 700, idempotencyKey: key() }
    store.deps.payments.away = true
    expect(await reasonOf(api.payments.topUp(input))).toBe('UNAVAILABLE')
    store.deps.payments.away = false
    expect(await api.payments.topUp(input)).toMatchObject({ status: 'redirect' })
  })

  it.each([0, 99, 50_001, 1.5, -700, Number.NaN])('refuses the amount %s', async (amount) => {
    const { api } = await player()
    expect(await reasonOf(api.payments.topUp({ amount, idempotencyKey: key() }))).toBe('INVALID_INPUT')
  })

  it('wants a log-in', async () => {
    const nobody = await makeCaller(store.deps)
    expect(await reasonOf(nobody.payments.topUp({ amount: 700, idempotencyKey: key() }))).toBe('NOT_SIGNED_IN')
    expect(await reasonOf(nobody.payments.wallet())).toBe('NOT_SIGNED_IN')
  })
})

describe('payments.buy', () => {
  it('takes the price, gives the licence, and remembers the key', async () => {
    const { api, user } = await player(2500)
    const game = await makeGame(store.deps.db, { basePrice: 1000 })
    const input = { gameId: game.id, method: 'wallet' as const, idempotencyKey: key() }
    expect(await api.payments.buy(input)).toMatchObject({ status: 'owned', orderId: expect.any(String) })
    expect(await api.payments.buy(input)).toMatchObject({ status: 'owned', orderId: expect.any(String) })
    expect(await api.payments.wallet()).toMatchObject({ balance: { amount: 1500, currency: 'USD' } })
    expect(await livingLicences(user.id)).toHaveLength(1)
    expect(await reasonOf(api.payments.buy({ ...input, idempotencyKey: key() }))).toBe('ALREADY_OWNED')
    const other = await makeGame(store.deps.db)
    expect(await reasonOf(api.payments.buy({ ...input, gameId: other.id }))).toBe('IDEMPOTENCY_KEY_REUSED')
  })

  it('sells one game to two hundred at once, each once', async () => {
    const game = await makeGame(store.deps.db, { basePrice: 700 })
    const people = await Promise.all(Array.from({ length: 200 }, () => player(700)))
    const buy = { gameId: game.id, method: 'wallet' as const }
    const answers = await Promise.all(people.map(({ api }) => api.payments.buy({ ...buy, idempotencyKey: key() })))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set(['owned']))
    const sold = await store.deps.db.select().from(licences).where(eq(licences.gameId, game.id))
    expect(new Set(sold.map((licence) => licence.userId)).size).toBe(200)
    expect((await people[0]?.api.payments.wallet())?.balance.amount).toBe(0)
  })

  it('makes one purchase of two hundred at once by one buyer', async () => {
    const { api, user } = await player(50_000)
    const game = await makeGame(store.deps.db, { basePrice: 700 })
    const calls = Array.from({ length: 200 }, () =>
      api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() }),
    )
    const results = await Promise.allSettled(calls)
    const refused = results.filter((result) => result.status === 'rejected')
    expect(results.length - refused.length).toBe(1)
    expect(new Set(refused.map((result) => result.reason.cause.reason))).toEqual(new Set(['ALREADY_OWNED']))
    expect(await livingLicences(user.id)).toHaveLength(1)
    expect(await api.payments.wallet()).toMatchObject({ balance: { amount: 49_300, currency: 'USD' } })
  })

  it('answers fifty at once with one key alike', async () => {
    const { api } = await player(5_000)
    const game = await makeGame(store.deps.db, { basePrice: 700 })
    const input = { gameId: game.id, method: 'wallet' as const, idempotencyKey: key() }
    const answers = await Promise.all(Array.from({ length: 50 }, () => api.payments.buy(input)))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set(['owned']))
    expect(await api.payments.wallet()).toMatchObject({ balance: { amount: 4_300, currency: 'USD' } })
  })

  it('never takes a wallet below zero, however many games are bought at once', async () => {
    const { api, user } = await player(2_500)
    const all = await Promise.all(Array.from({ length: 8 }, () => makeGame(store.deps.db, { basePrice: 1000 })))
    const calls = all.map((game) => api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() }))
    const results = await Promise.allSettled(calls)
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(2)
    expect(await livingLicences(user.id)).toHaveLength(2)
    expect(await api.payments.wallet()).toMatchObject({ balance: { amount: 500, currency: 'USD' } })
  })

  it('takes the price of the moment: a discount counts from its start until just before its end', async () => {
    const game = await makeGame(store.deps.db, { basePrice: 999 })
    const now = store.deps.clock.now()
    const endsAt = new Date(now.getTime() + 60_000)
    await store.deps.db.transaction((tx) =>
      tx.insert(discounts).values({ gameId: game.id, percent: 25, startsAt: now, endsAt }),
    )
    const early = await player(1000)
    await early.api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() })
    expect((await early.api.payments.wallet()).balance.amount).toBe(1000 - 749)
    store.deps.clock.pass({ minutes: 1 })
    const late = await player(1000)
    await late.api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() })
    expect((await late.api.payments.wallet()).balance.amount).toBe(1)
  })

  it('gives free games, and games at 100 % off, without money', async () => {
    const { api } = await player()
    const free = await makeGame(store.deps.db, { basePrice: 0 })
    const given = await makeGame(store.deps.db, { basePrice: 1000 })
    const span = { startsAt: store.deps.clock.now(), endsAt: new Date(store.deps.clock.now().getTime() + 1000) }
    await store.deps.db.transaction((tx) => tx.insert(discounts).values({ gameId: given.id, percent: 100, ...span }))
    for (const game of [free, given])
      expect(await api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() })).toMatchObject({
        status: 'owned',
      })
    const { items } = await api.payments.history({ limit: 20 })
    expect(items.map((item) => [item.type, item.amount.amount])).toEqual([
      ['purchase', 0],
      ['purchase', 0],
    ])
  })

  it('refuses too little money, what is not on sale, other methods, and nobody', async () => {
    const { api } = await player(100)
    const game = await makeGame(store.deps.db)
    const draft = await makeGame(store.deps.db, { publishedAt: null })
    const input = { gameId: game.id, method: 'wallet' as const, idempotencyKey: key() }
    expect(await reasonOf(api.payments.buy(input))).toBe('INSUFFICIENT_FUNDS')
    expect(await reasonOf(api.payments.buy({ ...input, gameId: draft.id }))).toBe('NOT_FOR_SALE')
    expect(await reasonOf(api.payments.buy({ ...input, gameId: key() }))).toBe('NOT_FOR_SALE')
    expect(await reasonOf(api.payments.buy({ ...input, gameId: 'nonsense' }))).toBe('INVALID_INPUT')
    expect(await reasonOf(api.payments.buy({ ...input, method: 'barter' as 'wallet' }))).toBe('INVALID_INPUT')
    expect(await reasonOf((await makeCaller(store.deps)).payments.buy(input))).toBe('NOT_SIGNED_IN')
  })
})

describe('payments.refund', () => {
  async function bought(price = 1000) {
    const { api, user } = await player(price + 500)
    const game = await makeGame(store.deps.db, { basePrice: price })
    await api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() })
    return { api, user, gameId: game.id }
  }

  it('gives the money back, takes the game, and shuts its doors', async () => {
    const { api, user, gameId } = await bought()
    const { credentials } = store.deps
    const told: unknown[] = []
    const stop = credentials.onRevoked((revocation) => told.push(revocation))
    const door = await credentials.issue({
      mode: 'read',
      userId: user.id,
      gameId,
      buildId: key(),
      manifestSha256: 'a'.repeat(64),
    })
    expect(await api.payments.refundTerms({ gameId })).toMatchObject({ eligible: true, playtimeLimitSeconds: 7200 })
    expect(await api.payments.refund({ gameId })).toEqual({ status: 'refunded', to: 'wallet' })
    stop()
    expect(told).toEqual([{ userId: user.id, gameId }])
    expect(await credentials.redeem(door.username, door.password)).toBeNull()
    expect(await api.payments.wallet()).toMatchObject({ balance: { amount: 1500, currency: 'USD' } })
    expect(await api.library.list()).toEqual([])
    expect((await api.payments.history({ limit: 20 })).items.map((item) => item.type)).toEqual([
      'refund',
      'purchase',
      'topUp',
    ])
  })

  it('happens once, however often it is asked for at once, and the game can be bought again', async () => {
    const { api, gameId } = await bought()
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => api.payments.refund({ gameId })))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await api.payments.wallet()).toMatchObject({ balance: { amount: 1500, currency: 'USD' } })
    expect(await reasonOf(api.payments.refund({ gameId }))).toBe('NOT_OWNED')
    await api.payments.buy({ gameId, method: 'wallet', idempotencyKey: key() })
    expect(await api.payments.refundTerms({ gameId })).toMatchObject({ eligible: true })
  })

  it('keeps the books when purchase and refund race', async () => {
    const { api, gameId } = await bought()
    const calls = Array.from({ length: 30 }, (_, number) =>
      number % 2
        ? api.payments.refund({ gameId })
        : api.payments.buy({ gameId, method: 'wallet', idempotencyKey: key() }),
    )
    await Promise.allSettled(calls)
    const owned = await api.library.list()
    expect((await api.payments.wallet()).balance.amount).toBe(1500 - owned.length * 1000)
  })

  it('is over after 14 days', async () => {
    const { api, gameId } = await bought()
    store.deps.clock.pass({ days: 14 })
    expect(await api.payments.refundTerms({ gameId })).toMatchObject({ eligible: true })
    store.deps.clock.pass({ seconds: 1 })
    expect(await api.payments.refundTerms({ gameId })).toMatchObject({ eligible: false, reason: 'REFUND_WINDOW_OVER' })
    expect(await reasonOf(api.payments.refund({ gameId }))).toBe('REFUND_WINDOW_OVER')
  })

  it('is over after two hours of play', async () => {
    const { api, user, gameId } = await bought()
    const startedAt = store.deps.clock.now()
    const played = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000)
    const add = (from: number, to: number) =>
      store.deps.db.transaction((tx) =>
        tx
          .insert(playSessions)
          .values({ userId: user.id, gameId, startedAt: played(from), lastHeardAt: played(to), endedAt: played(to) }),
      )
    await add(0, 7199)
    expect(await api.payments.refundTerms({ gameId })).toMatchObject({ eligible: true, playtimeSeconds: 7199 })
    await add(7198, 7200)
    expect(await reasonOf(api.payments.refund({ gameId }))).toBe('REFUND_PLAYED_TOO_LONG')
  })

  it('is not for a game of somebody else, nor for nobody', async () => {
    const { gameId } = await bought()
    const { api } = await player()
    expect(await reasonOf(api.payments.refund({ gameId }))).toBe('NOT_OWNED')
    expect(await api.payments.refundTerms({ gameId })).toMatchObject({
      eligible: false,
      reason: 'NOT_OWNED',
      until: null,
    })
    expect(await reasonOf((await makeCaller(store.deps)).payments.refund({ gameId }))).toBe('NOT_SIGNED_IN')
  })

  it('is done even when the credential store is away, whose part is done later', async () => {
    const { api, user, gameId } = await bought()
    const { credentials } = store.deps
    const door = await credentials.issue({
      mode: 'read',
      userId: user.id,
      gameId,
      buildId: key(),
      manifestSha256: 'a'.repeat(64),
    })
    credentials.away = true
    expect(await api.payments.refund({ gameId })).toEqual({ status: 'refunded', to: 'wallet' })
    await runDueJobs(store.deps)
    credentials.away = false
    expect(await credentials.redeem(door.username, door.password)).not.toBeNull()
    store.deps.clock.pass({ minutes: 1 })
    await runDueJobs(store.deps)
    expect(await credentials.redeem(door.username, door.password)).toBeNull()
  })
})

describe('payments.history and order', () => {
  it('pages from newest to oldest, and shows nobody else’s', async () => {
    const { api } = await player(5000)
    for (let number = 0; number < 5; number++) {
      const game = await makeGame(store.deps.db, { basePrice: 100 + number })
      await api.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: key() })
    }
    const amounts: number[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof api.payments.history>> = await api.payments.history({ cursor, limit: 2 })
      amounts.push(...page.items.map((item) => item.amount.amount))
      cursor = page.nextCursor
    } while (cursor)
    expect(amounts).toEqual([-104, -103, -102, -101, -100, 5000])
    const stranger = await player()
    expect((await stranger.api.payments.history({ limit: 20 })).items).toEqual([])
    const [order] = await store.deps.db.select().from(orders).limit(1)
    expect(await reasonOf(stranger.api.payments.order({ id: order?.id ?? '' }))).toBe('NOT_FOUND')
  })
})

describe('the ledger itself', () => {
  it('lets nobody change or delete what was written, or move a balance by hand', async () => {
    await player(1000)
    const write = (query: string) => store.deps.db.transaction((tx) => tx.execute(query))
    for (const query of [
      'update ledger_entries set amount = amount + 1',
      'delete from ledger_entries',
      'truncate ledger_entries cascade',
      'update ledger_journals set created_at = now()',
      'delete from ledger_journals',
      'update ledger_accounts set balance = 1000000',
    ])
      await expect(write(query), query).rejects.toThrow()
  })

  it('refuses a journal that does not sum to zero', async () => {
    await player(1000)
    const [entry] = await store.deps.db.select().from(ledgerEntries).limit(1)
    if (!entry) throw new Error('there is no entry')
    const { journalId, accountId, currency } = entry
    const write = store.deps.db.transaction((tx) =>
      tx.insert(ledgerEntries).values({ journalId, accountId, amount: 5, currency }),
    )
    await expect(write).rejects.toThrow('does not sum to zero')
  })

  it('writes nothing outside a transaction', async () => {
    const write = store.deps.db.update(games).set({ basePrice: 0 })
    await expect(write).rejects.toMatchObject({ cause: { code: '25006' } })
  })
})
