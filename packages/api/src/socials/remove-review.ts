import { reviews } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { countedThumb, lockWriter, recount } from './review-locks.ts'
import { lockOwn } from './write-review.ts'

/**
 * Takes the caller's review of a game away, with its votes and earlier words. Reports of it stay open with the text that they are about,
 * or its author would only have to write it anew. NOT_FOUND without one; FORBIDDEN where moderators have removed it, or it could be written anew.
 */
export async function removeReview({ db }: Pick<Deps, 'db'>, userId: string, gameId: string): Promise<void> {
  await db.transaction(async (tx) => {
    await lockWriter(tx, userId)
    const known = await lockOwn(tx, userId, gameId)
    if (!known) throw new DomainError('NOT_FOUND')
    if (known.removedAt) throw new DomainError('FORBIDDEN', { message: 'Moderators have removed this review' })
    await tx.delete(reviews).where(eq(reviews.id, known.id))
    await recount(tx, gameId, countedThumb(known), null)
  })
}
