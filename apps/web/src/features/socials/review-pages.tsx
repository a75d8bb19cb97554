import { type ReviewFilters, ReviewList, ReviewListWaiting, toQuestion } from '@kettle/socials'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { Failed } from '../../lib/failed.tsx'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { ReviewCard } from './review-card.tsx'

type ReviewPagesProps = {
  game: { id: string; developer: string }
  filters: ReviewFilters
  mayReply: boolean
  /** What stands there without any. */
  empty: ReactNode
}

/** A game's reviews by others, page by page. */
export function ReviewPages({ game, filters, mayReply, empty }: ReviewPagesProps) {
  const { t } = useTranslation('reviews')
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
  return (
    <ReviewList
      pages={reviews.data.pages}
      waiting={reviews.isPlaceholderData}
      more={reviews.hasNextPage ? { busy: reviews.isFetchingNextPage, onMore: () => void loadMore() } : undefined}
      empty={empty}
    >
      {(review) => <ReviewCard review={review} developer={game.developer} mayReply={mayReply} />}
    </ReviewList>
  )
}
