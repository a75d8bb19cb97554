import type { ReviewView } from '@kettle/api/client'
import { Button, FlagIcon, formatDate, formatDuration, Tag } from '@kettle/ui'
import { useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../lib/session.ts'
import { ReviewAvatar } from './review-author.tsx'
import { ReviewText } from './review-text.tsx'
import { ReviewThumb } from './review-thumb.tsx'
import { ReviewVotes } from './review-votes.tsx'

const ReviewHistory = lazy(() => import('./review-history-dialog.tsx'))
const ReportDialog = lazy(() => import('./report-dialog.tsx'))
const ReplyForm = lazy(() => import('./review-reply-form.tsx'))

type ReviewItemProps = {
  review: ReviewView
  /** Who answers for the game. */
  developer: string
  mayReply: boolean
  /** What the author can do with it. */
  actions?: ReactNode
}

/** One review: who, thumb, how long played, what they say, whether it helped, and the developer's reply. */
export function ReviewItem({ review, developer, mayReply, actions }: ReviewItemProps) {
  const { t, i18n } = useTranslation('reviews')
  const [open, setOpen] = useState<'history' | 'report' | 'reply'>()
  const close = () => setOpen(undefined)
  const date = (iso: string) => formatDate(iso, i18n.language)
  return (
    <article className="grid gap-4 rounded-2xl border border-line bg-surface p-4 shadow-card sm:p-6">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="flex min-w-0 items-center gap-3">
          <ReviewAvatar person={review.author} />
          <div className="min-w-0">
            <h3 className="truncate font-sans text-base font-bold tracking-normal">{review.author.name}</h3>
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
            onClick={() => setOpen('history')}
            className="min-h-6 text-copper underline decoration-1 underline-offset-4 hover:decoration-2"
          >
            {t('edited', { date: date(review.editedAt) })}
          </button>
        )}
        {review.refunded && <Tag>{t('refunded')}</Tag>}
      </p>
      {open === 'reply' ? (
        <Suspense>
          <ReplyForm review={review} onClose={close} />
        </Suspense>
      ) : (
        review.reply && (
          <div className="grid gap-1.5 rounded-xl border-l-4 border-copper-fill bg-copper-wash px-4 py-3">
            <h4 className="font-sans font-bold tracking-normal">{t('reply.from', { name: developer })}</h4>
            <ReviewText text={review.reply.text} />
            <time dateTime={review.reply.at} className="text-sm text-ink-soft">
              {date(review.reply.at)}
            </time>
          </div>
        )
      )}
      <footer className="flex flex-wrap items-center justify-between gap-1 border-t border-line pt-4">
        {review.mine ? <div className="flex flex-wrap gap-2">{actions}</div> : <ReviewVotes review={review} />}
        <div className="flex flex-wrap gap-2">
          {mayReply && open !== 'reply' && (
            <Button look="secondary" onClick={() => setOpen('reply')}>
              {review.reply ? t('reply.edit') : t('reply.write')}
            </Button>
          )}
          {!review.mine && <ReportButton onOpen={() => setOpen('report')} name={review.author.name} />}
        </div>
      </footer>
      <Suspense>
        {open === 'history' && <ReviewHistory review={review} onClose={close} />}
        {open === 'report' && <ReportDialog kind="review" targetId={review.id} onClose={close} />}
      </Suspense>
    </article>
  )
}

function ReportButton({ onOpen, name }: { onOpen: () => void; name: string }) {
  const { t } = useTranslation('reviews')
  const { user } = useSession()
  const navigate = useNavigate()
  const start = () =>
    user ? onOpen() : void navigate({ to: '/login', search: { from: `${location.pathname}#reviews` } })
  return (
    <Button
      look="quiet"
      onClick={start}
      aria-label={`${t('report.open')}: ${name}`}
      className="text-ink-soft max-sm:w-11 max-sm:px-0"
    >
      <FlagIcon className="size-4.5" />
      <span className="sr-only sm:not-sr-only">{t('report.open')}</span>
    </Button>
  )
}
