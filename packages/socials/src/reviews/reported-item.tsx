import type { ReportedThing } from '@kettle/api/client'
import { Button, formatDateTime, Tag } from '@kettle/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ReviewText } from './review-text.tsx'
import { ReviewThumb } from './review-thumb.tsx'

export type Verdict = 'kept' | 'removed'
export type ReportedGame = NonNullable<ReportedThing['review']>['game']

type ReportedItemProps = {
  thing: ReportedThing
  /** A way to the game that a review is of. */
  link: (game: ReportedGame, words: string) => ReactNode
  /** The verdict that is under way. */
  judging: Verdict | null
  onJudge: (verdict: Verdict) => void
}

/** Something that players reported: what it says, what they say of it, and the two verdicts. */
export function ReportedItem({ thing, link, judging, onJudge }: ReportedItemProps) {
  const { t, i18n } = useTranslation('reviews')
  const { kind, accused, review, voices, total, excerpt } = thing
  return (
    <article className="grid gap-4 rounded-2xl border border-line bg-surface p-4 shadow-card sm:p-6">
      <header className="grid gap-1">
        <h2 className="text-xl font-bold wrap-anywhere">
          {t(`moderation.kind.${kind}`)}: <bdi>{accused.name}</bdi>
        </h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-ink-soft">
          {review && link(review.game, t('moderation.about', { title: review.game.title }))}
          <span>{t('moderation.total', { count: total })}</span>
          {review?.hidden && <Tag>{t('moderation.hidden')}</Tag>}
        </p>
      </header>
      {review && <ReviewThumb recommended={review.recommended} />}
      <div className="grid gap-1.5 rounded-xl bg-sunk px-4 py-3">
        {review && review.text !== excerpt && (
          <>
            <h3 className="font-sans text-sm font-bold tracking-normal text-ink-soft">{t('moderation.now')}</h3>
            <ReviewText text={review.text} />
            <h3 className="mt-2 font-sans text-sm font-bold tracking-normal text-ink-soft">{t('moderation.was')}</h3>
          </>
        )}
        <ReviewText text={excerpt} />
        {kind === 'review' && !review && <p className="text-sm text-ink-soft">{t('moderation.gone')}</p>}
      </div>
      <ul className="grid gap-2">
        {voices.map(({ by, reason, note, at }) => (
          <li key={`${by.id} ${at}`} className="text-sm">
            <span className="font-semibold">{t(`report.reasons.${reason}`)}</span>
            <span className="text-ink-soft">
              {' · '}
              <bdi>{by.name}</bdi>, <time dateTime={at}>{formatDateTime(at, i18n.language)}</time>
            </span>
            {note && (
              <p dir="auto" className="wrap-anywhere">
                {note}
              </p>
            )}
          </li>
        ))}
      </ul>
      {kind !== 'review' && <p className="text-sm text-ink-soft">{t('moderation.onlyNoted')}</p>}
      <Verdicts thing={thing} judging={judging} onJudge={onJudge} />
    </article>
  )
}

function Verdicts({ thing, judging, onJudge }: Omit<ReportedItemProps, 'link'>) {
  const { t } = useTranslation('reviews')
  const words =
    thing.kind === 'review'
      ? { kept: t('moderation.keep'), removed: t('moderation.remove') }
      : { kept: t('moderation.fine'), removed: t('moderation.broken') }
  return (
    <div className="flex flex-wrap gap-3">
      {(['kept', 'removed'] as const).map((verdict) => (
        <Button
          key={verdict}
          look={verdict === 'kept' ? 'secondary' : 'danger'}
          aria-label={`${words[verdict]}: ${thing.accused.name}`}
          busy={judging === verdict}
          disabled={judging !== null}
          onClick={() => onJudge(verdict)}
        >
          {words[verdict]}
        </Button>
      ))}
    </div>
  )
}

/** What is said once a verdict is given. */
export function useVerdictWords(): (kind: ReportedThing['kind'], verdict: Verdict) => string {
  const { t } = useTranslation('reviews')
  return (kind, verdict) => {
    if (kind !== 'review') return t('moderation.noted')
    return verdict === 'kept' ? t('moderation.kept') : t('moderation.removed')
  }
}
