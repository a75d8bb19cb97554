import { Button, classNames, FilterIcon, Select, Skeleton } from '@kettle/ui'
import { keepPreviousData } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../layout/page.tsx'
import { Failed } from '../../lib/failed.tsx'
import { lazyDialog } from '../../lib/lazy-part.tsx'
import { trpc } from '../../lib/trpc.ts'
import { ActiveFilters } from './active-filters.tsx'
import { FilterList } from './filter-list.tsx'
import { countFilters, type Filters, type Sort, sorts } from './filters.ts'
import { NothingFound } from './nothing-found.tsx'
import { questionOf } from './question.ts'
import { ResultGrid, ResultGridSkeleton } from './result-grid.tsx'

const FiltersDialog = lazyDialog(() => import('./filters-dialog.tsx'))

/** Games that answer a question and pass the filters, or all of them where nothing was asked. The address holds all of it. */
export function ResultsPage({ filters }: { filters: Filters }) {
  const { t, i18n } = useTranslation(['results', 'common'])
  const [choosing, setChoosing] = useState(false)
  const results = trpc.search.games.useInfiniteQuery(questionOf(filters), {
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  const first = results.data?.pages[0]
  const games = results.data?.pages.flatMap((page) => page.items) ?? []
  const settled = first !== undefined && !results.isPlaceholderData
  const total = first?.total ?? 0
  const rules = trpc.payments.rules.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY })
  const currency = rules.data?.currency ?? games[0]?.price.currency
  const corrected = settled ? first.correctedQuery : undefined
  const asked = corrected ?? filters.q
  const heading = asked ? t(settled && total === 0 ? 'nothingFor' : 'heading', { query: asked }) : t('all')

  if (results.error && !results.data) {
    return (
      <Page title={heading}>
        <Failed title={t('failed')} error={results.error} onRetry={() => void results.refetch()} />
      </Page>
    )
  }
  const lead = !settled
    ? t('searching')
    : first.hasMoreThanTotal
      ? t('more', { count: total, total: total.toLocaleString(i18n.language) })
      : t('count', { count: total })
  const list = first && currency && { filters, facets: first.facets, total, currency }
  return (
    <Page title={heading} lead={<span role="status">{lead}</span>}>
      {corrected && (
        <p className="-mt-3">
          {t('corrected', { query: filters.q })}{' '}
          <Link
            to="/search"
            search={{ ...filters, exact: '1' }}
            className="font-semibold text-copper underline decoration-1 underline-offset-4 hover:decoration-2"
          >
            {t('exact', { query: filters.q })}
          </Link>
        </p>
      )}
      <div className="grid items-start gap-x-10 gap-y-5 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <aside aria-label={t('filters.title')} className="hidden lg:block">
          {list ? <FilterList {...list} /> : <FilterListSkeleton />}
        </aside>
        <div className="grid gap-5">
          <div className="flex flex-wrap items-center gap-x-1 gap-y-3">
            <Button
              look="secondary"
              size="small"
              className="lg:hidden"
              disabled={!list}
              onClick={() => setChoosing(true)}
            >
              <FilterIcon className="size-4" />
              {t('filters.title')}
              {countFilters(filters) > 0 && <span className="tabular-nums text-copper">{countFilters(filters)}</span>}
            </Button>
            <div className="order-last w-full lg:order-none lg:w-auto lg:flex-1 empty:hidden">
              {currency && <ActiveFilters filters={filters} facets={first?.facets} currency={currency} />}
            </div>
            <SortChoice filters={filters} />
          </div>
          {settled && currency && games.length === 0 && (
            <NothingFound filters={filters} facets={first.facets} currency={currency} />
          )}
          {results.isPending && <ResultGridSkeleton />}
          <div
            aria-busy={results.isPending || results.isPlaceholderData}
            className={classNames('grid gap-7 transition-opacity', results.isPlaceholderData && 'opacity-60')}
          >
            <ResultGrid games={games} results={results} />
          </div>
        </div>
      </div>
      {choosing && list && <FiltersDialog {...list} onClose={() => setChoosing(false)} />}
    </Page>
  )
}

function SortChoice({ filters }: { filters: Filters }) {
  const { t } = useTranslation('results')
  const navigate = useNavigate()
  const usual: Sort = filters.q ? 'relevance' : 'popular'
  const options = sorts
    .filter((sort) => filters.q || sort !== 'relevance')
    .map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))
  const choose = (value: string) => {
    const sort = sorts.find((known) => known === value && known !== usual)
    void navigate({ to: '/search', search: { ...filters, sort }, resetScroll: false })
  }
  return (
    <Select
      label={t('sort.label')}
      className="ml-auto min-w-0 flex-1 justify-end sm:flex-none"
      value={filters.sort ?? usual}
      options={options}
      onChange={choose}
    />
  )
}

function FilterListSkeleton() {
  return (
    <div className="grid gap-3">
      {Array.from({ length: 14 }, (_, line) => (
        <Skeleton key={line} className="h-6" />
      ))}
    </div>
  )
}
