import { type Db, licences, reviews, reviewVotes, users } from '@kettle/db'
import { and, eq, sql } from 'drizzle-orm'
import { type PersonName, toPersonName } from './people.ts'

/** A review as everybody sees it. */
export interface ReviewView {
  id: string
  author: PersonName
  recommended: boolean
  text: string
  /** What it is written in, as ISO 639-1. */
  language: string
  /** How long its author had played when these words were written. */
  playtimeSeconds: number
  /** ISO. */
  createdAt: string
  editedAt: string | null
  /** Its author has given the game back. */
  refunded: boolean
  helpful: number
  unhelpful: number
  /** What the caller finds of it; null without a vote. */
  vote: boolean | null
  /** The developer's answer. */
  reply: { text: string; at: string } | null
  /** Whether it is the caller's own. */
  mine: boolean
}

/** Reviews with their authors and the caller's votes, ready for `where` and `orderBy`. `key` is what the page is sorted by. */
export function selectReviews(db: Db, userId: string | null, key = sql<number>`0`) {
  return db
    .select({
      review: reviews,
      author: { id: users.id, name: users.name },
      vote: reviewVotes.helpful,
      owned: sql<boolean>`exists (select from ${licences} where ${licences.userId} = ${reviews.userId}
        and ${licences.gameId} = ${reviews.gameId} and ${licences.revokedAt} is null)`,
      key: sql<number>`${key}::int`,
    })
    .from(reviews)
    .innerJoin(users, eq(users.id, reviews.userId))
    .leftJoin(
      reviewVotes,
      // Nobody's vote is none.
      and(eq(reviewVotes.reviewId, reviews.id), userId ? eq(reviewVotes.userId, userId) : sql`false`),
    )
    .$dynamic()
}

export type ReviewRow = Awaited<ReturnType<typeof selectReviews>>[number]

export function toReviewView({ review, author, vote, owned }: ReviewRow, userId: string | null): ReviewView {
  return {
    ...{ id: review.id, author: toPersonName(author), recommended: review.recommended, text: review.text },
    ...{ language: review.language, playtimeSeconds: review.playtimeSeconds },
    createdAt: review.createdAt.toISOString(),
    editedAt: review.editedAt?.toISOString() ?? null,
    refunded: !owned,
    ...{ helpful: review.helpful, unhelpful: review.unhelpful, vote },
    reply: review.reply && review.repliedAt ? { text: review.reply, at: review.repliedAt.toISOString() } : null,
    mine: author.id === userId,
  }
}
