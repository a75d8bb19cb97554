import { type Db, games, orders, refunds, users } from '@kettle/db'
import { and, eq } from 'drizzle-orm'
import type { Locale } from '../auth/schema.ts'
import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import { inLocale } from '../library/game-cards.ts'
import type { Money } from '../money.ts'

/** An order as its owner sees it; with what a receipt says. */
export interface OrderView {
  id: string
  kind: 'purchase' | 'topUp'
  status: 'pending' | 'paid' | 'refunded' | 'failed' | 'expired' | 'disputed'
  method: 'wallet' | 'card'
  amount: Money
  gameId: string | null
  game: { id: string; slug: string; title: string } | null
  /** Who ordered. */
  buyer: { name: string; email: string }
  /** The page where it is still to be paid. */
  payUrl: string | null
  /** ISO, each null until it happened. */
  createdAt: string
  paidAt: string | null
  refundedAt: string | null
  /** Until when it waits for its payment. */
  expiresAt: string | null
  /** A refund to the card: on its way, arrived, or refused and put into the wallet. Null for any other. */
  cardRefund: 'pending' | 'done' | 'refused' | null
}

/** One order of one's own. */
export async function findOrder(ctx: Pick<Context, 'deps' | 'locale'>, userId: string, id: string): Promise<OrderView> {
  const [row] = await selectOrders(ctx.deps.db).where(and(eq(orders.id, id), eq(orders.userId, userId)))
  if (!row) throw new DomainError('NOT_FOUND')
  return viewOrder(row, ctx.locale)
}

/** Orders with what `viewOrder` needs of other tables, ready for `where`. */
export function selectOrders(db: Db) {
  return db
    .select({
      order: orders,
      game: { id: games.id, slug: games.slug, title: games.title },
      buyer: { name: users.name, email: users.email },
      cardRefund: refunds.status,
    })
    .from(orders)
    .innerJoin(users, eq(users.id, orders.userId))
    .leftJoin(games, eq(games.id, orders.gameId))
    .leftJoin(refunds, eq(refunds.orderId, orders.id))
    .$dynamic()
}

/** A row of `selectOrders` as its owner sees it. */
export function viewOrder(row: Awaited<ReturnType<typeof selectOrders>>[number], locale: Locale): OrderView {
  const { order, game, buyer, cardRefund } = row
  const { id, kind, status, method, amount, currency, gameId, payUrl } = order
  const iso = (moment: Date | null) => moment?.toISOString() ?? null
  return {
    ...{ id, status, method, gameId, buyer, cardRefund },
    kind: kind === 'top_up' ? 'topUp' : kind,
    amount: { amount, currency },
    game: game && { ...game, title: inLocale(game.title, locale) },
    payUrl: status === 'pending' ? payUrl : null,
    createdAt: order.createdAt.toISOString(),
    paidAt: iso(order.paidAt),
    refundedAt: iso(order.refundedAt),
    expiresAt: status === 'pending' ? iso(order.expiresAt) : null,
  }
}
