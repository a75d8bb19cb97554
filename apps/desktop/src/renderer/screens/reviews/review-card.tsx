import type { ReviewView } from '@kettle/api/client'
import { ReviewItem, useVoting } from '@kettle/socials'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { patchReview } from '../../lib/review-changes.ts'
import { say } from '../../lib/say.ts'
import { askStore } from '../../lib/store.ts'
import { Report } from '../report-dialog.tsx'
import { ReviewHistory } from './review-history.tsx'
import { useReviewFailure } from './use-review-failure.ts'

type ReviewCardProps = {
  review: ReviewView
  developer: string | null
  mayReply: boolean
  /** What the author can do with it. */
  actions?: ReactNode
}

/** One review with all that can be done with it. */
export function ReviewCard({ review, developer, mayReply, actions }: ReviewCardProps) {
  const { t } = useTranslation('reviews')
  const explain = useReviewFailure()
  const [open, setOpen] = useState<'history' | 'report' | null>(null)
  const close = (): void => setOpen(null)
  const reviewId = review.id
  const vote = useVoting({
    send: (helpful) => askStore('socials.voteReview', { reviewId, helpful }),
    show: (votes) => patchReview(reviewId, votes),
    failed: (error) => say('bad', explain(error)),
  })
  const reply = async (text: string | null): Promise<void> => {
    patchReview(reviewId, await askStore('socials.replyToReview', { reviewId, text }))
    say('good', text === null ? t('reply.removed') : t('reply.saved'))
  }
  return (
    <>
      <ReviewItem
        review={review}
        picture={`pictures/people/${review.author.id}`}
        developer={developer}
        actions={actions}
        onVote={(side) => void vote(review, side)}
        onReport={() => setOpen('report')}
        onHistory={() => setOpen('history')}
        onReply={mayReply ? reply : undefined}
        explain={explain}
      />
      {open === 'history' && <ReviewHistory review={review} onClose={close} />}
      {open === 'report' && <Report kind="review" targetId={reviewId} onClose={close} />}
    </>
  )
}
