import { type Db, licences, orders, providerEvents, refunds } from '@kettle/db'
import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { addJob } from '../job-queue.ts'
import type { DisputeEvent, ReturnEvent } from '../ports/payment-provider.ts'
import { countPurchase, forgetPurchase } from './deliver.ts'
import { changeDebt, lockWallet, storeAccount, writeSides } from './ledger.ts'
import { giveBackByCard, shutLicence } from './refund.ts'
import { settleRefund } from './return-payment.ts'

type Order = typeof orders.$inferSelect

/**
 * Acts on money that was given back at the provider, by its dashboard. A whole purchase loses its licence; of a part only the books
 * hear. Events come in any order: each tells all that was given back so far, so that an older one changes nothing.
 */
export async function settleReturn(deps: Pick<Deps, 'clock' | 'log'>, tx: Db, event: ReturnEvent): Promise<void> {
  const order = await lockOrder(tx, event.orderId)
  const facts = { orderId: event.orderId, event: event.id, status: order?.status }
  if (!order || event.currency !== order.currency) return deps.log.warn(facts, 'a return for no order of ours')
  // Refunds of ours are told too; a disputed payment can't be given back.
  if (order.status === 'refunded') return
  if (order.status !== 'paid') return deps.log.error(facts, 'a return for an order that is not paid')
  const now = deps.clock.now()
  const total = Math.min(event.amount, order.amount)
  const amount = total - order.returnedAmount
  if (amount <= 0) return
  await takeBack(tx, order, amount, now)
  const isWhole = total === order.amount
  await tx
    .update(orders)
    .set({ returnedAmount: total, ...(isWhole ? { status: 'refunded' as const, refundedAt: now } : {}) })
    .where(eq(orders.id, order.id))
  if (isWhole) await closeLicence(tx, order, now)
  await addJob(tx, 'send-receipt', { orderId: order.id, about: 'takenBack', amount }, now)
}

/**
 * Acts on a dispute: the payer's bank has taken the money back from `open` on. What was bought is suspended until the bank has decided;
 * with `won` it comes back, with `lost` it is gone.
 */
export async function settleDispute(deps: Pick<Deps, 'clock' | 'log'>, tx: Db, event: DisputeEvent): Promise<void> {
  const order = await lockOrder(tx, event.orderId)
  const facts = { orderId: event.orderId, event: event.id, state: event.state, status: order?.status }
  if (!order || event.currency !== order.currency) return deps.log.warn(facts, 'a dispute for no order of ours')
  if (event.state === 'open') {
    // Its end may have been told before its beginning.
    const [closed] = await tx
      .select()
      .from(providerEvents)
      .where(eq(providerEvents.id, endOf(event)))
    if (!closed) await openDispute(deps, tx, order, event)
    return
  }
  const now = deps.clock.now()
  await tx
    .insert(providerEvents)
    .values({ id: endOf(event), receivedAt: now })
    .onConflictDoNothing()
  if (order.status === 'paid' && event.state === 'lost') {
    await openDispute(deps, tx, order, event)
    await loseDispute(tx, order, now)
  } else if (order.status === 'disputed') {
    await (event.state === 'won' ? winDispute(tx, order, now) : loseDispute(tx, order, now))
  } else if (order.status === 'refunded') await decideRefund(deps, tx, order, event.state, now)
}

const endOf = ({ disputeId }: DisputeEvent) => `dispute:${disputeId}:closed`

async function openDispute(
  deps: Pick<Deps, 'clock' | 'log'>,
  tx: Db,
  order: Order,
  event: DisputeEvent,
): Promise<void> {
  const now = deps.clock.now()
  const amount = Math.min(event.amount, order.amount - order.returnedAmount)
  if (order.status === 'refunded') {
    await tx.update(orders).set({ disputedAmount: amount }).where(eq(orders.id, order.id))
    return
  }
  if (order.status !== 'paid')
    return deps.log.error({ orderId: order.id, status: order.status }, 'a dispute for an order that is not paid')
  await takeBack(tx, order, amount, now)
  await tx.update(orders).set({ status: 'disputed', disputedAmount: amount }).where(eq(orders.id, order.id))
  await closeLicence(tx, order, now)
  await addJob(tx, 'send-receipt', { orderId: order.id, about: 'disputeOpened', amount }, now)
}

async function loseDispute(tx: Db, order: Order, now: Date): Promise<void> {
  await tx.update(orders).set({ status: 'refunded', refundedAt: now }).where(eq(orders.id, order.id))
  await addJob(tx, 'send-receipt', { orderId: order.id, about: 'disputeLost' }, now)
}

