import { classNames, formatDuration, Skeleton } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { trpc } from '../../lib/trpc.ts'

/** The store's own rule of what can be given back, in one sentence. */
export function RefundPromise({ className }: { className?: string }) {
  const { t, i18n } = useTranslation('payments')
  const rules = trpc.payments.rules.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY })
  if (rules.isPending) return <Skeleton className={classNames('h-10', className)} />
  if (!rules.data) return null
  const { days, playtimeSeconds } = rules.data.refund
  return (
    <p className={classNames('text-sm text-ink-soft', className)}>
      {t('offer.promise', { count: days, play: formatDuration(playtimeSeconds, i18n.language) })}
    </p>
  )
}
