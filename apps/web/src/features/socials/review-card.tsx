import type { ReviewView } from '@kettle/api/client'
import { ReviewItem, useVoting } from '@kettle/socials'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { lazyDialog } from '../../lib/lazy-part.tsx'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { useAsUser } from '../../lib/use-as-user.ts'
import { usePatchReview } from './review-changes.ts'

const ReviewHistory = lazyDialog(() => import('./review-history.tsx'))
const ReportDialog = lazyDialog(() => import('./report-dialog.tsx'))

type ReviewCardProps = {
  review: ReviewView
  /** Who answers for the game. */
  developer: string
  mayReply: boolean
  /** What the author can do with it. */
  actions?: ReactNode
}

/** One review with all that can be done with it; guests are led to the log-in. */
export function ReviewCard({ review, developer, mayReply, actions }: ReviewCardProps) {
  const { asUser } = useAsUser(`${location.pathname}#reviews`)
  const explain = useExplain()
  const say = useToast()
  const patch = usePatchReview()
  const reply = useReply(review)
  const { mutateAsync: send } = trpc.socials.voteReview.useMutation()
  const vote = useVoting({
    send: (helpful) => send({ reviewId: review.id, helpful }),
    show: (votes) => patch(review.id, votes),
    failed: (error) => say('bad', explain(error)),
  })
  const [open, setOpen] = useState<'history' | 'report'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <ReviewItem
        review={review}
        picture={review.author.avatar}
        developer={developer}
        actions={actions}
        onVote={(side) => void asUser(() => void vote(review, side))}
        onReport={() => void asUser(() => setOpen('report'))}
        onHistory={() => setOpen('history')}
        onReply={mayReply ? reply : undefined}
        explain={explain}
      />
      {open === 'history' && <ReviewHistory review={review} onClose={close} />}
      {open === 'report' && <ReportDialog kind="review" targetId={review.id} onClose={close} />}
    </>
  )
}

function useReply(review: ReviewView): (text: string | null) => Promise<void> {
  const { t } = useTranslation('reviews')
  const say = useToast()
  const patch = usePatchReview()
  const { mutateAsync: send } = trpc.socials.replyToReview.useMutation()
  return async (text) => {
    patch(review.id, await send({ reviewId: review.id, text }))
    say('good', text === null ? t('reply.removed') : t('reply.saved'))
  }
}
