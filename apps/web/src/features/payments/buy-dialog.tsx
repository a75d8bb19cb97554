import type { GamePage } from '@kettle/api/client'
import { Button, buttonClass, Dialog, formatMoney, Notice, Skeleton } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf, useExplain } from '../../lib/errors.ts'
import { Failed } from '../../lib/failed.tsx'
import { newIdempotencyKey } from '../../lib/idempotency-key.ts'
import { trpc } from '../../lib/trpc.ts'
import { Sums } from './sums.tsx'

type BuyDialogProps = { game: GamePage; onClose: () => void }

/** From price to "it is yours". The key is made once for the dialog, so that a second click or a retry can't buy twice. */
export default function BuyDialog({ game, onClose }: BuyDialogProps) {
  const { t } = useTranslation('payments')
  const utils = trpc.useUtils()
  const [bought, setBought] = useState(false)
  const close = () => {
    onClose()
    // Only now: the page behind would otherwise change under the dialog that tells of it.
    if (bought) void utils.search.invalidate()
  }
  if (bought) {
    return (
      <Dialog title={t('buy.done')} description={t('buy.doneText', { title: game.title })} onClose={close}>
        <div className="flex flex-wrap gap-3">
          <Link to="/library" className={buttonClass()} onClick={() => void utils.search.invalidate()}>
            {t('buy.toLibrary')}
          </Link>
          <Button look="secondary" onClick={close}>
            {t('buy.keepLooking')}
          </Button>
        </div>
      </Dialog>
    )
  }
  const title = t(game.price.amount === 0 ? 'buy.titleFree' : 'buy.title', { title: game.title })
  return (
    <Dialog title={title} onClose={close}>
      <Checkout game={game} onBought={() => setBought(true)} />
    </Dialog>
  )
}

function Checkout({ game, onBought }: { game: GamePage; onBought: () => void }) {
  const { t, i18n } = useTranslation('payments')
  const explain = useExplain()
  const utils = trpc.useUtils()
  const [idempotencyKey] = useState(newIdempotencyKey)
  const wallet = trpc.payments.wallet.useQuery()
  const buy = trpc.payments.buy.useMutation({
    onSuccess: () => {
      onBought()
      void utils.payments.invalidate()
      void utils.library.invalidate()
    },
    onError: (error) => {
      // What the page shows may be old: another tab bought it, a sale ended, the wallet was emptied.
      void utils.payments.wallet.invalidate()
      if (failureOf(error).reason !== 'OFFLINE') void utils.search.game.invalidate({ slug: game.slug })
    },
  })

  if (wallet.error && !wallet.data) {
    return <Failed title={t('wallet.failed')} error={wallet.error} onRetry={() => void wallet.refetch()} />
  }
  if (!wallet.data) {
    return (
      <div aria-busy="true" className="grid gap-5">
        <Skeleton className="h-35 rounded-xl" />
        <Skeleton className="h-13 rounded-lg" />
      </div>
    )
  }

  const { price } = game
  const { balance } = wallet.data
  const left = balance.amount - price.amount
  const submit = () => buy.mutate({ gameId: game.id, method: 'wallet', idempotencyKey })
  const refusal = buy.error && <Notice tone="bad">{explain(buy.error)}</Notice>
  if (price.amount === 0) {
    return (
      <>
        {refusal}
        <Button size="large" wide busy={buy.isPending} onClick={submit}>
          {t('buy.getFree')}
        </Button>
      </>
    )
  }
  const sums = [
    { label: t('buy.price'), money: price },
    { label: t('buy.balance'), money: balance },
  ]
  if (left < 0) {
    return (
      <>
        <Sums sums={[...sums, { label: t('buy.missing'), money: { ...price, amount: -left }, tone: 'bad' }]} />
        <p>{t('buy.notEnough')}</p>
        <Link
          to="/wallet"
          search={{ need: String(-left), from: `/game/${game.slug}` }}
          className={buttonClass({ size: 'large', wide: true })}
        >
          {t('buy.topUp')}
        </Link>
      </>
    )
  }
  return (
    <>
      <Sums sums={[...sums, { label: t('buy.after'), money: { ...price, amount: left }, tone: 'strong' }]} />
      {refusal}
      <Button size="large" wide busy={buy.isPending} onClick={submit}>
        {t('buy.pay', { price: formatMoney(price, i18n.language) })}
      </Button>
      <p className="text-center text-sm text-ink-soft">{t('offer.promise')}</p>
    </>
  )
}
