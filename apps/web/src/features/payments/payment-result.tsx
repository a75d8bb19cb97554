import { buttonClass, formatMoney, Notice } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { useOrder } from './use-order.ts'

/** How a payment went, with the way back to what it was for. Its webhook may come after its payer: a pending one is asked about again. */
export function PaymentResult({ id, back }: { id: string; back?: string }) {
  const { t, i18n } = useTranslation(['payments', 'common'])
  const explain = useExplain()
  const order = useOrder(id)
  const status = order.data?.status

  if (order.error && !order.data)
    return <Notice tone="bad">{`${t('order.loadFailed')} ${explain(order.error)}`}</Notice>
  if (!order.data) return <Notice>{t('common:loading')}</Notice>
  const { payUrl } = order.data
  const tone = status === 'paid' ? 'good' : status === 'failed' || status === 'expired' ? 'bad' : 'plain'
  return (
    <Notice tone={tone}>
      <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-3">
        <p>{t(`order.topUp.${order.data.status}`, { amount: formatMoney(order.data.amount, i18n.language) })}</p>
        {payUrl && (
          <a href={payUrl} className={buttonClass({ look: 'secondary', size: 'small' })}>
            {t('order.continue')}
          </a>
        )}
        {status === 'paid' && back && (
          <Link to={back} className={buttonClass({ size: 'small' })}>
            {t('wallet.backToGame')}
          </Link>
        )}
      </div>
    </Notice>
  )
}
