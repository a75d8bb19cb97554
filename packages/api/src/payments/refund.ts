import { type Db, licences, orders, playSessions, refunds } from '@kettle/db'
import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { addJob, dropJob } from '../job-queue.ts'
import { playtimes } from '../library/playtime.ts'
import type { Money } from '../money.ts'
import { forgetPurchase } from './deliver.ts'
import { lockWallet, settleDebt, storeAccount, writeJournal, writeSides } from './ledger.ts'
import type { refundInput } from './schema.ts'

type RefundReason = 'NOT_OWNED' | 'REFUND_WINDOW_OVER' | 'REFUND_PLAYED_TOO_LONG'

export interface RefundTerms {
  eligible: boolean
  reason?: RefundReason
  /** ISO; null when there is nothing to give back. */
  until: string | null
  playtimeSeconds: number
  playtimeLimitSeconds: number
  /** What would be given back, and where it would go; null when there is nothing. */
  money: { amount: Money; to: RefundWay } | null
}

/** Whether a game can be given back now, and how long it still can. */
export async function refundTerms(
  deps: Pick<Deps, 'db' | 'clock' | 'settings'>,
  userId: string,
  gameId: string,
): Promise<RefundTerms> {
  const order = await findPaid(deps.db, userId, gameId)
  return judge(deps, deps.db, userId, gameId, order)
}

/** Where the money of a refund goes: the way that it came. `none` for what cost nothing. */
export type RefundWay = 'wallet' | 'card' | 'none'

/**
 * Gives a game back: licence revoked and money on its way, in one transaction; then every door that the licence opened is shut.
 * Of many at once one is made, and the others hear NOT_OWNED; with the key of the one they hear its answer.
 */
export async function refund(
  deps: Pick<Deps, 'db' | 'clock' | 'credentials' | 'limiter' | 'log' | 'settings'>,
  userId: string,
  { gameId, idempotencyKey }: z.infer<typeof refundInput>,
): Promise<{ status: 'refunded'; to: RefundWay }> {
  await deps.limiter.take('refundUser', userId)
  const { currency } = deps.settings
  const door = { userId, gameId }
  const { jobId, to } = await deps.db.transaction(async (tx) => {
    const wallet = await lockWallet(tx, userId, currency)
    const before = idempotencyKey && (await findByRefundKey(tx, userId, idempotencyKey))
    if (before) {
      if (before.gameId !== gameId) throw new DomainError('IDEMPOTENCY_KEY_REUSED')
      return { jobId: null, to: wayOf(before) }
    }
    const order = await findPaid(tx, userId, gameId)
    const terms = await judge(deps, tx, userId, gameId, order)
    if (!order || terms.reason) throw new DomainError(terms.reason ?? 'NOT_OWNED')
    const now = deps.clock.now()
    const { licenceId } = order
    await tx
      .update(orders)
      .set({ status: 'refunded', refundedAt: now, refundKey: idempotencyKey })
      .where(eq(orders.id, order.id))
    const jobId = await shutLicence(tx, { userId, gameId, licenceId }, now)
    const to = wayOf(order)
    if (to === 'card') await giveBackByCard(tx, order, now)
    else await giveBackToWallet(tx, order, wallet.id, now)
    await forgetPurchase(tx, gameId, order.paidAt)
    return { jobId, to }
  })
  // At once; should this fail, the job above is done by whoever runs jobs.
  if (jobId === null) return { status: 'refunded', to }
  await deps.credentials
    .revoke(door)
    .then(() => dropJob(deps.db, jobId))
    .catch((err: unknown) => deps.log.warn({ err, jobId }, 'left to the job runner'))
  return { status: 'refunded', to }
}

/** Revokes a licence and ends what it lets happen right now. Gives the job that shuts the downloads. */
export async function shutLicence(
  tx: Db,
  { licenceId, ...door }: { userId: string; gameId: string; licenceId: string },
  now: Date,
): Promise<string> {
  const { userId, gameId } = door
  await tx.update(licences).set({ revokedAt: now }).where(eq(licences.id, licenceId))
  await tx
    .update(playSessions)
    .set({ endedAt: now })
    .where(and(eq(playSessions.userId, userId), eq(playSessions.gameId, gameId), isNull(playSessions.endedAt)))
  return addJob(tx, 'revoke-access', door, now)
}

