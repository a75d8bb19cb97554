import type { ReportedThing } from '@kettle/api/client'
import { Button, EmptyState, formatDateTime, Skeleton, Tag } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../layout/page.tsx'
import { useExplain } from '../../lib/errors.ts'
import { Failed } from '../../lib/failed.tsx'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { ReviewText } from './review-text.tsx'
import { ReviewThumb } from './review-thumb.tsx'

/** Where moderators judge what players report. */
export function ModerationPage() {
  const { t } = useTranslation('reviews')
  return (
    <Page narrow title={t('moderation.title')} lead={t('moderation.lead')}>
      <Reports />
    </Page>
  )
}

function Reports() {
  const { t } = useTranslation(['reviews', 'common'])
  const reports = trpc.socials.reports.useInfiniteQuery(
    { limit: 10 },
    { getNextPageParam: (page) => page.nextCursor ?? undefined, staleTime: 0 },
  )
  if (reports.error && !reports.data)
    return <Failed title={t('moderation.failed')} error={reports.error} onRetry={() => void reports.refetch()} />
  if (!reports.data) {
    return (
      <div aria-busy="true" className="grid gap-4">
        <Skeleton className="h-72 rounded-2xl" />
        <Skeleton className="h-72 rounded-2xl" />
      </div>
    )
  }
  const things = reports.data.pages.flatMap(({ items }) => items)
  if (things.length === 0) return <EmptyState title={t('moderation.empty')}>{t('moderation.emptyText')}</EmptyState>
  return (
    <>
      <ul className="grid gap-5">
        {things.map((thing) => (
          <li key={`${thing.kind} ${thing.targetId}`}>
            <Reported thing={thing} />
          </li>
        ))}
      </ul>
      {reports.hasNextPage && (
        <Button
          look="secondary"
          className="justify-self-center"
          busy={reports.isFetchingNextPage}
          onClick={() => void reports.fetchNextPage()}
        >
          {t('common:loadMore')}
        </Button>
      )}
    </>
  )
}

function Reported({ thing }: { thing: ReportedThing }) {
  const { t, i18n } = useTranslation('reviews')
  const { kind, targetId, accused, review, voices, total } = thing
  return (
    <article className="grid gap-4 rounded-2xl border border-line bg-surface p-4 shadow-card sm:p-6">
      <header className="grid gap-1">
        <h2 className="text-xl font-bold wrap-anywhere">
          {t(`moderation.kind.${kind}`)}: {accused.name}
        </h2>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-ink-soft">
          {review && (
            <Link
              to="/game/$slug"
              params={{ slug: review.game.slug }}
              hash="reviews"
              className="text-copper underline underline-offset-4"
            >
              {t('moderation.about', { title: review.game.title })}
            </Link>
          )}
          <span>{t('moderation.total', { count: total })}</span>
          {review?.hidden && <Tag>{t('moderation.hidden')}</Tag>}
        </p>
      </header>
      {review && <ReviewThumb recommended={review.recommended} />}
      <div className="grid gap-1.5 rounded-xl bg-sunk px-4 py-3">
        {review && review.text !== thing.excerpt && (
          <>
            <h3 className="font-sans text-sm font-bold tracking-normal text-ink-soft">{t('moderation.now')}</h3>
            <ReviewText text={review.text} />
            <h3 className="mt-2 font-sans text-sm font-bold tracking-normal text-ink-soft">{t('moderation.was')}</h3>
          </>
        )}
        <ReviewText text={thing.excerpt} />
        {kind === 'review' && !review && <p className="text-sm text-ink-soft">{t('moderation.gone')}</p>}
      </div>
      <ul className="grid gap-2">
        {voices.map(({ by, reason, note, at }) => (
          <li key={`${by.id} ${at}`} className="text-sm">
            <span className="font-semibold">{t(`report.reasons.${reason}`)}</span>
            <span className="text-ink-soft">
              {' · '}
              {by.name}, <time dateTime={at}>{formatDateTime(at, i18n.language)}</time>
            </span>
            {note && <p className="wrap-anywhere">{note}</p>}
          </li>
        ))}
      </ul>
      {kind !== 'review' && <p className="text-sm text-ink-soft">{t('moderation.onlyNoted')}</p>}
      <Verdicts kind={kind} targetId={targetId} name={accused.name} />
    </article>
  )
}

function Verdicts({ kind, targetId, name }: Pick<ReportedThing, 'kind' | 'targetId'> & { name: string }) {
  const { t } = useTranslation('reviews')
  const say = useToast()
  const explain = useExplain()
  const utils = trpc.useUtils()
  const judge = trpc.socials.judgeReport.useMutation({
    onSuccess: (_nothing, { verdict }) => {
      const words = verdict === 'kept' ? t('moderation.kept') : t('moderation.removed')
      say('good', kind === 'review' ? words : t('moderation.noted'))
    },
    onError: (error) => say('bad', explain(error)),
    // Also after a failure: another moderator may have been faster.
    onSettled: () => utils.socials.reports.invalidate(),
  })
  const words =
    kind === 'review'
      ? { kept: t('moderation.keep'), removed: t('moderation.remove') }
      : { kept: t('moderation.fine'), removed: t('moderation.broken') }
  return (
    <div className="flex flex-wrap gap-3">
      {(['kept', 'removed'] as const).map((verdict) => (
        <Button
          key={verdict}
          look={verdict === 'kept' ? 'secondary' : 'danger'}
          aria-label={`${words[verdict]}: ${name}`}
          busy={judge.isPending && judge.variables.verdict === verdict}
          disabled={judge.isPending}
          onClick={() => judge.mutate({ kind, targetId, verdict })}
        >
          {words[verdict]}
        </Button>
      ))}
    </div>
  )
}
