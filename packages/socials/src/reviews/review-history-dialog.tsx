import type { EarlierWords, ReviewView } from '@kettle/api/client'
import { Dialog, formatDateTime, Skeleton } from '@kettle/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ReviewText } from './review-text.tsx'
import { ReviewThumb } from './review-thumb.tsx'

type ReviewHistoryDialogProps = {
  review: ReviewView
  /** What it said before, newest first; undefined while that is asked for. */
  earlier: EarlierWords[] | undefined
  /** What stands there where it could not be had. */
  failed: ReactNode
  onClose: () => void
}

/** What a review says now and said before, newest first. */
export function ReviewHistoryDialog({ review, earlier, failed, onClose }: ReviewHistoryDialogProps) {
  const { t, i18n } = useTranslation('reviews')
  const now = { recommended: review.recommended, text: review.text, writtenAt: review.editedAt ?? review.createdAt }
  return (
    <Dialog title={t('history.title')} onClose={onClose}>
      {failed}
      {!failed && !earlier && (
        <div aria-busy="true" className="grid gap-3">
          <Skeleton className="h-20" />
          <Skeleton className="h-20" />
        </div>
      )}
      {earlier && (
        <ol className="grid gap-5">
          {[now, ...earlier].map(({ recommended, text, writtenAt }, place) => (
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
