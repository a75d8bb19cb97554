import { type Db, jobs, licences, orders, playSessions } from '@kettle/db'
import { and, eq, isNull } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { finishJob, type RevokeAccess } from '../jobs.ts'
import { playtimes } from '../library/playtime.ts'
import { lockWallet, storeAccount, writeJournal } from './ledger.ts'

type RefundReason = 'NOT_OWNED' | 'REFUND_WINDOW_OVER' | 'REFUND_PLAYED_TOO_LONG'

export interface RefundTerms {
  eligible: boolean
  reason?: RefundReason
  /** ISO; null when there is nothing to give back. */
  until: string | null
  playtimeSeconds: number
  playtimeLimitSeconds: number
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

/**
 * Gives a game back: money into the wallet, licence revoked, in one transaction; then every door that the licence opened is shut.
 * Of many at once one is made, and the others hear NOT_OWNED.
 */
export async function refund(
  deps: Pick<Deps, 'db' | 'clock' | 'credentials' | 'log' | 'settings'>,
  userId: string,
  gameId: string,
): Promise<{ status: 'refunded' }> {
  const { currency } = deps.settings
  const payload: RevokeAccess = { userId, gameId }
  const jobId = await deps.db.transaction(async (tx) => {
    const wallet = await lockWallet(tx, userId, currency)
    const order = await findPaid(tx, userId, gameId)
    const terms = await judge(deps, tx, userId, gameId, order)
    if (!order || terms.reason) throw new DomainError(terms.reason ?? 'NOT_OWNED')
    const now = deps.clock.now()
    await tx.update(licences).set({ revokedAt: now }).where(eq(licences.id, order.licenceId))
    await tx.update(orders).set({ status: 'refunded', refundedAt: now }).where(eq(orders.id, order.id))
    await tx
      .update(playSessions)
      .set({ endedAt: now })
      .where(and(eq(playSessions.userId, userId), eq(playSessions.gameId, gameId), isNull(playSessions.endedAt)))
    const from = await storeAccount(tx, 'sales', currency)
    const { id: orderId, amount } = order
    await writeJournal(tx, { kind: 'refund', userId, orderId, amount, currency, from, to: wallet.id, at: now })
    const [job] = await tx
      .insert(jobs)
      .values({ kind: 'revoke-access', payload, runAt: now })
      .returning({ id: jobs.id })
    return job?.id
  })
  // At once; should this fail, the job above is done by whoever runs jobs.
  if (jobId)
    await finishJob(deps, jobId).catch((err: unknown) => deps.log.warn({ err, jobId }, 'left to the job runner'))
  return { status: 'refunded' }
}

async function findPaid(db: Db, userId: string, gameId: string) {
  const [row] = await db
    .select({ id: orders.id, amount: orders.amount, paidAt: licences.acquiredAt, licenceId: licences.id })
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
  order: { paidAt: Date } | undefined,
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
  }
}
