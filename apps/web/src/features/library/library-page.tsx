import type { LibraryItem } from '@kettle/api/client'
import { buttonClass, EmptyState, Skeleton } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../layout/page.tsx'
import { Failed } from '../../lib/failed.tsx'
import { trpc } from '../../lib/trpc.ts'
import { LibraryFilter } from './library-filter.tsx'
import { filterLibrary, type LibraryFilters } from './library-filters.ts'
import { OwnedGame } from './owned-game.tsx'

const gridClass = 'grid gap-5 lg:grid-cols-2'

type LibraryPageProps = { filters: LibraryFilters; refund: (game: LibraryItem['game']) => ReactNode }

/** What one owns. `refund` puts the way to give a game back on its card. */
export function LibraryPage({ filters, refund }: LibraryPageProps) {
  const { t } = useTranslation(['library', 'common'])
  const library = trpc.library.list.useQuery()
  if (library.error && !library.data) {
    return (
      <Page title={t('title')}>
        <Failed title={t('failed')} error={library.error} onRetry={() => void library.refetch()} />
      </Page>
    )
  }
  if (!library.data) {
    return (
      <Page title={t('title')} lead={t('common:loading')}>
        <Skeleton className="h-12" />
        <div aria-busy="true" className={gridClass}>
          {[1, 2, 3, 4].map((place) => (
            <Skeleton key={place} className="h-76 rounded-2xl" />
          ))}
        </div>
      </Page>
    )
  }
  if (library.data.length === 0) {
    return (
      <Page title={t('title')}>
        <EmptyState
          title={t('empty')}
          action={
            <Link to="/" className={buttonClass()}>
              {t('common:toStore')}
            </Link>
          }
        >
          {t('emptyText')}
        </EmptyState>
      </Page>
    )
  }
  const shown = filterLibrary(library.data, filters, Date.now())
  return (
    <Page title={t('title')} lead={<span role="status">{t('count', { count: shown.length })}</span>}>
      <LibraryFilter filters={filters} />
      {shown.length === 0 && (
        <EmptyState
          title={t('noneFits')}
          action={
            <Link to="/library" className={buttonClass({ look: 'secondary' })}>
              {t('showAll')}
            </Link>
          }
        >
          {t('noneFitsText')}
        </EmptyState>
      )}
      <ul className={gridClass}>
        {shown.map((item, place) => (
          <li key={item.game.id}>
            <OwnedGame item={item} eager={place < 2} refund={refund(item.game)} />
          </li>
        ))}
      </ul>
    </Page>
  )
}
