import {
  NoReviews,
  ReviewFilterBar,
  type ReviewFilters,
  ReviewList,
  ReviewListWaiting,
  ReviewSummaryBar,
  toQuestion,
} from '@kettle/socials'
import { Skeleton } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { useStoreFailure } from '../../lib/failure.ts'
import { say } from '../../lib/say.ts'
import { useStore, useStorePages } from '../../lib/store.ts'
import { StoreTrouble } from '../../store-trouble.tsx'
import { OwnReviewBox } from './own-review-box.tsx'
import { ReviewCard } from './review-card.tsx'

export type ReviewsSectionProps = {
  /** Who is logged in, to keep what different players write apart. */
  account: string
  gameId: string
  /** Of a game in the library. */
  slug: string | null
  filters: ReviewFilters
  onFilter: (filters: ReviewFilters) => void
}

/** What players say of a game, and the place to say it oneself. */
export function ReviewsSection({ account, gameId, slug, filters, onFilter }: ReviewsSectionProps) {
  const { t } = useTranslation('reviews')
  const explain = useStoreFailure()
  const summary = useStore('socials.reviewSummary', { gameId })
  const own = useStore('socials.review', { gameId })
  const reviews = useStorePages('socials.reviews', toQuestion(gameId, filters), { keepOld: true })
  const questions = [summary, own, reviews]
  const failed = questions.find(({ error, data }) => error && !data) ?? questions.find(({ error }) => error)
  // Only who replied is named by it: a screen without replies doesn't ask.
  const replied = [own.data?.review, ...(reviews.data?.pages.flatMap(({ items }) => items) ?? [])].some(
    (review) => review?.reply,
  )
  const game = useStore('search.game', { slug: slug ?? '' }, { enabled: slug !== null && replied })
  const developer = game.data?.developer ?? null
  const trouble = failed && (
    <StoreTrouble
      title={t('failed')}
      asked={{
        ...failed,
        refetch() {
          for (const question of questions) if (question.error) void question.refetch()
        },
      }}
    />
  )
  if (failed && !failed.data) return trouble
  const loadMore = async (): Promise<void> => {
    const { error } = await reviews.fetchNextPage()
    if (error) say('bad', explain(error))
  }
  const more = { busy: reviews.isFetchingNextPage, onMore: () => void loadMore() }
  return (
    <>
      {trouble}
      {summary.data && <ReviewSummaryBar summary={summary.data} written={filters.written} />}
      {own.data ? (
        <OwnReviewBox account={account} gameId={gameId} own={own.data} developer={developer} />
      ) : (
        <Skeleton className="h-28 rounded-2xl" />
      )}
      {(summary.data?.total ?? 0) > 0 && (
        <ReviewFilterBar filters={filters} summary={summary.data} onChange={onFilter} />
      )}
      {reviews.data ? (
        <ReviewList
          pages={reviews.data.pages}
          waiting={reviews.isPlaceholderData}
          more={reviews.hasNextPage ? more : undefined}
          empty={<NoReviews owned={slug !== null} filters={filters} onFilter={onFilter} />}
        >
          {(review) => <ReviewCard review={review} developer={developer} mayReply={own.data?.mayReply ?? false} />}
        </ReviewList>
      ) : (
        <ReviewListWaiting />
      )}
    </>
  )
}
