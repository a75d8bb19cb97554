import type { OrderView } from '@kettle/api/client'
import { Button, buttonClass, formatMoney } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'

/** Orders that wait for their payment or were declined: one goes on paying, or gives them up. Of one game, or all. */
export function WaitingOrders({ gameId }: { gameId?: string }) {
  const { t } = useTranslation('payments')
  const waiting = trpc.payments.waiting.useQuery()
  const items = waiting.data?.items.filter((order) => gameId === undefined || order.gameId === gameId) ?? []
  if (items.length === 0) return null
  return (
    <section aria-label={t('waiting.title')} className="grid gap-3">
      {gameId === undefined && <h2 className="text-xl font-bold">{t('waiting.title')}</h2>}
      <ul className="grid gap-3">
        {items.map((order) => (
          <WaitingOrder key={order.id} order={order} isAlone={gameId !== undefined} />
        ))}
      </ul>
    </section>
  )
}

function WaitingOrder({ order, isAlone }: { order: OrderView; isAlone: boolean }) {
  const { t, i18n } = useTranslation('payments')
  const say = useToast()
  const explain = useExplain()
  const utils = trpc.useUtils()
  const cancel = trpc.payments.cancel.useMutation({
    onSuccess: ({ status }) => {
      say('good', t(status === 'paid' ? 'waiting.paidMeanwhile' : 'waiting.cancelled'))
      void utils.payments.invalidate()
      if (status !== 'paid') return
      void utils.library.invalidate()
      void utils.search.invalidate()
    },
    onError: (error) => say('bad', explain(error)),
  })
  const isWaiting = order.status === 'pending'
  const amount = formatMoney(order.amount, i18n.language)
  const title = order.game?.title ?? t('order.wallet')
  return (
    <li className="grid gap-3 rounded-xl bg-copper-wash px-5 py-4">
      <div className="grid gap-0.5">
        {!isAlone && <p className="font-semibold wrap-break-word">{title}</p>}
        <p className={isAlone ? 'font-semibold' : 'text-ink-soft'}>
          {t(isWaiting ? 'waiting.text' : 'waiting.declined', { amount })}
        </p>
      </div>
      <div className="flex flex-wrap gap-3">
        {isWaiting && order.payUrl && (
          <a href={order.payUrl} className={buttonClass({ size: 'small' })}>
            {t('order.continue')}
          </a>
        )}
        {!isWaiting && !isAlone && order.game && (
          <Link to="/game/$slug" params={{ slug: order.game.slug }} className={buttonClass({ size: 'small' })}>
            {t('waiting.again')}
          </Link>
        )}
        <Button
          look="secondary"
          size="small"
          busy={cancel.isPending}
          aria-label={t(isWaiting ? 'waiting.cancelOne' : 'waiting.dismissOne', { title })}
          onClick={() => cancel.mutate({ id: order.id })}
        >
          {t(isWaiting ? 'waiting.cancel' : 'waiting.dismiss')}
        </Button>
      </div>
    </li>
  )
}
