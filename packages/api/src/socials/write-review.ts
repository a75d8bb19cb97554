import { type Db, games, reviewEdits, reviews } from '@kettle/db'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { requireLicence } from '../library/ownership.ts'
import { playtimes } from '../library/playtime.ts'
import { findOwnReview, type OwnReview } from './own-review.ts'
import { languageOf } from './review-language.ts'
import { countedThumb, lockReview, lockWriter, recount } from './review-locks.ts'
import type { writeReviewInput } from './review-schema.ts'

/**
 * Writes the caller's one review of a game, or changes it; the words before are kept, the same words again change nothing.
 * NOT_OWNED without a licence; FORBIDDEN to the game's publisher, and where moderators have removed it.
 */
export async function writeReview(
  { db, clock, limiter }: Pick<Deps, 'db' | 'clock' | 'limiter'>,
  userId: string,
  { gameId, recommended, text, language: said }: z.infer<typeof writeReviewInput>,
): Promise<OwnReview> {
  await limiter.take('reviewUser', userId)
  const language = said ?? (await languageOf(text))
  const words = { recommended, text, language }
  return db.transaction(async (tx) => {
    await lockWriter(tx, userId)
    await requireLicence(tx, userId, gameId)
    await refuseOwner(tx, userId, gameId)
    const playtimeSeconds = (await playtimes(tx, userId, gameId)).get(gameId)?.playtimeSeconds ?? 0
    const known = await lockOwn(tx, userId, gameId)
    if (!known) {
      await tx.insert(reviews).values({ userId, gameId, ...words, playtimeSeconds, createdAt: clock.now() })
      await recount(tx, gameId, null, recommended)
    } else if (known.removedAt) {
      throw new DomainError('FORBIDDEN', { message: 'Moderators have removed this review' })
    } else if (known.recommended !== recommended || known.text !== text || known.language !== language) {
      const writtenAt = known.editedAt ?? known.createdAt
      const earlier = { recommended: known.recommended, text: known.text, writtenAt }
      await tx.insert(reviewEdits).values({ reviewId: known.id, ...earlier })
      await tx
        .update(reviews)
        .set({ ...words, playtimeSeconds, editedAt: clock.now() })
        .where(eq(reviews.id, known.id))
      await recount(tx, gameId, countedThumb(known), countedThumb({ ...known, recommended }))
    }
    const review = await findOwnReview({ db: tx }, userId, gameId)
    if (!review) throw new DomainError('INTERNAL')
    return review
  })
}

/** Who sells a game doesn't praise it as a player. */
async function refuseOwner(tx: Db, userId: string, gameId: string): Promise<void> {
  const [own] = await tx
    .select({ id: games.id })
    .from(games)
    .where(and(eq(games.id, gameId), eq(games.ownerId, userId)))
  if (own) throw new DomainError('FORBIDDEN', { message: 'This game is your own' })
}

/** The caller's review of a game under its lock; the writer's lock keeps it from being made meanwhile. */
export async function lockOwn(tx: Db, userId: string, gameId: string) {
  const [mine] = await tx
    .select({ id: reviews.id })
    .from(reviews)
    .where(and(eq(reviews.userId, userId), eq(reviews.gameId, gameId)))
  return mine && lockReview(tx, mine.id)
}
