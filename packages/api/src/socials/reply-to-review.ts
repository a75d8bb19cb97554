import { games, reviews } from '@kettle/db'
import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { telling } from './inbox.ts'
import { notBlocked } from './people.ts'
import { holdPerson, lockReview, lockWriter } from './review-locks.ts'
import type { replyToReviewInput } from './review-schema.ts'

/** The developer's answer below a review: written, changed, or taken back (null). Its author is told of the first. NOT_FOUND to all but the game's publisher. */
export async function replyToReview(
  deps: Pick<Deps, 'db' | 'clock' | 'events' | 'limiter'>,
  userId: string,
  { reviewId, text }: z.infer<typeof replyToReviewInput>,
): Promise<{ reply: { text: string; at: string } | null }> {
  await deps.limiter.take('reviewUser', userId)
  return telling(deps, async (tx, tell) => {
    await lockWriter(tx, userId)
    const [found] = await tx
      .select({ authorId: reviews.userId, gameId: games.id, slug: games.slug })
      .from(reviews)
      .innerJoin(games, eq(games.id, reviews.gameId))
      .where(
        and(
          eq(reviews.id, reviewId),
          eq(games.ownerId, userId),
          isNull(reviews.hiddenAt),
          notBlocked(userId, reviews.userId),
        ),
      )
    if (!found) throw new DomainError('NOT_FOUND')
    const { authorId, gameId, slug } = found
    await holdPerson(tx, authorId)
    const review = await lockReview(tx, reviewId)
    if (!review || review.hiddenAt) throw new DomainError('NOT_FOUND')
    const at = text === review.reply ? review.repliedAt : deps.clock.now()
    const repliedAt = text === null ? null : at
    await tx.update(reviews).set({ reply: text, repliedAt }).where(eq(reviews.id, reviewId))
    if (text !== null && review.reply === null) await tell({ [authorId]: { gameId, slug, reviewId } }, 'reviewReply')
    return { reply: text !== null && repliedAt ? { text, at: repliedAt.toISOString() } : null }
  })
}