async function findByRefundKey(tx: Db, userId: string, refundKey: string) {
  const [order] = await tx
    .select({ gameId: orders.gameId, amount: orders.amount, method: orders.method })
    .from(orders)
    .where(and(eq(orders.userId, userId), eq(orders.refundKey, refundKey)))
  return order
}

const wayOf = (order: { amount: number; method: 'wallet' | 'card' }): RefundWay =>
  order.amount === 0 ? 'none' : order.method

type Paid = Pick<typeof orders.$inferSelect, 'id' | 'userId' | 'amount' | 'currency' | 'returnedAmount'>

async function giveBackToWallet(tx: Db, order: Paid, walletId: string, now: Date): Promise<void> {
  const { id: orderId, userId, amount, currency } = order
  const from = await storeAccount(tx, 'sales', currency)
  await writeJournal(tx, { kind: 'refund', userId, orderId, amount, currency, from, to: walletId, at: now })
  await settleDebt(tx, { userId, orderId, currency, at: now })
  if (amount > 0) await addJob(tx, 'send-receipt', { orderId, about: 'refund' }, now)
}

/**
 * Books a refund to the card and leaves the asking to a job: the provider may be slow, away, or say no. What it has given back by
 * itself already is left out. `from` is the account that the money is on, by default the store's sales.
 */
export async function giveBackByCard(tx: Db, order: Paid, now: Date, from?: string): Promise<void> {
  const { id: orderId, userId, currency } = order
  const amount = order.amount - order.returnedAmount
  const to = await storeAccount(tx, 'provider', currency)
  await writeSides(tx, { kind: 'refund', userId, orderId, currency, at: now, seen: amount }, [
    { accountId: from ?? (await storeAccount(tx, 'sales', currency)), amount: -amount },
    { accountId: to, amount },
  ])
  const [refund] = await tx.insert(refunds).values({ orderId, createdAt: now }).returning({ id: refunds.id })
  if (!refund) throw new DomainError('INTERNAL')
  await addJob(tx, 'return-payment', { refundId: refund.id }, now)
  await addJob(tx, 'send-receipt', { orderId, about: 'refund' }, now)
}

async function findPaid(db: Db, userId: string, gameId: string) {
  const [row] = await db
    .select({
      ...{ id: orders.id, userId: orders.userId, amount: orders.amount, currency: orders.currency },
      returnedAmount: orders.returnedAmount,
      ...{ method: orders.method, paidAt: licences.acquiredAt, licenceId: licences.id },
    })
    .from(licences)
    .innerJoin(orders, eq(orders.licenceId, licences.id))
    .where(
      and(
        eq(licences.userId, userId),
        eq(licences.gameId, gameId),
        isNull(licences.revokedAt),
        eq(orders.status, 'paid'),
      ),
    )
  return row
}

async function judge(
  deps: Pick<Deps, 'clock' | 'settings'>,
  db: Db,
  userId: string,
  gameId: string,
  order: Awaited<ReturnType<typeof findPaid>>,
): Promise<RefundTerms> {
  const { days, playSeconds } = deps.settings.refund
  const played = (await playtimes(db, userId, gameId)).get(gameId)?.playtimeSeconds ?? 0
  const until = order && new Date(order.paidAt.getTime() + days * 24 * 3600_000)
  let reason: RefundReason | undefined
  if (!until) reason = 'NOT_OWNED'
  else if (deps.clock.now() > until) reason = 'REFUND_WINDOW_OVER'
  else if (played >= playSeconds) reason = 'REFUND_PLAYED_TOO_LONG'
  return {
    eligible: reason === undefined,
    reason,
    until: until?.toISOString() ?? null,
    playtimeSeconds: played,
    playtimeLimitSeconds: playSeconds,
    money: order ? { amount: { amount: order.amount, currency: order.currency }, to: wayOf(order) } : null,
  }
}
