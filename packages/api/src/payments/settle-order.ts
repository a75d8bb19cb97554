import { orders, providerEvents } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import type { ProviderEvent } from '../ports/payment-provider.ts'
import { lockWallet, storeAccount, writeJournal } from './ledger.ts'

/**
 * Acts on what the provider tells of a payment, once: the event's id is remembered in the same transaction. An event for an order
 * that is settled already, or of another amount, changes nothing and is logged.
 */
export async function settleOrder(
  deps: Pick<Deps, 'db' | 'clock' | 'log'>,
  provider: string,
  event: ProviderEvent,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const now = deps.clock.now()
    const [fresh] = await tx
      .insert(providerEvents)
      .values({ id: `${provider}:${event.id}`, receivedAt: now })
      .onConflictDoNothing()
      .returning()
    if (!fresh) return
    const [order] = await tx.select().from(orders).where(eq(orders.id, event.orderId)).for('update')
    const facts = { orderId: event.orderId, event: event.id, outcome: event.outcome, status: order?.status }
    if (order?.kind !== 'top_up') return deps.log.warn(facts, 'a payment for no order of ours')
    if (order.status !== 'pending') return deps.log.warn(facts, 'a payment event for an order that is settled')
    if (event.amount !== order.amount || event.currency !== order.currency)
      return deps.log.error(facts, 'a payment of another amount than its order')

    if (event.outcome === 'declined') {
      await tx.update(orders).set({ status: 'failed' }).where(eq(orders.id, order.id))
      return
    }
    await tx.update(orders).set({ status: 'paid', paidAt: now }).where(eq(orders.id, order.id))
    const { userId, amount, currency } = order
    const wallet = await lockWallet(tx, userId, currency)
    const from = await storeAccount(tx, 'provider', currency)
    await writeJournal(tx, {
      kind: 'top_up',
      userId,
      orderId: order.id,
      amount,
      currency,
      from,
      to: wallet.id,
      at: now,
    })
  })
}
