import { type Db, gameStats, reviews, users } from '@kettle/db'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { DomainError } from '../errors.ts'

// All that changes reviews locks in one order, so that nobody waits in a ring: people, then reviews, then a game's counts, then inboxes.

/** Lets one person's writing happen one after another, and not once the account is gone: NOT_SIGNED_IN. */
export async function lockWriter(tx: Db, userId: string): Promise<void> {
  const [row] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)))
    .for('no key update')
  if (!row) throw new DomainError('NOT_SIGNED_IN')
}

/** Keeps somebody from leaving while what is theirs is judged, answered or reported. NOT_FOUND when they have. */
export async function holdPerson(tx: Db, userId: string): Promise<void> {
  const [row] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)))
    .for('key share')
  if (!row) throw new DomainError('NOT_FOUND')
}

/** A review as it is from here to the end of the transaction, or undefined. */
export async function lockReview(tx: Db, reviewId: string): Promise<typeof reviews.$inferSelect | undefined> {
  const [row] = await tx.select().from(reviews).where(eq(reviews.id, reviewId)).for('update')
  return row
}

/** Moves a game's counts by what was and what is now in the open: a thumb up or down, or null for nothing. */
export async function recount(tx: Db, gameId: string, was: boolean | null, is: boolean | null): Promise<void> {
  const count = Number(is !== null) - Number(was !== null)
  const positive = Number(is === true) - Number(was === true)
  if (count === 0 && positive === 0) return
  await tx
    .update(gameStats)
    .set({
      reviewCount: sql`${gameStats.reviewCount} + ${count}`,
      reviewPositive: sql`${gameStats.reviewPositive} + ${positive}`,
    })
    .where(eq(gameStats.gameId, gameId))
}

/** The thumb with which a review counts; null while it is hidden. */
export const countedThumb = (review: { recommended: boolean; hiddenAt: Date | null }): boolean | null =>
  review.hiddenAt ? null : review.recommended
