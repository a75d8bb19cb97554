import { type Db, orders } from '@kettle/db'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Locale } from '../auth/schema.ts'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { topUpInput } from './schema.ts'

export interface Redirect {
  status: 'redirect'
  /** Where the payer pays. */
  url: string
  orderId: string
}

/** What the payer reads on the provider's page. */
const descriptions: Record<Locale, string> = { en: 'Kettle wallet', ru: 'Кошелёк Kettle' }

/** Opens a payment into the wallet. The same idempotency key again gives the same order and page. */
export async function topUp(
  deps: Pick<Deps, 'db' | 'clock' | 'limiter' | 'payments' | 'settings'>,
  userId: string,
  input: z.infer<typeof topUpInput>,
  locale: Locale = 'en',
): Promise<Redirect> {
  const { currency, publicUrl } = deps.settings
  await deps.limiter.take('topUpUser', userId)
  const order = await deps.db.transaction((tx) => placeOrder(tx, userId, input, currency, deps.clock.now()))
  if (order.payUrl) return { status: 'redirect', url: order.payUrl, orderId: order.id }

  // Outside any transaction: the provider may be slow. Opening twice for one order gives the same payment.
  const opened = await deps.payments.open({
    orderId: order.id,
    amount: order.amount,
    currency,
    description: descriptions[locale],
    returnUrl: `${publicUrl}/wallet?order=${order.id}`,
  })
  await deps.db.transaction((tx) =>
    tx.update(orders).set({ providerRef: opened.ref, payUrl: opened.url }).where(eq(orders.id, order.id)),
  )
  return { status: 'redirect', url: opened.url, orderId: order.id }
}

async function placeOrder(tx: Db, userId: string, input: z.infer<typeof topUpInput>, currency: string, now: Date) {
  const { amount, idempotencyKey } = input
  await tx
    .insert(orders)
    .values({ userId, amount, currency, idempotencyKey, kind: 'top_up', method: 'card', createdAt: now })
    .onConflictDoNothing({ target: [orders.userId, orders.idempotencyKey] })
  const [order] = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.userId, userId), eq(orders.idempotencyKey, idempotencyKey)))
  if (order?.kind !== 'top_up' || order.amount !== amount) throw new DomainError('IDEMPOTENCY_KEY_REUSED')
  return order
}
