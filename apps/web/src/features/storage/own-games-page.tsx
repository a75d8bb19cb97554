import { buttonClass, CoverImage, EmptyState, Skeleton, Tag } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../layout/page.tsx'
import { Failed } from '../../lib/failed.tsx'
import { trpc } from '../../lib/trpc.ts'
import { titleOf } from './own-game.tsx'

/** A publisher's games, drafts too. */
export function OwnGamesPage() {
  const { t } = useTranslation('publish')
  const games = trpc.storage.games.useQuery()
  const add = (
    <Link to="/publish/new" className={buttonClass()}>
      {t('games.add')}
    </Link>
  )
  return (
    <Page title={t('games.title')} action={games.data?.length ? add : undefined}>
      {games.error && !games.data && (
        <Failed title={t('games.failed')} error={games.error} onRetry={() => void games.refetch()} />
      )}
      {games.isPending && (
        <div aria-busy="true" className="grid gap-3">
          {[1, 2, 3].map((row) => (
            <Skeleton key={row} className="h-24 rounded-xl" />
          ))}
        </div>
      )}
      {games.data?.length === 0 && (
        <EmptyState title={t('games.empty')} action={add}>
          {t('games.emptyText')}
        </EmptyState>
      )}
      {games.data && games.data.length > 0 && (
        <ul className="overflow-hidden rounded-2xl border border-line bg-surface shadow-card">
          {games.data.map((game) => (
            <li
              key={game.id}
              className="relative flex items-center gap-4 border-b border-line px-4 py-3 transition last:border-0 hover:bg-copper-wash sm:px-5"
            >
              <div className="w-12 shrink-0 overflow-hidden rounded-md">
                <CoverImage src={game.cover} title={titleOf(game)} />
              </div>
              <div className="min-w-0 flex-1">
                <Link
                  to="/publish/$gameId"
                  params={{ gameId: game.id }}
                  className="font-semibold before:absolute before:inset-0"
                >
                  {titleOf(game)}
                </Link>
                <p className="truncate text-sm text-ink-soft">/game/{game.slug}</p>
              </div>
              <Tag>{t(game.published ? 'games.onSale' : 'games.draft')}</Tag>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
