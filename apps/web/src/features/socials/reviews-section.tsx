import { Button, EmptyState } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { ReviewFilterBar } from './review-filter-bar.tsx'
import type { ReviewFilters } from './review-filters.ts'
import { ReviewList } from './review-list.tsx'
import { OwnReviewBox } from './review-own.tsx'
import { ReviewSummaryBar } from './review-summary-bar.tsx'

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
  const narrowed = Boolean(filters.written || filters.thumb)
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
      <ReviewList
        game={game}
        filters={filters}
        mayReply={own.data?.mayReply ?? false}
        empty={
          narrowed ? (
            <div className="grid justify-items-center gap-3 py-8 text-center">
              <p className="text-ink-soft">{t('noneFits')}</p>
              <Button look="secondary" onClick={() => onFilter({ reviews: filters.reviews })}>
                {t('showAll')}
              </Button>
            </div>
          ) : (
            <EmptyState title={t('empty')}>{game.owned ? t('emptyOwner') : t('emptyText')}</EmptyState>
          )
        }
      />
    </>
  )
}