async function winDispute(tx: Db, order: Order, now: Date): Promise<void> {
  const { id: orderId, userId, gameId, licenceId, currency } = order
  const amount = order.disputedAmount ?? 0
  const provider = await storeAccount(tx, 'provider', currency)
  await tx.update(orders).set({ status: 'paid', disputedAmount: null }).where(eq(orders.id, orderId))
  await addJob(tx, 'send-receipt', { orderId, about: 'disputeWon', amount }, now)
  if (!gameId || !licenceId) {
    const wallet = await lockWallet(tx, userId, currency)
    const settled = Math.min(wallet.debt, amount)
    await writeSides(tx, { kind: 'chargeback_won', userId, orderId, currency, at: now, seen: amount - settled }, [
      { accountId: provider, amount: -amount },
      { accountId: wallet.id, amount: amount - settled },
      { accountId: await storeAccount(tx, 'loss', currency), amount: settled },
    ])
    return changeDebt(tx, wallet.id, -settled)
  }
  const sales = await storeAccount(tx, 'sales', currency)
  await writeSides(tx, { kind: 'chargeback_won', userId, orderId, currency, at: now, seen: -amount }, [
    { accountId: provider, amount: -amount },
    { accountId: sales, amount },
  ])
  const another = and(
    eq(licences.userId, userId),
    eq(licences.gameId, gameId),
    isNull(licences.revokedAt),
    ne(licences.id, licenceId),
  )
  const [bought] = await tx.select({ id: licences.id }).from(licences).where(another)
  if (!bought) {
    await tx.update(licences).set({ revokedAt: null }).where(eq(licences.id, licenceId))
    await countPurchase(tx, gameId, now)
    return
  }
  // Bought once more meanwhile: this payment goes back.
  await tx.update(orders).set({ status: 'refunded', refundedAt: now }).where(eq(orders.id, orderId))
  await giveBackByCard(tx, order, now)
}

/** A refund of ours that waited for the bank: lost, the bank has paid it; won, it is asked for again. */
async function decideRefund(
  deps: Pick<Deps, 'clock' | 'log'>,
  tx: Db,
  order: Order,
  state: 'won' | 'lost',
  now: Date,
): Promise<void> {
  const [refund] = await tx
    .select()
    .from(refunds)
    .where(and(eq(refunds.orderId, order.id), eq(refunds.status, 'pending')))
  if (!refund) return
  if (state === 'lost') await settleRefund(deps, tx, refund.id, 'done')
  else await addJob(tx, 'return-payment', { refundId: refund.id }, now)
}

/**
 * Books money that has gone back to the payer: off the store's sales, or out of the wallet that it was paid into. What was spent there
 * already is the store's loss and the wallet's debt.
 */
async function takeBack(tx: Db, order: Order, amount: number, now: Date): Promise<void> {
  const { id: orderId, userId, currency, kind } = order
  const provider = await storeAccount(tx, 'provider', currency)
  const journal = { kind: 'chargeback' as const, userId, orderId, currency, at: now }
  if (kind === 'purchase') {
    const sales = await storeAccount(tx, 'sales', currency)
    return writeSides(tx, { ...journal, seen: amount }, [
      { accountId: sales, amount: -amount },
      { accountId: provider, amount },
    ])
  }
  const wallet = await lockWallet(tx, userId, currency)
  const left = Math.min(wallet.balance, amount)
  const spent = amount - left
  await writeSides(tx, { ...journal, seen: -left }, [
    { accountId: wallet.id, amount: -left },
    { accountId: await storeAccount(tx, 'loss', currency), amount: -spent },
    { accountId: provider, amount },
  ])
  await changeDebt(tx, wallet.id, spent)
}

/** Revokes what a purchase gave, and shuts the doors that it opened. */
async function closeLicence(tx: Db, { userId, gameId, licenceId }: Order, now: Date): Promise<void> {
  if (!gameId || !licenceId) return
  const [licence] = await tx.select().from(licences).where(eq(licences.id, licenceId))
  if (!licence || licence.revokedAt) return
  await shutLicence(tx, { userId, gameId, licenceId }, now)
  await forgetPurchase(tx, gameId, licence.acquiredAt)
}

/** The wallet first, as everywhere: whatever moves this user's money goes one after another. */
async function lockOrder(tx: Db, orderId: string): Promise<Order | undefined> {
  const [known] = await tx.select().from(orders).where(eq(orders.id, orderId))
  if (!known) return undefined
  await lockWallet(tx, known.userId, known.currency)
  const [order] = await tx.select().from(orders).where(eq(orders.id, orderId)).for('update')
  return order
}
