import { type Db, orders, refunds } from '@kettle/db'
import { and, eq, inArray } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { addJob, type JobPayloads } from '../job-queue.ts'
import { lockWallet, settleDebt, storeAccount, writeSides } from './ledger.ts'

/**
 * Asks the provider to give a payment back. Asked for again it is the same refund, so an outcome that stayed unknown is asked
 * about and never assumed.
 */
export async function returnPayment(
  deps: Pick<Deps, 'db' | 'clock' | 'log' | 'payments'>,
  { refundId }: JobPayloads['return-payment'],
): Promise<void> {
  const [row] = await deps.db
    .select({ status: refunds.status, order: orders })
    .from(refunds)
    .innerJoin(orders, eq(orders.id, refunds.orderId))
    .where(eq(refunds.id, refundId))
  if (row?.status !== 'pending') return
  const { id: orderId, providerRef: ref, currency } = row.order
  const amount = row.order.amount - row.order.returnedAmount
  if (!ref) throw new DomainError('INTERNAL', { message: `The order ${orderId} has no payment` })
  const outcome = await deps.payments.refund({ refundId, orderId, ref, amount, currency })
  // The end of a dispute is told by an event, which asks again or settles this.
  if (outcome === 'pending' || outcome === 'disputed') return
  await deps.db.transaction((tx) => settleRefund(deps, tx, refundId, outcome))
}

/**
 * Writes down how a refund ended, once. What the provider refuses, even after it seemed done, goes into the wallet: the money is the
 * player's either way.
 */
export async function settleRefund(
  deps: Pick<Deps, 'clock' | 'log'>,
  tx: Db,
  refundId: string,
  outcome: 'done' | 'refused',
): Promise<void> {
  const now = deps.clock.now()
  const [settled] = await tx
    .update(refunds)
    .set({ status: outcome, settledAt: now })
    .where(
      and(eq(refunds.id, refundId), inArray(refunds.status, outcome === 'done' ? ['pending'] : ['pending', 'done'])),
    )
    .returning()
  if (!settled) return deps.log.warn({ refundId, outcome }, 'a refund event for no refund that waits')
  if (outcome === 'done') return
  const [order] = await tx.select().from(orders).where(eq(orders.id, settled.orderId))
  if (!order) throw new DomainError('INTERNAL')
  const { id: orderId, userId, currency } = order
  const amount = order.amount - order.returnedAmount
  const wallet = await lockWallet(tx, userId, currency)
  const from = await storeAccount(tx, 'provider', currency)
  await writeSides(tx, { kind: 'refund_to_wallet', userId, orderId, currency, at: now, seen: amount }, [
    { accountId: from, amount: -amount },
    { accountId: wallet.id, amount },
  ])
  await settleDebt(tx, { userId, orderId, currency, at: now })
  await addJob(tx, 'send-receipt', { orderId, about: 'refundToWallet' }, now)
}
