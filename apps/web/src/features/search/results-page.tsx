import { Button, buttonClass, EmptyState, GameCardSkeleton } from '@kettle/ui'
import { keepPreviousData } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../layout/page.tsx'
import { useExplain } from '../../lib/errors.ts'
import { Failed } from '../../lib/failed.tsx'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { StoreCard } from './store-card.tsx'

const gridClass = 'grid grid-cols-2 gap-x-4 gap-y-7 sm:grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] sm:gap-x-5'

/** Games that answer a question, or all of them where nothing was asked. */
export function ResultsPage({ query }: { query?: string }) {
  const { t } = useTranslation(['results', 'common'])
  const say = useToast()
  const explain = useExplain()
  const results = trpc.search.games.useInfiniteQuery(
    { query, limit: 24 },
    { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
  )
  const games = results.data?.pages.flatMap((page) => page.items) ?? []
  const total = results.data?.pages[0]?.total ?? 0
  const heading = query ? t('heading', { query }) : t('all')
  const lead =
    results.data && !results.isPlaceholderData ? t('count', { count: total }) : t('searching')

  const loadMore = async () => {
    const { error } = await results.fetchNextPage()
    if (error) say('bad', explain(error))
  }

  if (results.error && !results.data) {
    return (
      <Page title={heading}>
        <Failed title={t('failed')} error={results.error} onRetry={() => void results.refetch()} />
      </Page>
    )
  }
  if (results.data && !results.isPlaceholderData && games.length === 0) {
    return (
      <Page title={heading} lead={lead}>
        <EmptyState
          title={t('empty', { query: query ?? '' })}
          action={
            <Link to="/search" className={buttonClass({ look: 'secondary' })}>
              {t('clear')}
            </Link>
          }
        >
          {t('emptyText')}
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title={heading} lead={<span role="status">{lead}</span>}>
      <ul className={gridClass} aria-busy={results.isPending || results.isPlaceholderData}>
        {results.isPending &&
          Array.from({ length: 12 }, (_, place) => (
            <li key={place}>
              <GameCardSkeleton />
            </li>
          ))}
        {games.map((game, place) => (
          <li key={game.id}>
            <StoreCard game={game} eager={place < 6} headingLevel={2} />
          </li>
        ))}
      </ul>
      {results.hasNextPage && (
        <Button
          look="secondary"
          className="justify-self-center"
          busy={results.isFetchingNextPage}
          onClick={() => void loadMore()}
        >
          {t('common:loadMore')}
        </Button>
      )}
    </Page>
  )
}
