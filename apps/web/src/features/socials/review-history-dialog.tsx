import type { ReviewView } from '@kettle/api/client'
import { Dialog, formatDateTime, Skeleton } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../lib/failed.tsx'
import { trpc } from '../../lib/trpc.ts'
import { ReviewText } from './review-text.tsx'
import { ReviewThumb } from './review-thumb.tsx'

/** What a review says now and said before, newest first. */
export default function ReviewHistoryDialog({ review, onClose }: { review: ReviewView; onClose: () => void }) {
  const { t, i18n } = useTranslation('reviews')
  const history = trpc.socials.reviewHistory.useQuery({ reviewId: review.id })
  const now = { recommended: review.recommended, text: review.text, writtenAt: review.editedAt ?? review.createdAt }
  return (
    <Dialog title={t('history.title')} onClose={onClose}>
      {history.error && !history.data && (
        <Failed title={t('history.failed')} error={history.error} onRetry={() => void history.refetch()} />
      )}
      {history.isPending && (
        <div aria-busy="true" className="grid gap-3">
          <Skeleton className="h-20" />
          <Skeleton className="h-20" />
        </div>
      )}
      {history.data && (
        <ol className="grid gap-5">
          {[now, ...history.data.items].map(({ recommended, text, writtenAt }, place) => (
            <li key={writtenAt} className="grid gap-2 border-b border-line pb-5 last:border-0 last:pb-0">
              <div className="flex flex-wrap items-center gap-3">
                <ReviewThumb recommended={recommended} />
                <time dateTime={writtenAt} className="text-sm text-ink-soft">
                  {place === 0 && `${t('history.now')} · `}
                  {formatDateTime(writtenAt, i18n.language)}
                </time>
              </div>
              <ReviewText text={text} language={review.language} />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  )
}
