import type { HistoryItem } from '@kettle/api/client'
import {
  Button,
  buttonClass,
  classNames,
  EmptyState,
  formatDateTime,
  formatMoney,
  Skeleton,
  tagLinkClass,
} from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../layout/page.tsx'
import { useExplain } from '../../lib/errors.ts'
import { Failed } from '../../lib/failed.tsx'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { type HistorySearch, historyTypes, narrowed } from './history-types.ts'
import { WaitingOrders } from './waiting-orders.tsx'

/** Every movement of one's money, newest first. */
export function HistoryPage({ type }: HistorySearch) {
  const { t } = useTranslation(['payments', 'common'])
  return (
    <Page
      narrow
      title={t('history.title')}
      action={
        <Link to="/wallet" className={buttonClass({ look: 'quiet' })}>
          {t('wallet.title')}
        </Link>
      }
    >
      <WaitingOrders />
      <Filter type={type} />
      <Transactions key={type} type={type} />
    </Page>
  )
}

function Filter({ type }: HistorySearch) {
  const { t } = useTranslation('payments')
  return (
    <nav aria-label={t('history.filter')} className="-mt-2 flex flex-wrap gap-2">
      {[undefined, ...historyTypes].map((choice) => (
        <Link
          key={choice ?? 'all'}
          to="/history"
          search={{ type: choice }}
          replace
          aria-current={choice === type ? 'true' : undefined}
          className={classNames(tagLinkClass, choice === type && 'border-copper-fill bg-copper-wash font-semibold')}
        >
          {choice ? t(`history.types.${choice}`) : t('history.all')}
        </Link>
      ))}
    </nav>
  )
}

function Transactions({ type }: HistorySearch) {
  const { t } = useTranslation(['payments', 'common'])
  const say = useToast()
  const explain = useExplain()
  const history = trpc.payments.history.useInfiniteQuery(
    { limit: 20, types: type && narrowed[type] },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  )
  const loadMore = async () => {
    const { error } = await history.fetchNextPage()
    if (error) say('bad', explain(error))
  }

  if (history.error && !history.data) {
    return <Failed title={t('history.failed')} error={history.error} onRetry={() => void history.refetch()} />
  }
  if (!history.data) {
    return (
      <div aria-busy="true" className="grid gap-3">
        {[1, 2, 3, 4].map((row) => (
          <Skeleton key={row} className="h-16 rounded-xl" />
        ))}
      </div>
    )
  }
  const items = history.data.pages.flatMap((page) => page.items)
  if (items.length === 0 && type) {
    return (
      <EmptyState
        title={t('history.emptyFilter')}
        action={
          <Link to="/history" className={buttonClass({ look: 'secondary' })}>
            {t('history.showAll')}
          </Link>
        }
      >
        {t('history.emptyFilterText')}
      </EmptyState>
    )
  }
  if (items.length === 0) {
    return (
      <EmptyState
        title={t('history.empty')}
        action={
          <Link to="/" className={buttonClass()}>
            {t('common:toStore')}
          </Link>
        }
      >
        {t('history.emptyText')}
      </EmptyState>
    )
  }
  return (
    <>
      <ul className="overflow-hidden rounded-2xl border border-line bg-surface shadow-card">
        {items.map((item) => (
          <Transaction key={item.id} item={item} />
        ))}
      </ul>
      {history.hasNextPage && (
        <Button
          look="secondary"
          className="justify-self-center"
          busy={history.isFetchingNextPage}
          onClick={() => void loadMore()}
        >
          {t('common:loadMore')}
        </Button>
      )}
    </>
  )
}

function Transaction({ item }: { item: HistoryItem }) {
  const { t, i18n } = useTranslation(['payments', 'common'])
  const { amount, currency } = item.amount
  const sign = amount > 0 ? '+' : amount < 0 ? '−' : ''
  const sum =
    amount === 0 ? t('history.free') : `${sign}${formatMoney({ amount: Math.abs(amount), currency }, i18n.language)}`
  return (
    <li className="flex items-center justify-between gap-4 border-b border-line px-5 py-3.5 last:border-0">
      <div className="min-w-0">
        <p className="font-semibold">
          {t(`history.${item.type}`)}
          {item.game && (
            <>
              {': '}
              <Link
                to="/game/$slug"
                params={{ slug: item.game.slug }}
                className="text-copper underline decoration-1 underline-offset-4 hover:decoration-2"
              >
                {item.game.title}
              </Link>
            </>
          )}
        </p>
        <p className="text-sm text-ink-soft">
          <time dateTime={item.createdAt}>{formatDateTime(item.createdAt, i18n.language)}</time>
          {item.type === 'purchase' && amount !== 0 && `, ${t(`history.by.${item.method}`)}`}
          {amount !== 0 && (
            <>
              {' · '}
              <Link
                to="/receipt/$id"
                params={{ id: item.orderId }}
                className="text-copper underline decoration-1 underline-offset-4 hover:decoration-2"
              >
                {t('history.receipt')}
              </Link>
            </>
          )}
        </p>
      </div>
      <p className={classNames('shrink-0 text-lg font-bold tabular-nums', amount > 0 && 'text-patina')}>{sum}</p>
    </li>
  )
}
