import { games, ledgerJournals, orders } from '@kettle/db'
import { and, desc, eq, lt } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { Money } from '../money.ts'
import type { historyInput } from './schema.ts'

export interface HistoryItem {
  id: string
  type: 'topUp' | 'purchase' | 'refund'
  /** As the wallet felt it: a purchase is negative. */
  amount: Money
  method: 'wallet' | 'card'
  orderId: string
  game: { id: string; slug: string; title: string } | null
  /** ISO. */
  createdAt: string
}

/** A user's transactions, newest first. `cursor` is the id of the last one seen. */
export async function history(
  ctx: Pick<Context, 'deps' | 'locale'>,
  userId: string,
  { cursor, limit }: z.infer<typeof historyInput>,
): Promise<{ items: HistoryItem[]; nextCursor: string | null }> {
  const rows = await ctx.deps.db
    .select({
      id: ledgerJournals.id,
      kind: ledgerJournals.kind,
      createdAt: ledgerJournals.createdAt,
      orderId: orders.id,
      amount: orders.amount,
      currency: orders.currency,
      method: orders.method,
      game: { id: games.id, slug: games.slug, title: games.title },
    })
    .from(ledgerJournals)
    .innerJoin(orders, eq(orders.id, ledgerJournals.orderId))
    .leftJoin(games, eq(games.id, orders.gameId))
    .where(and(eq(ledgerJournals.userId, userId), cursor ? lt(ledgerJournals.id, cursor) : undefined))
    .orderBy(desc(ledgerJournals.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(({ kind, amount, currency, game, createdAt, ...row }) => ({
    ...row,
    type: kind === 'top_up' ? ('topUp' as const) : kind,
    amount: { amount: kind === 'purchase' ? -amount || 0 : amount, currency },
    game: game && { ...game, title: game.title[ctx.locale] || game.title.en },
    createdAt: createdAt.toISOString(),
  }))
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

export interface OrderView {
  id: string
  kind: 'purchase' | 'topUp'
  status: 'pending' | 'paid' | 'refunded' | 'failed' | 'expired'
  amount: Money
  gameId: string | null
  /** The page where it is still to be paid. */
  payUrl: string | null
}

/** One order of one's own. */
export async function findOrder(deps: Pick<Context['deps'], 'db'>, userId: string, id: string): Promise<OrderView> {
  const [order] = await deps.db
    .select()
    .from(orders)
    .where(and(eq(orders.id, id), eq(orders.userId, userId)))
  if (!order) throw new DomainError('NOT_FOUND')
  const { kind, status, amount, currency, gameId, payUrl } = order
  return {
    ...{ id, status, gameId },
    kind: kind === 'top_up' ? 'topUp' : kind,
    amount: { amount, currency },
    payUrl: status === 'pending' ? payUrl : null,
  }
}
