import type { ReviewView } from '@kettle/api/client'
import { classNames, ThumbDownIcon, ThumbUpIcon } from '@kettle/ui'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { useSession } from '../../lib/session.ts'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { usePatchReview } from './review-changes.ts'

/** A review as it looks with another vote of the reader's. */
export function votedReview(review: ReviewView, vote: boolean | null) {
  const moved = (side: boolean) => Number(vote === side) - Number(review.vote === side)
  return { vote, helpful: review.helpful + moved(true), unhelpful: review.unhelpful + moved(false) }
}

/** Whether the review helped, as two buttons: shown at once, taken back where the store refuses. */
export function ReviewVotes({ review }: { review: ReviewView }) {
  const { t } = useTranslation('reviews')
  const { user } = useSession()
  const navigate = useNavigate()
  const explain = useExplain()
  const say = useToast()
  const patch = usePatchReview()
  const vote = trpc.socials.voteReview.useMutation({
    // One after another, so that the last click is the last word.
    scope: { id: `vote ${review.id}` },
    onSuccess: (answer) => patch(review.id, answer),
    onError: (error) => {
      patch(review.id, { vote: review.vote, helpful: review.helpful, unhelpful: review.unhelpful })
      say('bad', explain(error))
    },
  })
  const choose = (side: boolean) => {
    if (!user) return void navigate({ to: '/login', search: { from: `${location.pathname}#reviews` } })
    const helpful = review.vote === side ? null : side
    patch(review.id, votedReview(review, helpful))
    vote.mutate({ reviewId: review.id, helpful })
  }
  const sides = [
    { side: true, Icon: ThumbUpIcon, word: t('helpful'), count: review.helpful },
    { side: false, Icon: ThumbDownIcon, word: t('unhelpful'), count: review.unhelpful },
  ]
  return (
    <fieldset aria-label={t('votes')} className="flex flex-wrap gap-1.5 sm:gap-2">
      {sides.map(({ side, Icon, word, count }) => (
        <button
          key={word}
          type="button"
          aria-pressed={review.vote === side}
          onClick={() => choose(side)}
          className={classNames(
            'inline-flex min-h-11 items-center gap-1.5 rounded-lg border px-2 text-sm sm:gap-2 sm:px-3 font-semibold transition hover:border-copper-fill hover:text-copper',
            review.vote === side ? 'border-copper-fill bg-copper-wash text-copper' : 'border-line text-ink-soft',
          )}
        >
          <Icon className="size-4.5" />
          {word}
          {count > 0 && <span className="tabular-nums">{count}</span>}
        </button>
      ))}
    </fieldset>
  )
}
