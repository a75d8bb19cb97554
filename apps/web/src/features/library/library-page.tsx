import type { LibraryItem } from '@kettle/api/client'
import {
  buttonClass,
  CoverImage,
  EmptyState,
  formatDate,
  formatDuration,
  formatRelative,
  Notice,
  Skeleton,
} from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../layout/page.tsx'
import { Failed } from '../../lib/failed.tsx'
import { trpc } from '../../lib/trpc.ts'

const gridClass = 'grid gap-5 lg:grid-cols-2'

/** What one owns. `refund` puts the way to give a game back on its card. */
export function LibraryPage({ refund }: { refund: (game: LibraryItem['game']) => ReactNode }) {
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
  return (
    <Page title={t('title')} lead={t('count', { count: library.data.length })}>
      <Notice>{t('launcherHint')}</Notice>
      <ul className={gridClass}>
        {library.data.map((item) => (
          <li key={item.game.id}>
            <OwnedGame item={item} refund={refund(item.game)} />
          </li>
        ))}
      </ul>
    </Page>
  )
}

function OwnedGame({ item, refund }: { item: LibraryItem; refund: ReactNode }) {
  const { t, i18n } = useTranslation(['library', 'common'])
  const { game } = item
  return (
    <article className="grid h-full grid-cols-[7rem_minmax(0,1fr)] items-start gap-4 rounded-2xl border border-line bg-surface p-4 shadow-card sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-5">
      <div className="overflow-hidden rounded-xl">
        <CoverImage src={game.cover} title={game.title} />
      </div>
      <div className="grid gap-3">
        <header className="grid gap-1">
          <h2 className="text-xl font-bold sm:text-2xl">
            <Link to="/game/$slug" params={{ slug: game.slug }} className="hover:text-copper">
              {game.title}
            </Link>
          </h2>
          <p className="font-medium">
            {item.playtimeSeconds > 0
              ? t('played', { time: formatDuration(item.playtimeSeconds, i18n.language) })
              : t('notPlayed')}
          </p>
          {item.lastPlayedAt && (
            <p className="text-sm text-ink-soft">
              {t('lastPlayed', { when: formatRelative(item.lastPlayedAt, i18n.language) })}
            </p>
          )}
          <p className="text-sm text-ink-soft">{t('acquired', { date: formatDate(item.acquiredAt, i18n.language) })}</p>
          <p className="text-sm text-ink-soft">{item.builds.length > 0 ? t('playHint') : t('noBuild')}</p>
        </header>
        {refund}
      </div>
    </article>
  )
}
