import { type Db, orders } from '@kettle/db'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Locale } from '../auth/schema.ts'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { closeLater } from './close-order.ts'
import { openPayment, orderExpiry, type Redirect } from './open-payment.ts'
import type { topUpInput } from './schema.ts'

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
  const returnUrl = `${publicUrl}/wallet?order=${order.id}`
  return openPayment(deps, order, { description: descriptions[locale], returnUrl, locale })
}

async function placeOrder(tx: Db, userId: string, input: z.infer<typeof topUpInput>, currency: string, now: Date) {
  const { amount, idempotencyKey } = input
  const [placed] = await tx
    .insert(orders)
    .values({
      ...{ userId, amount, currency, idempotencyKey, kind: 'top_up', method: 'card' },
      ...{ createdAt: now, expiresAt: orderExpiry(now) },
    })
    .onConflictDoNothing({ target: [orders.userId, orders.idempotencyKey] })
    .returning()
  if (placed) {
    await closeLater(tx, placed)
    return placed
  }
  const [order] = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.userId, userId), eq(orders.idempotencyKey, idempotencyKey)))
  if (order?.kind !== 'top_up' || order.amount !== amount) throw new DomainError('IDEMPOTENCY_KEY_REUSED')
  return order
}
