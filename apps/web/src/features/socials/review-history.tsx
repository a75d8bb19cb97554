import type { ReviewView } from '@kettle/api/client'
import { ReviewHistoryDialog } from '@kettle/socials'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../lib/failed.tsx'
import { trpc } from '../../lib/trpc.ts'

/** What a review says now and said before. */
export default function ReviewHistory({ review, onClose }: { review: ReviewView; onClose: () => void }) {
  const { t } = useTranslation('reviews')
  const history = trpc.socials.reviewHistory.useQuery({ reviewId: review.id })
  const failed = history.error && !history.data && (
    <Failed title={t('history.failed')} error={history.error} onRetry={() => void history.refetch()} />
  )
  return <ReviewHistoryDialog review={review} earlier={history.data?.items} failed={failed} onClose={onClose} />
}
