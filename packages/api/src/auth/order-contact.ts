import { type Db, orders } from '@kettle/db'
import { and, eq, gte, inArray } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { addJob, type JobPayloads } from '../job-queue.ts'
import type { Locale } from './schema.ts'

/** A provider may still tell of a payment this long after its order was placed. */
const LATE_DAYS = 7
const DAY_MS = 24 * 3600_000

/**
 * Keeps the address of an account that is being deleted with its orders that may still be paid, for a week: what comes in by then
 * is given back, and the payer is told.
 */
export async function keepContact(
  tx: Db,
  user: { id: string; email: string; locale: Locale },
  now: Date,
): Promise<void> {
  const kept = await tx
    .update(orders)
    .set({ contact: { email: user.email, locale: user.locale } })
    .where(
      and(
        eq(orders.userId, user.id),
        eq(orders.method, 'card'),
        inArray(orders.status, ['pending', 'failed', 'expired']),
        gte(orders.createdAt, new Date(now.getTime() - LATE_DAYS * DAY_MS)),
      ),
    )
    .returning({ id: orders.id })
  for (const { id: orderId } of kept)
    await addJob(tx, 'forget-contact', { orderId }, new Date(now.getTime() + LATE_DAYS * DAY_MS))
}

/** Forgets the address again. */
export async function forgetContact(deps: Pick<Deps, 'db'>, { orderId }: JobPayloads['forget-contact']): Promise<void> {
  await deps.db.transaction((tx) => tx.update(orders).set({ contact: null }).where(eq(orders.id, orderId)))
}
