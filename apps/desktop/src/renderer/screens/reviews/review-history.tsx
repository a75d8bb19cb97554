import type { ReviewView } from '@kettle/api/client'
import { ReviewHistoryDialog } from '@kettle/socials'
import { useTranslation } from 'react-i18next'
import { useStore } from '../../lib/store.ts'
import { StoreTrouble } from '../../store-trouble.tsx'

/** What a review says now and said before. */
export function ReviewHistory({ review, onClose }: { review: ReviewView; onClose: () => void }) {
  const { t } = useTranslation('reviews')
  const history = useStore('socials.reviewHistory', { reviewId: review.id })
  const failed = history.error && <StoreTrouble title={t('history.failed')} asked={history} />
  return <ReviewHistoryDialog review={review} earlier={history.data?.items} failed={failed} onClose={onClose} />
}
