import { type Db, orders } from '@kettle/db'
import { and, eq } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { addJob, type JobPayloads } from '../job-queue.ts'
import { settleOrder } from './settle-order.ts'

/** After its time an order is left alone for this long: a payment made in the last second may still be on its way. */
const GRACE_MS = 60_000

/** Sees to it that an order does not wait for ever. In the transaction that places it. */
export async function closeLater(tx: Db, order: typeof orders.$inferSelect): Promise<void> {
  if (!order.expiresAt) return
  await addJob(tx, 'close-order', { orderId: order.id }, new Date(order.expiresAt.getTime() + GRACE_MS))
}

/**
 * Ends the waiting for a payment: the provider closes its page first, and what had been paid there though no event told of it
 * counts as paid. Only then the order is expired.
 */
export async function closeOrder(
  deps: Pick<Deps, 'db' | 'clock' | 'log' | 'payments'>,
  { orderId }: JobPayloads['close-order'],
): Promise<void> {
  const [order] = await deps.db
    .select()
    .from(orders)
    .where(and(eq(orders.id, orderId), eq(orders.status, 'pending')))
  if (!order) return
  const paid = order.providerRef ? await deps.payments.close({ orderId, ref: order.providerRef }) : null
  if (paid) {
    const event = { type: 'payment', id: `closed:${orderId}`, orderId, outcome: 'paid', ...paid } as const
    return settleOrder(deps, deps.payments.name, event)
  }
  await deps.db.transaction((tx) =>
    tx
      .update(orders)
      .set({ status: 'expired' })
      .where(and(eq(orders.id, orderId), eq(orders.status, 'pending'))),
  )
}
