import { Button, Skeleton } from '@kettle/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { Failed } from '../../lib/failed.tsx'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { type ReviewFilters, toQuestion } from './review-filters.ts'
import { ReviewItem } from './review-item.tsx'

type ReviewListProps = {
  game: { id: string; developer: string }
  filters: ReviewFilters
  mayReply: boolean
  /** What stands there without any. */
  empty: ReactNode
}

/** A game's reviews by others, page by page. One's own stands above the list. */
export function ReviewList({ game, filters, mayReply, empty }: ReviewListProps) {
  const { t } = useTranslation(['reviews', 'common'])
  const say = useToast()
  const explain = useExplain()
  const reviews = trpc.socials.reviews.useInfiniteQuery(toQuestion(game.id, filters), {
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  })
  const loadMore = async () => {
    const { error } = await reviews.fetchNextPage()
    if (error) say('bad', explain(error))
  }
  if (reviews.error && !reviews.data)
    return <Failed title={t('failed')} error={reviews.error} onRetry={() => void reviews.refetch()} />
  if (!reviews.data) return <ReviewListWaiting />
  // Votes may move a review to another page between two of them.
  const all = new Map(reviews.data.pages.flatMap(({ items }) => items.map((review) => [review.id, review])))
  const others = [...all.values()].filter(({ mine }) => !mine)
  if (all.size === 0) return empty
  return (
    <>
      <ul aria-busy={reviews.isPlaceholderData} className="grid gap-4">
        {others.map((review) => (
          <li key={review.id}>
            <ReviewItem review={review} developer={game.developer} mayReply={mayReply} />
          </li>
        ))}
      </ul>
      {reviews.hasNextPage && (
        <Button
          look="secondary"
          className="justify-self-center"
          busy={reviews.isFetchingNextPage}
          onClick={() => void loadMore()}
        >
          {t('common:loadMore')}
        </Button>
      )}
    </>
  )
}

export function ReviewListWaiting() {
  return (
    <div aria-busy="true" className="grid gap-4">
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-52 rounded-2xl" />
      ))}
    </div>
  )
}
