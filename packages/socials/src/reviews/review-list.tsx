import type { ReviewView } from '@kettle/api/client'
import { Button, Skeleton } from '@kettle/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { reviewsOf } from './review-pages.ts'

type ReviewListProps = {
  pages: { items: ReviewView[] }[]
  /** Another list is on its way, and this one only stands in. */
  waiting: boolean
  /** Absent on the last page. */
  more?: { busy: boolean; onMore: () => void }
  /** What stands there without any. */
  empty: ReactNode
  children: (review: ReviewView) => ReactNode
}

/** A game's reviews by others, page by page. One's own stands above the list. */
export function ReviewList({ pages, waiting, more, empty, children }: ReviewListProps) {
  const { t } = useTranslation('reviews')
  const all = reviewsOf({ pages })
  if (all.length === 0) return empty
  return (
    <>
      <ul aria-busy={waiting} className="grid gap-4">
        {all
          .filter(({ mine }) => !mine)
          .map((review) => (
            <li key={review.id}>{children(review)}</li>
          ))}
      </ul>
      {more && (
        <Button look="secondary" className="justify-self-center" busy={more.busy} onClick={more.onMore}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

export function ReviewListWaiting() {
  return (
    <div aria-busy="true" className="grid gap-4">
      {[1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-52 rounded-2xl" />
      ))}
    </div>
  )
}
