import { type Db, gameStats, reports, reviews, reviewVotes } from '@kettle/db'
import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'

/**
 * Takes away what somebody said of games and of others: reviews, votes, open reports; of judged reports only their words. The counts of
 * reviews and games follow. The account must be locked already; reviews are locked before games' counts, as everywhere.
 */
export async function forgetReviews(tx: Db, userId: string): Promise<void> {
  const voted = await tx
    .select({ reviewId: reviewVotes.reviewId })
    .from(reviewVotes)
    .where(eq(reviewVotes.userId, userId))
  const reported = await tx
    .select({ targetId: reports.targetId })
    .from(reports)
    .where(and(eq(reports.reporterId, userId), eq(reports.kind, 'review'), isNull(reports.judgedAt)))
  const others = [...voted.map(({ reviewId }) => reviewId), ...reported.map(({ targetId }) => targetId)]
  const touched = await tx
    .select()
    .from(reviews)
    .where(or(eq(reviews.userId, userId), inArray(reviews.id, others)))
    .orderBy(reviews.id)
    .for('update')

  const unvoted = await tx
    .delete(reviewVotes)
    .where(eq(reviewVotes.userId, userId))
    .returning({ reviewId: reviewVotes.reviewId, helpful: reviewVotes.helpful })
  for (const helpful of [true, false]) {
    const ids = unvoted.flatMap((vote) => (vote.helpful === helpful ? vote.reviewId : []))
    const counter = helpful ? reviews.helpful : reviews.unhelpful
    await tx
      .update(reviews)
      .set({ [helpful ? 'helpful' : 'unhelpful']: sql`${counter} - 1` })
      .where(inArray(reviews.id, ids))
  }
  await tx
    .delete(reports)
    .where(and(or(eq(reports.reporterId, userId), eq(reports.accusedId, userId)), isNull(reports.judgedAt)))
  await tx.update(reports).set({ note: '' }).where(eq(reports.reporterId, userId))
  await tx.update(reports).set({ excerpt: '' }).where(eq(reports.accusedId, userId))
  // One that was hidden by reports of which none is left would wait for its judge for ever.
  const stillOpen = sql`exists (select from ${reports} where ${reports.kind} = 'review'
    and ${reports.targetId} = ${reviews.id}::text and ${reports.judgedAt} is null)`
  const shown = await tx
    .update(reviews)
    .set({ hiddenAt: null })
    .where(
      and(
        inArray(
          reviews.id,
          reported.map(({ targetId }) => targetId),
        ),
        isNotNull(reviews.hiddenAt),
        isNull(reviews.removedAt),
        sql`not ${stillOpen}`,
      ),
    )
    .returning({ gameId: reviews.gameId, recommended: reviews.recommended })
  await tx.delete(reviews).where(eq(reviews.userId, userId))

  const gone = touched.filter((review) => review.userId === userId && review.hiddenAt === null)
  const steps = [...gone.map((review) => ({ ...review, step: -1 })), ...shown.map((review) => ({ ...review, step: 1 }))]
  for (const { gameId, recommended, step } of steps.toSorted((a, b) => (a.gameId < b.gameId ? -1 : 1)))
    await tx
      .update(gameStats)
      .set({
        reviewCount: sql`${gameStats.reviewCount} + ${step}`,
        reviewPositive: sql`${gameStats.reviewPositive} + ${recommended ? step : 0}`,
      })
      .where(eq(gameStats.gameId, gameId))
}
