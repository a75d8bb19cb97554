import { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import { cursorInput } from '../cursor-input.ts'

export const reviewSorts = ['helpful', 'new', 'playtime'] as const
export const reportReasons = ['spam', 'abuse', 'hate', 'spoiler', 'scam', 'other'] as const
export const reportKinds = ['review', 'message', 'user'] as const
/** Characters. */
export const REVIEW_MAX = 8000
export const REPLY_MAX = 4000
export const NOTE_MAX = 500
/** So many owners with an open report each hide a review until it is judged; others count less. */
export const REPORTS_THAT_HIDE = 5

/** Words that can be seen, after cleaning. The first limit only keeps the cleaning cheap. */
const words = (max: number) =>
  z
    .string({ error: 'TEXT_REQUIRED' })
    .max(max * 3, 'TEXT_TOO_LONG')
    .transform(cleanText)
    .pipe(
      z
        .string()
        .max(max, 'TEXT_TOO_LONG')
        .regex(/[\p{L}\p{N}\p{P}\p{S}]/u, 'TEXT_REQUIRED'),
    )

/** ISO 639-1, like `pt`. */
const languageCode = z.string().regex(/^[a-z]{2,3}$/u, 'LANGUAGE_INVALID')

export const reviewsInput = z.object({
  gameId: z.uuid(),
  sort: z.enum(reviewSorts).default('helpful'),
  language: languageCode.optional(),
  recommended: z.boolean().optional(),
  cursor: cursorInput(),
  limit: z.int().min(1).max(100).default(20),
})
export const reviewGameInput = z.object({ gameId: z.uuid() })
export const reviewIdInput = z.object({ reviewId: z.uuid() })
export const writeReviewInput = z.object({
  gameId: z.uuid(),
  recommended: z.boolean({ error: 'THUMB_REQUIRED' }),
  text: words(REVIEW_MAX),
  /** What it is written in; without it the text tells. */
  language: languageCode.optional(),
})
export const voteReviewInput = z.object({
  reviewId: z.uuid(),
  /** Null takes the vote back. */
  helpful: z.boolean().nullable(),
})
export const replyToReviewInput = z.object({
  reviewId: z.uuid(),
  /** Null takes the reply back. */
  text: words(REPLY_MAX).nullable(),
})

/**
 * The id of a review or of a person. A message is called `person:seq` by who is in the conversation: by the other person's id and its
 * number. Moderators, to whom it is nobody's other, know it as `thread:seq`.
 */
const targetId = z
  .string()
  .max(60)
  .regex(/^[0-9a-f-]{36}(:[1-9]\d{0,14})?$/u)
const target = { kind: z.enum(reportKinds), targetId }
/** An id that the kind can't have names nothing. */
const fits = ({ kind, targetId }: { kind: (typeof reportKinds)[number]; targetId: string }) => {
  const [id, seq] = targetId.split(':')
  return z.uuid().safeParse(id).success && (seq !== undefined) === (kind === 'message')
}
const misfit = { path: ['targetId'], error: 'TARGET_INVALID' }

export const reportContentInput = z
  .object({
    ...target,
    reason: z.enum(reportReasons, { error: 'REASON_REQUIRED' }),
    note: z.string().max(NOTE_MAX, 'TEXT_TOO_LONG').transform(cleanText).default(''),
  })
  .refine(fits, misfit)
export const reportsInput = z
  .object({ cursor: z.uuid().nullish(), limit: z.int().min(1).max(100).default(20) })
  .default({ limit: 20 })
export const judgeReportInput = z.object({ ...target, verdict: z.enum(['kept', 'removed']) }).refine(fits, misfit)
