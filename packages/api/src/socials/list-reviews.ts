import { reviews, users } from '@kettle/db'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { notBlocked } from './people.ts'
import { reviewCursor } from './review-cursor.ts'
import type { reviewsInput } from './review-schema.ts'
import { type ReviewView, selectReviews, toReviewView } from './review-view.ts'

type Input = z.infer<typeof reviewsInput>

const helpfulness = sql<number>`(${reviews.helpful} - ${reviews.unhelpful})`

/** What a page is sorted by, and that order as its index has it. */
const orders: Record<Input['sort'], { key: SQL<number>; order: SQL }> = {
  helpful: { key: helpfulness, order: sql`${helpfulness} desc, ${reviews.id} desc nulls last` },
  new: { key: sql`0`, order: sql`${reviews.id} desc nulls last` },
  playtime: {
    key: sql`${reviews.playtimeSeconds}`,
    order: sql`${reviews.playtimeSeconds} desc nulls last, ${reviews.id} desc nulls last`,
  },
}

/** A game's reviews that stand in the open, without those of people with whom the caller shares a block. */
export async function listReviews(
  { db }: Pick<Deps, 'db'>,
  userId: string | null,
  { gameId, sort, language, recommended, limit, cursor }: Input,
): Promise<{ items: ReviewView[]; nextCursor: string | null }> {
  const after = reviewCursor.read(cursor)
  const { key, order } = orders[sort]
  const rows = await selectReviews(db, userId, key)
    .where(
      and(
        eq(reviews.gameId, gameId),
        isNull(reviews.hiddenAt),
        language ? eq(reviews.language, language) : undefined,
        recommended === undefined ? undefined : eq(reviews.recommended, recommended),
        notBlocked(userId, users.id),
        after && past(sort, key, after),
      ),
    )
    .orderBy(order)
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    items: page.map((row) => toReviewView(row, userId)),
    nextCursor: last ? reviewCursor.write([last.key, last.review.id]) : null,
  }
}

function past(sort: Input['sort'], key: SQL, [lastKey, lastId]: [number, string]): SQL {
  if (sort === 'new') return sql`${reviews.id} < ${lastId}::uuid`
  return sql`(${key}, ${reviews.id}) < (${lastKey}::int, ${lastId}::uuid)`
}
