import type { ReviewView } from '@kettle/api/client'
import { withReview } from '@kettle/socials'
import type { InfiniteData } from '@tanstack/react-query'
import type { StoreAnswer } from '../../shared/store-requests.ts'
import { storeClient } from './store.ts'

type Pages = InfiniteData<StoreAnswer<'socials.reviews'>, string | null>

/** Changes one review wherever it lies, without asking for it again. */
export function patchReview(reviewId: string, change: Partial<ReviewView>): void {
  storeClient.setQueriesData<Pages>(
    { queryKey: ['socials.reviews'] },
    (data) => data && withReview(data, reviewId, change),
  )
}

/** Shows one's own review as the store has it now, and asks anew for all that hangs on it. */
export function ownReviewChanged(gameId: string, review: StoreAnswer<'socials.review'>['review']): void {
  storeClient.setQueryData<StoreAnswer<'socials.review'>>(
    ['socials.review', { gameId }],
    (own) => own && { ...own, review },
  )
  for (const query of ['socials.review', 'socials.reviews', 'socials.reviewSummary', 'socials.reviewHistory'])
    void storeClient.invalidateQueries({ queryKey: [query] })
}
