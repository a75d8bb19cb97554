import type { ReviewView } from '@kettle/api/client'
import { withReview } from '@kettle/socials'
import { type InfiniteData, useQueryClient } from '@tanstack/react-query'
import { type Answers, trpc } from '../../lib/trpc.ts'

type Pages = InfiniteData<Answers['socials']['reviews'], string | null>

/** Changes one review wherever it lies, without asking for it again. */
export function usePatchReview(): (reviewId: string, patch: Partial<ReviewView>) => void {
  const client = useQueryClient()
  return (reviewId, patch) => {
    for (const [key] of client.getQueriesData<Pages>({ queryKey: [['socials', 'reviews']] }))
      client.setQueryData<Pages>(key, (data) => data && withReview(data, reviewId, patch))
  }
}

/** Asks anew for all that one's own review changes: the list, the summary, the game's rating. */
export function useReviewsChanged(): (gameId: string) => void {
  const utils = trpc.useUtils()
  return (gameId) => {
    void utils.socials.review.invalidate({ gameId })
    void utils.socials.reviews.invalidate({ gameId })
    void utils.socials.reviewSummary.invalidate({ gameId })
    void utils.search.invalidate()
  }
}
