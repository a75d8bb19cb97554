import { type GamePage, isPayableByCard } from '@kettle/api/client'
import { Button, formatMoney, Notice, Skeleton } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf, useExplain } from '../../lib/errors.ts'
import { Failed } from '../../lib/failed.tsx'
import { newIdempotencyKey } from '../../lib/idempotency-key.ts'
import { trpc } from '../../lib/trpc.ts'
import { MethodChoice, type PaymentMethod } from './method-choice.tsx'
import { RefundPromise } from './refund-promise.tsx'

type CheckoutProps = { game: GamePage; onBought: () => void }

/** Asks how to pay, and pays. By card one leaves for the provider's page and comes back to the order's. */
export function Checkout({ game, onBought }: CheckoutProps) {
  const { t, i18n } = useTranslation('payments')
  const wallet = trpc.payments.wallet.useQuery()
  const rules = trpc.payments.rules.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY })
  const [chosen, setChosen] = useState<PaymentMethod>()
  const buy = useBuy(game, onBought)

  const failed = (!wallet.data && wallet.error) || (!rules.data && rules.error)
  if (failed) {
    const askAgain = () => Promise.all([wallet, rules].filter(({ error }) => error).map(({ refetch }) => refetch()))
    return <Failed title={t('wallet.failed')} error={failed} onRetry={() => void askAgain()} />
  }
  if (!wallet.data || !rules.data) {
    return (
      <div aria-busy="true" className="grid gap-5">
        <Skeleton className="h-41 rounded-xl" />
        <Skeleton className="h-13 rounded-lg" />
      </div>
    )
  }

  const { price } = game
  const { balance } = wallet.data
  if (price.amount === 0) {
    return (
      <>
        <Refusal game={game} error={buy.error} />
        <Button size="large" wide busy={buy.busy} onClick={() => buy.submit('wallet')}>
          {t('buy.getFree')}
        </Button>
      </>
    )
  }
  const affordable = balance.amount >= price.amount && !wallet.data.debt
  const payable = isPayableByCard(price.amount, rules.data.card)
  const method = chosen ?? (affordable || !payable ? 'wallet' : 'card')
  return (
    <>
      <MethodChoice
        game={game}
        rules={rules.data}
        balance={balance}
        debt={wallet.data.debt}
        method={method}
        onChoose={setChosen}
      />
      <Refusal game={game} error={buy.error} />
      <Button
        size="large"
        wide
        // With a balance that is about to change the way to pay would, too, under the cursor.
        busy={buy.busy || (!chosen && wallet.isFetching)}
        disabled={method === 'wallet' && !affordable}
        onClick={() => buy.submit(method)}
      >
        {t(method === 'card' ? 'buy.payByCard' : 'buy.pay', { price: formatMoney(price, i18n.language) })}
      </Button>
      <RefundPromise className="text-center" />
    </>
  )
}

/** Why nothing was bought. A price that changed says the new one: the button below carries it already. */
function Refusal({ game, error }: { game: GamePage; error: unknown }) {
  const { t, i18n } = useTranslation('payments')
  const explain = useExplain()
  if (!error) return null
  const changed = failureOf(error).reason === 'PRICE_CHANGED'
  return (
    <Notice tone="bad">
      {changed ? t('buy.priceChanged', { price: formatMoney(game.price, i18n.language) }) : explain(error)}
    </Notice>
  )
}

/** The purchase itself. Its key is made once, so that a second click or a retry can't buy twice; a new one only after a final refusal. */
function useBuy(game: GamePage, onBought: () => void) {
  const utils = trpc.useUtils()
  const [key, setKey] = useState(newIdempotencyKey)
  const [leaving, setLeaving] = useState(false)
  const buy = trpc.payments.buy.useMutation({
    onSuccess: (answer) => {
      if (answer.status === 'redirect') {
        // The button stays busy until the page has gone.
        setLeaving(true)
        return location.assign(answer.url)
      }
      onBought()
      void utils.payments.invalidate()
      void utils.library.invalidate()
    },
    onError: async (error) => {
      const { reason } = failureOf(error)
      if (reason === 'PAYMENT_DECLINED' || reason === 'ORDER_EXPIRED') setKey(newIdempotencyKey())
      // What the page shows may be old: another tab bought it, a sale ended, the wallet was emptied.
      void utils.payments.wallet.invalidate()
      if (reason !== 'OFFLINE') await utils.search.game.invalidate({ slug: game.slug })
    },
  })
  return {
    error: buy.error,
    busy: buy.isPending || leaving,
    submit: (method: PaymentMethod) =>
      buy.mutate({
        gameId: game.id,
        method,
        // Another way to pay is another order.
        idempotencyKey: `${key}-${method}`,
        expectedPrice: game.price.amount,
      }),
  }
}
