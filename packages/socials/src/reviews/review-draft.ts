import type { OwnReview } from '@kettle/api/client'

/** What is being written. */
export interface ReviewDraft {
  recommended: boolean
  text: string
}

/**
 * What becomes of a draft when the review that it began with reads otherwise now, since it was changed in another window: one whose
 * words nobody has touched takes the new ones, any other stays as it is.
 */
export function followed(draft: ReviewDraft, before: OwnReview | null, now: OwnReview | null): ReviewDraft | 'touched' {
  if (!now || before?.text === now.text || draft.text === now.text) return draft
  return draft.text === (before?.text ?? '') ? { ...draft, text: now.text } : 'touched'
}
