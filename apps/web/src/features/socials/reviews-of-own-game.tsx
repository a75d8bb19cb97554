import { ReviewFilterBar, ReviewSummaryBar } from '@kettle/socials'
import { EmptyState } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { trpc } from '../../lib/trpc.ts'
import { ReviewPages } from './review-pages.tsx'
import type { ReviewsSectionProps } from './reviews-section.tsx'

type ReviewsOfOwnGameProps = Omit<ReviewsSectionProps, 'game'> & { game: { id: string; developer: string } }

/** What players say of a publisher's game, to be answered. */
export function ReviewsOfOwnGame({ game, filters, onFilter }: ReviewsOfOwnGameProps) {
  const { t } = useTranslation('reviews')
  const summary = trpc.socials.reviewSummary.useQuery({ gameId: game.id })
  const own = trpc.socials.review.useQuery({ gameId: game.id })
  return (
    <section aria-label={t('title')} className="grid max-w-3xl gap-5">
      {summary.data && <ReviewSummaryBar summary={summary.data} written={filters.written} />}
      {(summary.data?.total ?? 0) > 0 && (
        <ReviewFilterBar filters={filters} summary={summary.data} onChange={onFilter} />
      )}
      <ReviewPages
        game={game}
        filters={filters}
        mayReply={own.data?.mayReply ?? false}
        empty={
          filters.written || filters.thumb ? (
            <p className="py-8 text-center text-ink-soft">{t('noneFits')}</p>
          ) : (
            <EmptyState title={t('publisher.empty')}>{t('publisher.emptyText')}</EmptyState>
          )
        }
      />
    </section>
  )
}
