import { reviews, reviewVotes, users } from '@kettle/db'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { notBlocked } from './people.ts'
import { lockReview, lockWriter } from './review-locks.ts'
import type { voteReviewInput } from './review-schema.ts'

export interface VotedReview {
  helpful: number
  unhelpful: number
  vote: boolean | null
}

/** Says that a review helped or didn't, or takes that back (null). One vote a person; FORBIDDEN on one's own. */
export async function voteReview(
  { db, limiter }: Pick<Deps, 'db' | 'limiter'>,
  userId: string,
  { reviewId, helpful }: z.infer<typeof voteReviewInput>,
): Promise<VotedReview> {
  await limiter.take('voteUser', userId)
  return db.transaction(async (tx) => {
    await lockWriter(tx, userId)
    const review = await lockReview(tx, reviewId)
    if (!review || review.hiddenAt) throw new DomainError('NOT_FOUND')
    if (review.userId === userId) throw new DomainError('FORBIDDEN', { message: 'This review is your own' })
    const [author] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, review.userId), isNull(users.deletedAt), notBlocked(userId, users.id)))
    if (!author) throw new DomainError('NOT_FOUND')
    const mine = and(eq(reviewVotes.reviewId, reviewId), eq(reviewVotes.userId, userId))
    const [was] = await tx.select({ helpful: reviewVotes.helpful }).from(reviewVotes).where(mine)
    if (helpful === null) await tx.delete(reviewVotes).where(mine)
    else {
      const target = [reviewVotes.reviewId, reviewVotes.userId]
      await tx
        .insert(reviewVotes)
        .values({ reviewId, userId, helpful })
        .onConflictDoUpdate({ target, set: { helpful } })
    }
    const step = (side: boolean) => Number(helpful === side) - Number(was?.helpful === side)
    const [now] = await tx
      .update(reviews)
      .set({
        helpful: sql`${reviews.helpful} + ${step(true)}`,
        unhelpful: sql`${reviews.unhelpful} + ${step(false)}`,
      })
      .where(eq(reviews.id, reviewId))
      .returning({ helpful: reviews.helpful, unhelpful: reviews.unhelpful })
    if (!now) throw new DomainError('INTERNAL')
    return { ...now, vote: helpful }
  })
}
