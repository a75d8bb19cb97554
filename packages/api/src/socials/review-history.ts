import { reviewEdits, reviews } from '@kettle/db'
import { and, desc, eq, isNull, or } from 'drizzle-orm'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { notBlocked } from './people.ts'

/** Edits that are shown; older ones are kept all the same. */
const SHOWN = 100

export interface EarlierWords {
  recommended: boolean
  text: string
  /** ISO. */
  writtenAt: string
}

/** What a review said before its edits, newest first. One that is hidden is open to its author and to moderators. */
export async function reviewHistory(
  { db }: Pick<Deps, 'db'>,
  user: SignedInUser | null,
  reviewId: string,
): Promise<{ items: EarlierWords[] }> {
  const userId = user?.id ?? null
  const shown = or(isNull(reviews.hiddenAt), userId ? eq(reviews.userId, userId) : undefined)
  const mayLook = user?.role === 'admin' ? undefined : and(shown, notBlocked(userId, reviews.userId))
  const [review] = await db
    .select({ id: reviews.id })
    .from(reviews)
    .where(and(eq(reviews.id, reviewId), mayLook))
  if (!review) throw new DomainError('NOT_FOUND')
  const rows = await db
    .select({ recommended: reviewEdits.recommended, text: reviewEdits.text, writtenAt: reviewEdits.writtenAt })
    .from(reviewEdits)
    .where(eq(reviewEdits.reviewId, reviewId))
    .orderBy(desc(reviewEdits.id))
    .limit(SHOWN)
  return { items: rows.map((row) => ({ ...row, writtenAt: row.writtenAt.toISOString() })) }
}
