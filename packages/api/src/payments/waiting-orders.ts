import { type Db, orders } from '@kettle/db'
import { and, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Context, Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { closeOrder } from './close-order.ts'
import { type OrderView, selectOrders, viewOrder } from './find-order.ts'

/** A declined order is shown this long, unless the game was ordered again. */
const DECLINED_MS = 24 * 3600_000

/** Card orders that wait for their payment, or that a bank declined a short time ago, newest first: at most 20. */
export async function waitingOrders(
  ctx: Pick<Context, 'deps' | 'locale'>,
  userId: string,
): Promise<{ items: OrderView[] }> {
  const now = ctx.deps.clock.now()
  const orderedAgain = sql`exists (select from ${orders} later where later.user_id = ${orders.userId}
    and later.game_id = ${orders.gameId} and later.id > ${orders.id} and later.status in ('pending', 'paid', 'disputed'))`
  const rows = await selectOrders(ctx.deps.db)
    .where(
      and(
        eq(orders.userId, userId),
        eq(orders.method, 'card'),
        or(
          and(eq(orders.status, 'pending'), gt(orders.expiresAt, now)),
          and(
            eq(orders.status, 'failed'),
            isNull(orders.cancelledAt),
            gt(orders.createdAt, new Date(now.getTime() - DECLINED_MS)),
            sql`not ${orderedAgain}`,
          ),
        ),
      ),
    )
    .orderBy(desc(orders.id))
    .limit(20)
  return { items: rows.map((row) => viewOrder(row, ctx.locale)) }
}

/**
 * Gives up an order that waits: its page at the provider is closed, so that nobody pays it any more. What had been paid by then counts.
 * A declined one is only shown no more. Twice answers alike.
 * @throws DomainError NOT_FOUND, UNAVAILABLE
 */
export async function cancelOrder(
  deps: Pick<Deps, 'db' | 'clock' | 'log' | 'payments'>,
  userId: string,
  orderId: string,
): Promise<{ status: OrderView['status'] }> {
  const order = await ownOrder(deps.db, userId, orderId)
  if (order.status === 'pending') await closeOrder(deps, { orderId })
  await deps.db.transaction((tx) =>
    tx
      .update(orders)
      .set({ cancelledAt: deps.clock.now() })
      .where(and(eq(orders.id, orderId), isNull(orders.cancelledAt), inArray(orders.status, ['failed', 'expired']))),
  )
  return { status: (await ownOrder(deps.db, userId, orderId)).status }
}

async function ownOrder(db: Db, userId: string, orderId: string): Promise<Pick<typeof orders.$inferSelect, 'status'>> {
  const [order] = await db
    .select({ status: orders.status })
    .from(orders)
    .where(and(eq(orders.id, orderId), eq(orders.userId, userId), eq(orders.method, 'card')))
  if (!order) throw new DomainError('NOT_FOUND')
  return order
}
