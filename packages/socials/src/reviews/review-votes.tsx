import type { ReviewView } from '@kettle/api/client'
import { classNames, ThumbDownIcon, ThumbUpIcon } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

type ReviewVotesProps = {
  review: ReviewView
  /** Somebody pressed a side; the one that was pressed before is let go by it. */
  onVote: (side: boolean) => void
}

/** Whether the review helped, as two buttons. */
export function ReviewVotes({ review, onVote }: ReviewVotesProps) {
  const { t } = useTranslation('reviews')
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
          onClick={() => onVote(side)}
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
