import { type Db, games, reports, reviews } from '@kettle/db'
import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { type Tell, telling } from './inbox.ts'
import { countedThumb, holdPerson, lockReview, lockWriter, recount } from './review-locks.ts'
import type { judgeReportInput } from './review-schema.ts'

type Verdict = z.infer<typeof judgeReportInput>['verdict']

/**
 * Ends all open reports of a thing: a review is removed or shown again, and its author told. Of messages and people only the verdict
 * is written down. NOT_FOUND when nothing is open (of two moderators at once one judges), FORBIDDEN for one's own.
 */
export async function judgeReport(
  deps: Pick<Deps, 'db' | 'clock' | 'events'>,
  moderatorId: string,
  { kind, targetId, verdict }: z.infer<typeof judgeReportInput>,
): Promise<void> {
  await telling(deps, async (tx, tell) => {
    await lockWriter(tx, moderatorId)
    const open = and(eq(reports.kind, kind), eq(reports.targetId, targetId), isNull(reports.judgedAt))
    const [report] = await tx.select({ accusedId: reports.accusedId }).from(reports).where(open).limit(1)
    if (!report) throw new DomainError('NOT_FOUND')
    if (report.accusedId === moderatorId) throw new DomainError('FORBIDDEN', { message: 'This is your own' })
    await holdPerson(tx, report.accusedId)
    // Reports of a review come in under its lock, so none slips between the judging and the showing.
    const review = kind === 'review' ? await lockReview(tx, targetId) : undefined
    const now = deps.clock.now()
    const judged = await tx
      .update(reports)
      .set({ judgedAt: now, judgedBy: moderatorId, verdict })
      .where(open)
      .returning({ id: reports.id })
    if (judged.length === 0) throw new DomainError('NOT_FOUND')
    if (review) await judgeReview(tx, tell, review, verdict, now)
  })
}

async function judgeReview(
  tx: Db,
  tell: Tell,
  review: typeof reviews.$inferSelect,
  verdict: Verdict,
  now: Date,
): Promise<void> {
  if (review.removedAt || (verdict === 'kept' && !review.hiddenAt)) return
  const hiddenAt = verdict === 'kept' ? null : (review.hiddenAt ?? now)
  await tx
    .update(reviews)
    .set({ hiddenAt, removedAt: verdict === 'removed' ? now : null })
    .where(eq(reviews.id, review.id))
  await recount(tx, review.gameId, countedThumb(review), countedThumb({ ...review, hiddenAt }))
  const [game] = await tx.select({ slug: games.slug }).from(games).where(eq(games.id, review.gameId))
  const payload = { gameId: review.gameId, slug: game?.slug ?? '', reviewId: review.id, verdict }
  await tell({ [review.userId]: payload }, 'reviewJudged')
}
