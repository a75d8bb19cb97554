import { games, ledgerJournals, orders } from '@kettle/db'
import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { inLocale } from '../library/game-cards.ts'
import type { Money } from '../money.ts'
import type { historyInput, transactionTypes } from './schema.ts'

type TransactionType = (typeof transactionTypes)[number]

const typeOf = {
  ...{ top_up: 'topUp', purchase: 'purchase', refund: 'refund', refund_to_wallet: 'refundToWallet' },
  ...{ chargeback: 'chargeback', chargeback_won: 'chargebackWon', debt: 'debt' },
} as const

type JournalKind = keyof typeof typeOf

const kindOf = (type: TransactionType): JournalKind =>
  (Object.keys(typeOf) as JournalKind[]).find((kind) => typeOf[kind] === type) ?? 'purchase'

export interface HistoryItem {
  id: string
  type: TransactionType
  /** As the buyer felt it: a purchase is negative. */
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
  { cursor, limit, types }: z.infer<typeof historyInput>,
): Promise<{ items: HistoryItem[]; nextCursor: string | null }> {
  const rows = await ctx.deps.db
    .select({
      id: ledgerJournals.id,
      kind: ledgerJournals.kind,
      createdAt: ledgerJournals.createdAt,
      orderId: orders.id,
      amount: orders.amount,
      seen: ledgerJournals.amount,
      currency: orders.currency,
      method: orders.method,
      game: { id: games.id, slug: games.slug, title: games.title },
    })
    .from(ledgerJournals)
    .innerJoin(orders, eq(orders.id, ledgerJournals.orderId))
    .leftJoin(games, eq(games.id, orders.gameId))
    .where(
      and(
        eq(ledgerJournals.userId, userId),
        cursor ? lt(ledgerJournals.id, cursor) : undefined,
        types ? inArray(ledgerJournals.kind, types.map(kindOf)) : undefined,
      ),
    )
    .orderBy(desc(ledgerJournals.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(({ kind, amount, seen, currency, game, createdAt, ...row }) => ({
    ...row,
    type: typeOf[kind] as TransactionType,
    amount: { amount: seen ?? (kind === 'purchase' ? -amount || 0 : amount), currency },
    game: game && { ...game, title: inLocale(game.title, ctx.locale) },
    createdAt: createdAt.toISOString(),
  }))
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
