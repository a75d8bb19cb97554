import { Button, EmptyState } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { ReviewFilters } from './review-filters.ts'

type NoReviewsProps = { owned: boolean; filters: ReviewFilters; onFilter: (filters: ReviewFilters) => void }

/** In the place of reviews that nobody has written, or of such as were asked for. */
export function NoReviews({ owned, filters, onFilter }: NoReviewsProps) {
  const { t } = useTranslation('reviews')
  if (!filters.written && !filters.thumb)
    return <EmptyState title={t('empty')}>{owned ? t('emptyOwner') : t('emptyText')}</EmptyState>
  return (
    <div className="grid justify-items-center gap-3 py-8 text-center">
      <p className="text-ink-soft">{t('noneFits')}</p>
      <Button look="secondary" onClick={() => onFilter({ reviews: filters.reviews })}>
        {t('showAll')}
      </Button>
    </div>
  )
}
