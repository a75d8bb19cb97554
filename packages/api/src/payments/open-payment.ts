import { orders } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { Locale } from '../auth/schema.ts'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'

/** An order waits this long for its payment. */
const ORDER_MINUTES = 30

export interface Redirect {
  status: 'redirect'
  /** Where the payer pays. */
  url: string
  orderId: string
}

/** When an order that is placed now stops waiting. */
export function orderExpiry(now: Date): Date {
  return new Date(now.getTime() + ORDER_MINUTES * 60_000)
}

/**
 * The page where a waiting order is paid. Outside any transaction: the provider may be slow. Asked for twice it is the same page.
 * @throws DomainError PAYMENT_DECLINED, ORDER_EXPIRED: this order is past paying
 */
export async function openPayment(
  deps: Pick<Deps, 'db' | 'payments'>,
  order: typeof orders.$inferSelect,
  page: { description: string; returnUrl: string; locale: Locale },
): Promise<Redirect> {
  if (order.status === 'failed') throw new DomainError('PAYMENT_DECLINED')
  if (order.status === 'expired') throw new DomainError('ORDER_EXPIRED')
  const { id: orderId, amount, currency, payUrl, expiresAt } = order
  if (payUrl) return { status: 'redirect', url: payUrl, orderId }
  if (!expiresAt) throw new DomainError('INTERNAL')
  const opened = await deps.payments.open({ orderId, amount, currency, expiresAt: expiresAt.toISOString(), ...page })
  await deps.db.transaction((tx) =>
    tx.update(orders).set({ providerRef: opened.ref, payUrl: opened.url }).where(eq(orders.id, orderId)),
  )
  return { status: 'redirect', url: opened.url, orderId }
}
