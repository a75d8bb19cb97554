import { buttonClass, formatMoney, Notice, Skeleton } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../layout/page.tsx'
import { Failed } from '../../lib/failed.tsx'
import { trpc } from '../../lib/trpc.ts'
import { PaymentResult } from './payment-result.tsx'
import { TopUpForm } from './top-up-form.tsx'
import { keptPurchase, type WaitingPurchase } from './waiting-purchase.ts'

type WalletPageProps = {
  /** The payment that the payer comes back from. */
  order?: string
  purchase: WaitingPurchase
}

/** What is in the wallet and how to add to it; the payment provider sends people back here. */
export function WalletPage({ order, purchase: asked }: WalletPageProps) {
  const { t, i18n } = useTranslation('payments')
  // The provider's way back knows nothing of the purchase; this tab does.
  const purchase = order ? keptPurchase() : asked
  const wallet = trpc.payments.wallet.useQuery()
  const rules = trpc.payments.rules.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY })
  const failed = (!wallet.data && wallet.error) || (!rules.data && rules.error)
  const askAgain = () => Promise.all([wallet, rules].filter(({ error }) => error).map(({ refetch }) => refetch()))
  return (
    <Page
      narrow
      title={t('wallet.title')}
      action={
        <Link to="/history" className={buttonClass({ look: 'quiet' })}>
          {t('wallet.history')}
        </Link>
      }
    >
      {order && <PaymentResult key={order} id={order} back={purchase.from} />}
      {failed ? (
        <Failed title={t('wallet.failed')} error={failed} onRetry={() => void askAgain()} />
      ) : (
        <div className="grid gap-6 overflow-hidden rounded-2xl border border-line bg-surface shadow-card">
          <div className="sheen grid gap-1 bg-night px-6 py-7 text-steam sm:px-8">
            <p className="text-steam-soft">{t('wallet.balance')}</p>
            {wallet.data ? (
              <p className="font-display text-5xl font-bold tabular-nums">
                {formatMoney(wallet.data.balance, i18n.language)}
              </p>
            ) : (
              <Skeleton className="h-12 w-40 opacity-25" />
            )}
          </div>
          {wallet.data?.debt && (
            <div className="-mb-1 px-6 sm:px-8">
              <Notice>{t('wallet.debt', { amount: formatMoney(wallet.data.debt, i18n.language) })}</Notice>
            </div>
          )}
          <section aria-labelledby="top-up" className="grid gap-5 px-6 pb-7 sm:px-8 sm:pb-8">
            <h2 id="top-up" className="text-2xl font-bold">
              {t('wallet.topUp')}
            </h2>
            {wallet.data && rules.data ? (
              <TopUpForm rules={rules.data} purchase={purchase} />
            ) : (
              <Skeleton className="h-60" />
            )}
          </section>
        </div>
      )}
    </Page>
  )
}
