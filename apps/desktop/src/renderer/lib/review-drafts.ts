import type { ReviewDraft } from '@kettle/socials'
import { useState } from 'react'

/** What was begun to be written, by account and game, until the launcher's page is closed: it outlives a game played or a new log-in. */
const drafts = new Map<string, ReviewDraft>()

/** What an account is writing of a game; null while it writes nothing. */
export function useReviewDraft(
  account: string,
  gameId: string,
): [ReviewDraft | null, (draft: ReviewDraft | null) => void] {
  const key = `${account} ${gameId}`
  const [draft, setDraft] = useState(() => drafts.get(key) ?? null)
  const keep = (value: ReviewDraft | null): void => {
    if (value) drafts.set(key, value)
    else drafts.delete(key)
    setDraft(value)
  }
  return [draft, keep]
}
