import { type Db, orders, providerEvents, users } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { addJob } from '../job-queue.ts'
import type { PaymentEvent, ProviderEvent } from '../ports/payment-provider.ts'
import { settleDispute, settleReturn } from './chargeback.ts'
import { bookPurchase, grantLicence } from './deliver.ts'
import { lockWallet, settleDebt, storeAccount, writeJournal } from './ledger.ts'
import { giveBackByCard } from './refund.ts'
import { settleRefund } from './return-payment.ts'

type Order = typeof orders.$inferSelect

/**
 * Acts on what the provider tells of a payment, a refund or a dispute, once: the event's id is remembered in the same transaction. Webhook,
 * job and the closing of old orders all come through here. An event for an order that is settled already, or of another amount,
 * changes nothing and is logged.
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
    if (event.type === 'refund') await settleRefund(deps, tx, event.refundId, event.outcome)
    else if (event.type === 'returned') await settleReturn(deps, tx, event)
    else if (event.type === 'dispute') await settleDispute(deps, tx, event)
    else await settlePayment(deps, tx, event, now)
  })
}

async function settlePayment(deps: Pick<Deps, 'log'>, tx: Db, event: PaymentEvent, now: Date): Promise<void> {
  const [known] = await tx.select().from(orders).where(eq(orders.id, event.orderId))
  const facts = { orderId: event.orderId, event: event.id, outcome: event.outcome, status: known?.status }
  if (!known) return deps.log.warn(facts, 'a payment for no order of ours')
  // The wallet first, as everywhere: whatever moves this user's money goes one after another.
  const wallet = await lockWallet(tx, known.userId, known.currency)
  const [order] = await tx.select().from(orders).where(eq(orders.id, event.orderId)).for('update')
  if (order?.method !== 'card') return deps.log.warn(facts, 'a payment for an order that is not paid by card')
  if (event.amount !== order.amount || event.currency !== order.currency)
    return deps.log.error(facts, 'a payment of another amount than its order')

  if (event.outcome === 'declined') {
    if (order.status === 'pending') await tx.update(orders).set({ status: 'failed' }).where(eq(orders.id, order.id))
    return
  }
  if (order.status !== 'pending' && order.status !== 'failed' && order.status !== 'expired')
    return deps.log.warn(facts, 'a payment event for an order that is settled')
  const [buyer] = await tx.select({ deletedAt: users.deletedAt }).from(users).where(eq(users.id, order.userId))
  if (buyer?.deletedAt) await returnAtOnce(tx, order, wallet.id, now)
  else if (order.kind === 'top_up') await fillWallet(tx, order, wallet.id, now)
  else await deliver(tx, order, now)
}

async function fillWallet(tx: Db, order: Order, walletId: string, now: Date): Promise<void> {
  const { id: orderId, userId, amount, currency } = order
  await tx.update(orders).set({ status: 'paid', paidAt: now }).where(eq(orders.id, orderId))
  const from = await storeAccount(tx, 'provider', currency)
  await writeJournal(tx, { kind: 'top_up', userId, orderId, amount, currency, from, to: walletId, at: now })
  await settleDebt(tx, { userId, orderId, currency, at: now })
  await addJob(tx, 'send-receipt', { orderId, about: 'payment' }, now)
}

/** What nobody can have any more, since the account is gone, goes back the way it came. */
async function returnAtOnce(tx: Db, order: Order, walletId: string, now: Date): Promise<void> {
  const { id: orderId, userId, kind, amount, currency } = order
  await tx.update(orders).set({ status: 'refunded', paidAt: now, refundedAt: now }).where(eq(orders.id, orderId))
  const from = await storeAccount(tx, 'provider', currency)
  const to = kind === 'top_up' ? walletId : await storeAccount(tx, 'sales', currency)
  await writeJournal(tx, { kind, userId, orderId, amount, currency, from, to, at: now })
  await giveBackByCard(tx, order, now, to)
}

async function deliver(tx: Db, order: Order, now: Date): Promise<void> {
  const { id: orderId, userId, gameId, amount, currency } = order
  if (!gameId) throw new Error(`The purchase ${orderId} is of no game`)
  const from = await storeAccount(tx, 'provider', currency)
  const to = await storeAccount(tx, 'sales', currency)
  const licence = await grantLicence(tx, { userId, gameId }, now)
  if (licence) {
    await tx.update(orders).set({ status: 'paid', paidAt: now, licenceId: licence.id }).where(eq(orders.id, orderId))
    await bookPurchase(tx, { ...order, gameId }, { from, to }, now)
    return
  }
  // Bought another way meanwhile: the money goes straight back.
  await tx.update(orders).set({ status: 'refunded', paidAt: now, refundedAt: now }).where(eq(orders.id, orderId))
  await writeJournal(tx, { kind: 'purchase', userId, orderId, amount, currency, from, to, at: now })
  await giveBackByCard(tx, order, now)
}
