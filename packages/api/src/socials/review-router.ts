import { moderator, open, publisher, signedIn } from '../trpc.ts'
import { judgeReport } from './judge-report.ts'
import { listReports } from './list-reports.ts'
import { listReviews } from './list-reviews.ts'
import { ownReview } from './own-review.ts'
import { removeReview } from './remove-review.ts'
import { replyToReview } from './reply-to-review.ts'
import { reportContent } from './report-content.ts'
import { reviewHistory } from './review-history.ts'
import {
  judgeReportInput,
  replyToReviewInput,
  reportContentInput,
  reportsInput,
  reviewGameInput,
  reviewIdInput,
  reviewsInput,
  voteReviewInput,
  writeReviewInput,
} from './review-schema.ts'
import { reviewSummary } from './review-summary.ts'
import { voteReview } from './vote-review.ts'
import { writeReview } from './write-review.ts'

/** What `socials` has of reviews and of their moderation. */
export const reviewProcedures = {
  reviews: open
    .input(reviewsInput)
    .query(({ ctx, input }) => listReviews(ctx.deps, ctx.session?.user.id ?? null, input)),
  reviewSummary: open.input(reviewGameInput).query(({ ctx, input }) => reviewSummary(ctx.deps, input.gameId)),
  reviewHistory: open
    .input(reviewIdInput)
    .query(({ ctx, input }) => reviewHistory(ctx.deps, ctx.session?.user ?? null, input.reviewId)),
  review: signedIn.input(reviewGameInput).query(({ ctx, input }) => ownReview(ctx.deps, ctx.user.id, input.gameId)),
  writeReview: signedIn.input(writeReviewInput).mutation(({ ctx, input }) => writeReview(ctx.deps, ctx.user.id, input)),
  removeReview: signedIn
    .input(reviewGameInput)
    .mutation(({ ctx, input }) => removeReview(ctx.deps, ctx.user.id, input.gameId)),
  voteReview: signedIn.input(voteReviewInput).mutation(({ ctx, input }) => voteReview(ctx.deps, ctx.user.id, input)),
  replyToReview: publisher
    .input(replyToReviewInput)
    .mutation(({ ctx, input }) => replyToReview(ctx.deps, ctx.user.id, input)),
  reportContent: signedIn
    .input(reportContentInput)
    .mutation(({ ctx, input }) => reportContent(ctx.deps, ctx.user.id, input)),
  reports: moderator.input(reportsInput).query(({ ctx, input }) => listReports(ctx, input)),
  judgeReport: moderator
    .input(judgeReportInput)
    .mutation(({ ctx, input }) => judgeReport(ctx.deps, ctx.user.id, input)),
}
