import type { OrderView } from '@kettle/api/client'
import { buttonClass, CheckIcon, formatMoney, Skeleton, Spinner } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../layout/page.tsx'
import { PageMissing } from '../../layout/page-missing.tsx'
import { failureOf } from '../../lib/errors.ts'
import { Failed } from '../../lib/failed.tsx'
import { useOrder } from './use-order.ts'

/** Where a buyer comes back to from the payment provider: what became of the purchase, and what to do next. */
export function OrderPage({ id }: { id: string }) {
  const { t } = useTranslation('payments')
  const order = useOrder(id)
  if (order.data) return <Outcome order={order.data} />
  if (order.error && failureOf(order.error).reason === 'NOT_FOUND') return <PageMissing />
  return (
    <Page narrow title={t('order.title')}>
      {order.error ? (
        <Failed title={t('order.loadFailed')} error={order.error} onRetry={() => void order.refetch()} />
      ) : (
        <Skeleton className="h-64 rounded-2xl" />
      )}
    </Page>
  )
}

function Outcome({ order }: { order: OrderView }) {
  const { t, i18n } = useTranslation('payments')
  const { status, game } = order
  const amount = formatMoney(order.amount, i18n.language)
  const title = game?.title ?? t('order.wallet')
  const mark: Partial<Record<OrderView['status'], ReactNode>> = {
    pending: <Spinner className="size-10 text-copper" />,
    paid: <CheckIcon className="size-10 text-patina" />,
  }
  return (
    <Page narrow title={t(`order.heading.${status}`)}>
      <div className="grid justify-items-start gap-5 rounded-2xl border border-line bg-surface p-6 shadow-card sm:p-8">
        {mark[status]}
        <div role="status" className="grid gap-1.5">
          <p className="text-2xl font-bold">{title}</p>
          <p className="max-w-xl text-ink-soft">{t(`order.text.${status}`, { amount, title })}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <Ways order={order} />
        </div>
      </div>
    </Page>
  )
}

function Ways({ order }: { order: OrderView }) {
  const { t } = useTranslation('payments')
  const { status, game, payUrl, id } = order
  const receipt = (
    <Link to="/receipt/$id" params={{ id }} className={buttonClass({ look: 'secondary' })}>
      {t('receipt.open')}
    </Link>
  )
  if (status === 'paid')
    return (
      <>
        <Link to={game ? '/library' : '/wallet'} className={buttonClass()}>
          {t(game ? 'buy.toLibrary' : 'wallet.title')}
        </Link>
        {receipt}
      </>
    )
  if (status === 'refunded' || status === 'disputed') return receipt
  return (
    <>
      {payUrl && (
        <a href={payUrl} className={buttonClass()}>
          {t('order.continue')}
        </a>
      )}
      {game && (
        <Link
          to="/game/$slug"
          params={{ slug: game.slug }}
          className={buttonClass({ look: payUrl ? 'secondary' : 'primary' })}
        >
          {t('wallet.backToGame')}
        </Link>
      )}
    </>
  )
}
