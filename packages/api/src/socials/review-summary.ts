import { reviews } from '@kettle/db'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Deps } from '../context.ts'

const RECENT_DAYS = 30
const DAY_MS = 24 * 3600_000

export interface ReviewCounts {
  total: number
  positive: number
}

export interface ReviewSummary extends ReviewCounts {
  /** By what they are written in (ISO 639-1), most of them first; languages without reviews are left out. */
  languages: (ReviewCounts & { language: string })[]
  /** Those written in the last 30 days. */
  recent: ReviewCounts
}

/** How many reviews of a game stand in the open, and how many of them recommend it. */
export async function reviewSummary({ db, clock }: Pick<Deps, 'db' | 'clock'>, gameId: string): Promise<ReviewSummary> {
  const since = new Date(clock.now().getTime() - RECENT_DAYS * DAY_MS).toISOString()
  const recently = sql`${reviews.createdAt} >= ${since}::timestamptz`
  const rows = await db
    .select({
      language: reviews.language,
      total: sql<number>`count(*)::int`,
      positive: sql<number>`(count(*) filter (where ${reviews.recommended}))::int`,
      recent: sql<number>`(count(*) filter (where ${recently}))::int`,
      recentPositive: sql<number>`(count(*) filter (where ${recently} and ${reviews.recommended}))::int`,
    })
    .from(reviews)
    .where(and(eq(reviews.gameId, gameId), isNull(reviews.hiddenAt)))
    .groupBy(reviews.language)
  const sum = (key: 'total' | 'positive' | 'recent' | 'recentPositive') => rows.reduce((all, row) => all + row[key], 0)
  return {
    ...{ total: sum('total'), positive: sum('positive') },
    languages: rows
      .map(({ language, total, positive }) => ({ language, total, positive }))
      .toSorted((a, b) => b.total - a.total || (a.language < b.language ? -1 : 1)),
    recent: { total: sum('recent'), positive: sum('recentPositive') },
  }
}
