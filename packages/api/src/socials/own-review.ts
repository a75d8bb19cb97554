import { games, reviews } from '@kettle/db'
import { and, eq } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { findLicence } from '../library/ownership.ts'
import { type ReviewView, selectReviews, toReviewView } from './review-view.ts'

export interface OwnReview extends ReviewView {
  /** Hidden while moderators judge it, or removed by them for good. */
  state: 'shown' | 'judged' | 'removed'
}

/** What the caller has said of a game, whether they may say or change something, and whether they answer for it. */
export async function ownReview(
  { db }: Pick<Deps, 'db'>,
  userId: string,
  gameId: string,
): Promise<{ review: OwnReview | null; mayWrite: boolean; mayReply: boolean }> {
  const [review, licence, [game]] = await Promise.all([
    findOwnReview({ db }, userId, gameId),
    findLicence(db, userId, gameId),
    db.select({ ownerId: games.ownerId }).from(games).where(eq(games.id, gameId)),
  ])
  const mayReply = game?.ownerId === userId
  return { review, mayWrite: licence !== null && !mayReply && review?.state !== 'removed', mayReply }
}

/** The caller's one review of a game, hidden or not. */
export async function findOwnReview(
  { db }: Pick<Deps, 'db'>,
  userId: string,
  gameId: string,
): Promise<OwnReview | null> {
  const [row] = await selectReviews(db, userId).where(and(eq(reviews.userId, userId), eq(reviews.gameId, gameId)))
  if (!row) return null
  const { hiddenAt, removedAt } = row.review
  return { ...toReviewView(row, userId), state: removedAt ? 'removed' : hiddenAt ? 'judged' : 'shown' }
}
