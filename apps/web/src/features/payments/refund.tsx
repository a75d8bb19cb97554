import { Button, formatDate, formatDuration, ProgressBar, Skeleton } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { lazyDialog } from '../../lib/lazy-part.tsx'
import { type Answers, trpc } from '../../lib/trpc.ts'

const RefundDialog = lazyDialog(() => import('./refund-dialog.tsx'))

type Terms = Answers['payments']['refundTerms']
type RefundProps = { game: { id: string; title: string }; onRefunded?: () => void }

/** How far a game is from not being returnable, and the way to return it. */
export function Refund({ game, onRefunded }: RefundProps) {
  const { t } = useTranslation(['payments', 'common'])
  const explain = useExplain()
  const [asking, setAsking] = useState(false)
  const terms = trpc.payments.refundTerms.useQuery({ gameId: game.id })
  return (
    <section aria-label={t('refund.heading')} className="grid gap-3 border-t border-line pt-4">
      <h3 className="font-sans text-base font-bold tracking-normal">{t('refund.heading')}</h3>
      {terms.isPending && (
        <div aria-busy="true" className="grid gap-2">
          <Skeleton className="h-5 w-48" />
          <Skeleton className="h-2" />
          <Skeleton className="h-5 w-40" />
          <Skeleton className="h-11" />
        </div>
      )}
      {terms.error && !terms.data && (
        <div className="grid justify-items-start gap-2 text-sm">
          <p role="alert" className="text-danger">
            {explain(terms.error)}
          </p>
          <Button look="quiet" size="small" onClick={() => void terms.refetch()}>
            {t('common:retry')}
          </Button>
        </div>
      )}
      {terms.data && <Meter terms={terms.data} />}
      {terms.data?.eligible && (
        <Button look="secondary" onClick={() => setAsking(true)}>
          {t('refund.open')}
        </Button>
      )}
      {asking && (
        <RefundDialog
          game={game}
          money={terms.data?.money ?? null}
          onClose={(refunded) => {
            setAsking(false)
            if (refunded) onRefunded?.()
          }}
        />
      )}
    </section>
  )
}

function Meter({ terms }: { terms: Terms }) {
  const { t, i18n } = useTranslation(['payments', 'errors'])
  const explainReason = (reason: NonNullable<Terms['reason']>) => t(`errors:${reason}`)
  if (!terms.eligible) {
    return (
      <p className="text-sm text-ink-soft">{terms.reason ? explainReason(terms.reason) : t('refund.notEligible')}</p>
    )
  }
  const played = t('refund.played', {
    played: formatDuration(terms.playtimeSeconds, i18n.language),
    limit: formatDuration(terms.playtimeLimitSeconds, i18n.language),
  })
  return (
    <div className="grid gap-2 text-sm text-ink-soft">
      <p>{played}</p>
      <ProgressBar
        label={t('refund.playedLabel')}
        value={terms.playtimeSeconds / terms.playtimeLimitSeconds}
        text={played}
        tone="patina"
      />
      {terms.until && <TimeLeft until={terms.until} />}
    </div>
  )
}

/** Days, and on the last day hours, until it can't be returned any more. */
function TimeLeft({ until }: { until: string }) {
  const { t, i18n } = useTranslation('payments')
  const hours = Math.max(0, (Date.parse(until) - Date.now()) / 3_600_000)
  const left =
    hours >= 24
      ? t('refund.daysLeft', { count: Math.round(hours / 24) })
      : t('refund.hoursLeft', { count: Math.max(1, Math.round(hours)) })
  return <p title={formatDate(until, i18n.language)}>{left}</p>
}
