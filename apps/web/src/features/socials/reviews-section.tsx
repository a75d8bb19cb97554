import { NoReviews, ReviewFilterBar, type ReviewFilters, ReviewSummaryBar } from '@kettle/socials'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { OwnReviewBox } from './own-review-box.tsx'
import { ReviewPages } from './review-pages.tsx'

export type ReviewsSectionProps = {
  game: { id: string; slug: string; developer: string; owned: boolean }
  filters: ReviewFilters
  onFilter: (filters: ReviewFilters) => void
}

/** What players say of a game, and the place to say it oneself. */
export default function ReviewsSection({ game, filters, onFilter }: ReviewsSectionProps) {
  const { t } = useTranslation('reviews')
  const { user } = useSession()
  const summary = trpc.socials.reviewSummary.useQuery({ gameId: game.id })
  const own = trpc.socials.review.useQuery({ gameId: game.id }, { enabled: user !== null })
  return (
    <>
      <h2 id="reviews-title" className="text-2xl font-bold">
        {t('title')}
      </h2>
      {summary.data && <ReviewSummaryBar summary={summary.data} written={filters.written} />}
      <OwnReviewBox game={game} />
      {(summary.data?.total ?? 0) > 0 && (
        <ReviewFilterBar filters={filters} summary={summary.data} onChange={onFilter} />
      )}
      <ReviewPages
        game={game}
        filters={filters}
        mayReply={own.data?.mayReply ?? false}
        empty={<NoReviews owned={game.owned} filters={filters} onFilter={onFilter} />}
      />
    </>
  )
}
