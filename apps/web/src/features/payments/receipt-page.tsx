import type { OrderView } from '@kettle/api/client'
import { Button, formatDateTime, formatMoney, KettleMark, Notice, Skeleton } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { Page } from '../../layout/page.tsx'
import { PageMissing } from '../../layout/page-missing.tsx'
import { failureOf } from '../../lib/errors.ts'
import { Failed } from '../../lib/failed.tsx'
import { trpc } from '../../lib/trpc.ts'

/** A receipt to read or print. Orders that were never paid have none. */
export function ReceiptPage({ id }: { id: string }) {
  const { t } = useTranslation('payments')
  const order = trpc.payments.order.useQuery({ id })
  if (order.error && failureOf(order.error).reason === 'NOT_FOUND') return <PageMissing />
  return (
    <Page
      narrow
      title={t('receipt.title')}
      action={
        order.data?.paidAt && (
          <Button look="secondary" className="print:hidden" onClick={() => print()}>
            {t('receipt.print')}
          </Button>
        )
      }
    >
      {order.data && (order.data.paidAt ? <Receipt order={order.data} /> : <Notice>{t('receipt.unpaid')}</Notice>)}
      {!order.data && order.error && (
        <Failed title={t('order.loadFailed')} error={order.error} onRetry={() => void order.refetch()} />
      )}
      {order.isPending && <Skeleton className="h-96 rounded-2xl" />}
    </Page>
  )
}

function Receipt({ order }: { order: OrderView }) {
  const { t, i18n } = useTranslation('payments')
  const { amount, game, buyer, method, paidAt, refundedAt, cardRefund } = order
  const moment = (iso: string) => formatDateTime(iso, i18n.language)
  const facts: [string, string][] = [
    [t('receipt.number'), order.id],
    ...(paidAt ? [[t('history.date'), moment(paidAt)] as [string, string]] : []),
    [t('receipt.buyer'), `${buyer.name}, ${buyer.email}`],
    [t('receipt.method'), t(`receipt.by.${method}`)],
  ]
  return (
    <article className="grid gap-6 rounded-2xl border border-line bg-surface p-6 shadow-card sm:p-8 print:border-0 print:p-0 print:shadow-none">
      <p className="flex items-center gap-2.5 font-display text-xl font-bold">
        <KettleMark className="size-8" /> Kettle
      </p>
      <dl className="grid gap-x-6 gap-y-2.5 sm:grid-cols-[auto_minmax(0,1fr)]">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft max-sm:-mb-2">{name}</dt>
            <dd className="font-medium wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <table className="w-full border-t border-line text-left">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('history.what')}</th>
            <th scope="col">{t('history.amount')}</th>
          </tr>
        </thead>
        <tbody>
          <tr className="border-b border-line">
            <td className="py-3 pr-4">{game?.title ?? t('order.wallet')}</td>
            <td className="py-3 text-right tabular-nums">{formatMoney(amount, i18n.language)}</td>
          </tr>
        </tbody>
        <tfoot>
          <tr className="text-xl font-bold">
            <th scope="row" className="py-3 pr-4">
              {t('receipt.total')}
            </th>
            <td className="py-3 text-right tabular-nums">{formatMoney(amount, i18n.language)}</td>
          </tr>
        </tfoot>
      </table>
      {refundedAt && (
        <Notice tone={cardRefund === 'refused' ? 'plain' : 'good'}>
          {t(cardRefund ? `receipt.refunded.${cardRefund}` : 'receipt.refunded.wallet', { date: moment(refundedAt) })}
        </Notice>
      )}
    </article>
  )
}
