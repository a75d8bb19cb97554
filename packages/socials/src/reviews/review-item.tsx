import type { ReviewView } from '@kettle/api/client'
import { Button, FlagIcon, formatDate, formatDuration, Tag } from '@kettle/ui'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReviewAvatar } from './review-avatar.tsx'
import { ReviewReplyForm } from './review-reply-form.tsx'
import { ReviewText } from './review-text.tsx'
import { ReviewThumb } from './review-thumb.tsx'
import { ReviewVotes } from './review-votes.tsx'
import type { Explain } from './use-sending.ts'

export type ReviewItemProps = {
  review: ReviewView
  /** Where the author's picture lies. */
  picture: string
  /** Who answers for the game; null where that isn't known here. */
  developer: string | null
  /** What the author can do with it. */
  actions?: ReactNode
  onVote: (side: boolean) => void
  onReport: () => void
  /** Asks for what it said before. */
  onHistory: () => void
  /** Saves the developer's reply; null takes it away. Absent for all but the developer. */
  onReply?: (text: string | null) => Promise<unknown>
  explain: Explain
}

/** One review: who, thumb, how long played, what they say, whether it helped, and the developer's reply. */
export function ReviewItem({ review, picture, actions, onVote, onReport, onHistory, ...reply }: ReviewItemProps) {
  const { t, i18n } = useTranslation('reviews')
  const [replying, setReplying] = useState(false)
  const { developer, onReply, explain } = reply
  const { name } = review.author
  const date = (iso: string) => formatDate(iso, i18n.language)
  return (
    <article className="grid gap-4 rounded-2xl border border-line bg-surface p-4 shadow-card sm:p-6">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="flex min-w-0 grow items-center gap-3">
          <ReviewAvatar name={name} picture={picture} />
          <div className="w-0 min-w-32 grow">
            <h3 className="truncate font-sans text-base font-bold tracking-normal">
              <bdi>{name}</bdi>
            </h3>
            <p className="text-sm text-ink-soft">
              {review.playtimeSeconds > 0
                ? t('played', { time: formatDuration(review.playtimeSeconds, i18n.language) })
                : t('notPlayed')}
            </p>
          </div>
        </div>
        <ReviewThumb recommended={review.recommended} />
      </header>
      <ReviewText text={review.text} language={review.language} />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <time dateTime={review.createdAt}>{t('written', { date: date(review.createdAt) })}</time>
        {review.editedAt && (
          <button
            type="button"
            onClick={onHistory}
            className="min-h-6 text-copper underline decoration-1 underline-offset-4 hover:decoration-2"
          >
            {t('edited', { date: date(review.editedAt) })}
          </button>
        )}
        {review.refunded && <Tag>{t('refunded')}</Tag>}
      </p>
      {replying && onReply ? (
        <ReviewReplyForm review={review} onSave={onReply} explain={explain} onClose={() => setReplying(false)} />
      ) : (
        review.reply && (
          <div className="grid gap-1.5 rounded-xl border-l-4 border-copper-fill bg-copper-wash px-4 py-3">
            <h4 className="font-sans font-bold tracking-normal">
              {developer === null ? t('reply.fromDeveloper') : t('reply.from', { name: developer })}
            </h4>
            <ReviewText text={review.reply.text} />
            <time dateTime={review.reply.at} className="text-sm text-ink-soft">
              {date(review.reply.at)}
            </time>
          </div>
        )
      )}
      {(!review.mine || actions) && (
        <footer className="flex flex-wrap items-center justify-between gap-1 border-t border-line pt-4">
          {review.mine ? (
            <div className="flex flex-wrap gap-2">{actions}</div>
          ) : (
            <ReviewVotes review={review} onVote={onVote} />
          )}
          <div className="flex flex-wrap gap-2">
            {onReply && !replying && (
              <Button look="secondary" onClick={() => setReplying(true)}>
                {review.reply ? t('reply.edit') : t('reply.write')}
              </Button>
            )}
            {!review.mine && (
              <Button
                look="quiet"
                onClick={onReport}
                aria-label={`${t('report.open')}: ${name}`}
                className="text-ink-soft max-sm:w-11 max-sm:px-0"
              >
                <FlagIcon className="size-4.5" />
                <span className="sr-only sm:not-sr-only">{t('report.open')}</span>
              </Button>
            )}
          </div>
        </footer>
      )}
    </article>
  )
}
