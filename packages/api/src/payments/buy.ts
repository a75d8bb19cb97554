import { type Db, games, orders } from '@kettle/db'
import { and, desc, eq, gt } from 'drizzle-orm'
import type { z } from 'zod'
import type { Locale } from '../auth/schema.ts'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { selectCards, toCard } from '../library/game-cards.ts'
import { findLicence } from '../library/ownership.ts'
import { requireForSale } from '../library/sale-status.ts'
import { isPayableByCard } from './card-terms.ts'
import { closeLater } from './close-order.ts'
import { bookPurchase, grantLicence } from './deliver.ts'
import { lockWallet, storeAccount } from './ledger.ts'
import { openPayment, orderExpiry, type Redirect } from './open-payment.ts'
import type { buyInput } from './schema.ts'

type Order = typeof orders.$inferSelect

/**
 * Buys a game. From the wallet (or for nothing): order, licence and ledger in one transaction. By card: an order that waits, and the
 * page to pay it; what follows is told by the provider. The same idempotency key again answers as the first time; of many purchases
 * at once one is made and the others hear ALREADY_OWNED.
 */
export async function buy(
  deps: Pick<Deps, 'db' | 'clock' | 'limiter' | 'payments' | 'settings'>,
  userId: string,
  input: z.infer<typeof buyInput>,
  locale: Locale = 'en',
): Promise<{ status: 'owned'; orderId: string } | Redirect> {
  if (input.method === 'card') await deps.limiter.take('topUpUser', userId)
  const { order, title } = await deps.db.transaction((tx) => place(deps, tx, userId, input, locale))
  if (order.status === 'paid') return { status: 'owned', orderId: order.id }
  const returnUrl = `${deps.settings.publicUrl}/order/${order.id}`
  return openPayment(deps, order, { description: title, returnUrl, locale })
}

async function place(
  deps: Pick<Deps, 'clock' | 'payments' | 'settings'>,
  tx: Db,
  userId: string,
  input: z.infer<typeof buyInput>,
  locale: Locale,
): Promise<{ order: Order; title: string }> {
  const { gameId, method, idempotencyKey, expectedPrice } = input
  const { currency } = deps.settings
  const now = deps.clock.now()
  const wallet = await lockWallet(tx, userId, currency)
  // Its publisher can't delete it until this is over; the order or licence would take this lock anyway.
  const [row] = await selectCards(tx, now).where(eq(games.id, gameId)).for('key share', { of: games })
  const card = row && toCard(row, locale, currency)

  const before = await findByKey(tx, userId, idempotencyKey)
  if (before) {
    const same = before.kind === 'purchase' && before.gameId === gameId && before.method === method
    // A refunded one is no answer to "is it mine": the key was used up by that purchase.
    if (!same || before.status === 'refunded' || before.status === 'disputed')
      throw new DomainError('IDEMPOTENCY_KEY_REUSED')
    return { order: before, title: card?.title ?? 'Kettle' }
  }

  if (!card) throw new DomainError('NOT_FOR_SALE')
  if (await findLicence(tx, userId, gameId)) throw new DomainError('ALREADY_OWNED')
  requireForSale(card.saleStatus)
  const { amount } = card.price
  if (expectedPrice !== undefined && expectedPrice !== amount) throw new DomainError('PRICE_CHANGED')
  const { title } = card
  const values = { userId, gameId, method, amount, currency, idempotencyKey, kind: 'purchase' as const, createdAt: now }

  if (method === 'card' && amount > 0) {
    if (!isPayableByCard(amount, deps.payments.cardTerms(currency))) throw new DomainError('CARD_NOT_POSSIBLE')
    const waiting = await findWaiting(tx, userId, gameId, amount, now)
    if (waiting) return { order: waiting, title }
    const order = await insertOrder(tx, { ...values, expiresAt: orderExpiry(now) })
    await closeLater(tx, order)
    return { order, title }
  }

  if (wallet.debt > 0 && amount > 0) throw new DomainError('WALLET_BLOCKED')
  if (wallet.balance < amount) throw new DomainError('INSUFFICIENT_FUNDS')
  const licence = await grantLicence(tx, { userId, gameId }, now)
  if (!licence) throw new DomainError('ALREADY_OWNED')
  const order = await insertOrder(tx, { ...values, status: 'paid', licenceId: licence.id, paidAt: now })
  const sales = await storeAccount(tx, 'sales', currency)
  await bookPurchase(tx, { ...order, gameId }, { from: wallet.id, to: sales }, now)
  return { order, title }
}

async function insertOrder(tx: Db, values: typeof orders.$inferInsert): Promise<Order> {
  const [order] = await tx.insert(orders).values(values).returning()
  if (!order) throw new DomainError('INTERNAL')
  return order
}

async function findByKey(tx: Db, userId: string, idempotencyKey: string): Promise<Order | undefined> {
  const [order] = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.userId, userId), eq(orders.idempotencyKey, idempotencyKey)))
  return order
}

/** The same purchase, begun before and still to be paid: two pages for one game would only invite to pay twice. */
async function findWaiting(
  tx: Db,
  userId: string,
  gameId: string,
  amount: number,
  now: Date,
): Promise<Order | undefined> {
  const [order] = await tx
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.userId, userId),
        eq(orders.gameId, gameId),
        eq(orders.status, 'pending'),
        eq(orders.amount, amount),
        gt(orders.expiresAt, new Date(now.getTime() + 5 * 60_000)),
      ),
    )
    .orderBy(desc(orders.id))
    .limit(1)
  return order
}
