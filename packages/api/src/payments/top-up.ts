import { type Db, orders } from '@kettle/db'
import { amountsOf, type TopUpAmounts } from '@kettle/money'
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

export interface TopUpTerms extends TopUpAmounts {
  /** What an amount must be a multiple of, in minor units: 1 but for currencies whose last digit the provider does not take. */
  step: number
}

/** Opens a payment into the wallet. The same idempotency key again gives the same order and page. */
export async function topUp(
  deps: Pick<Deps, 'db' | 'clock' | 'limiter' | 'payments' | 'settings'>,
  userId: string,
  input: z.infer<typeof topUpInput>,
  locale: Locale = 'en',
): Promise<Redirect> {
  const { currency, publicUrl } = deps.settings
  requireInLimits(input.amount, topUpLimits(deps))
  await deps.limiter.take('topUpUser', userId)
  const order = await deps.db.transaction((tx) => placeOrder(tx, userId, input, currency, deps.clock.now()))
  const returnUrl = `${publicUrl}/wallet?order=${order.id}`
  return openPayment(deps, order, { description: descriptions[locale], returnUrl, locale })
}

/** What one top-up may bring here: the store's own limits, and what the provider takes in its currency. */
export function topUpLimits({ payments, settings }: Pick<Deps, 'payments' | 'settings'>): TopUpTerms {
  const { topUp } = amountsOf(settings.currency)
  const card = payments.cardTerms(settings.currency)
  const min = Math.ceil(Math.max(topUp.min, card.minimum) / card.step) * card.step
  const max = Math.min(topUp.max, card.maximum)
  const presets = topUp.presets.filter((amount) => amount >= min && amount <= max)
  return { min, max, presets, step: card.step }
}

function requireInLimits(amount: number, { min, max, step }: TopUpTerms): void {
  const refuse = (code: string) => new DomainError('INVALID_INPUT', { fields: { amount: code } })
  if (amount < min) throw refuse('AMOUNT_TOO_SMALL')
  if (amount > max) throw refuse('AMOUNT_TOO_LARGE')
  if (amount % step !== 0) throw refuse('AMOUNT_NOT_PAYABLE')
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
