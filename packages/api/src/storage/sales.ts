import { orders } from '@kettle/db'
import { and, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Deps, SignedInUser } from '../context.ts'
import type { Money } from '../money.ts'
import { requireOwnGame } from './own.ts'

const DAYS = 30

export interface Sales {
  /** Purchases that stand, and those that were given back. */
  sold: number
  refunded: number
  /** What the purchases that stand brought. */
  revenue: Money
  /** The last thirty days in UTC, oldest first, each day there. */
  days: { date: string; sold: number; revenue: number }[]
}

/** What a game of the publisher's own has sold so far. */
export async function sales(
  deps: Pick<Deps, 'db' | 'clock' | 'settings'>,
  user: SignedInUser,
  gameId: string,
): Promise<Sales> {
  await requireOwnGame(deps.db, user, gameId)
  const { currency } = deps.settings
  const ofGame = and(eq(orders.gameId, gameId), eq(orders.currency, currency))
  const [totals] = await deps.db
    .select({
      sold: sql<number>`count(*) filter (where ${orders.status} = 'paid')::int`,
      refunded: sql<number>`count(*) filter (where ${orders.status} = 'refunded')::int`,
      revenue: sql<number>`coalesce(sum(${orders.amount}) filter (where ${orders.status} = 'paid'), 0)::float8`,
    })
    .from(orders)
    .where(and(ofGame, inArray(orders.status, ['paid', 'refunded'])))
  const midnight = new Date(`${deps.clock.now().toISOString().slice(0, 10)}T00:00:00Z`).getTime()
  const first = midnight - (DAYS - 1) * 86_400_000
  const day = sql<string>`to_char(${orders.paidAt} at time zone 'UTC', 'YYYY-MM-DD')`
  const rows = await deps.db
    .select({ date: day, sold: sql<number>`count(*)::int`, revenue: sql<number>`sum(${orders.amount})::float8` })
    .from(orders)
    .where(and(ofGame, eq(orders.status, 'paid'), gte(orders.paidAt, new Date(first))))
    .groupBy(day)
  const byDate = new Map(rows.map((row) => [row.date, row]))
  return {
    sold: totals?.sold ?? 0,
    refunded: totals?.refunded ?? 0,
    revenue: { amount: totals?.revenue ?? 0, currency },
    days: Array.from({ length: DAYS }, (_, index) => {
      const date = new Date(first + index * 86_400_000).toISOString().slice(0, 10)
      return byDate.get(date) ?? { date, sold: 0, revenue: 0 }
    }),
  }
}
