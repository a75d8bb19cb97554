import { Button, EmptyState, ErrorState, formatDateTime, GameCardSkeleton, Notice } from '@kettle/ui'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../shared/bridge.ts'
import { useFailureText } from '../lib/failure.ts'
import { findGames, type Show } from '../lib/find-games.ts'
import { currentLanguage } from '../lib/i18n.ts'
import { ask, installOf } from '../lib/launcher.ts'
import { Leftovers } from './leftovers.tsx'
import { LibraryBar } from './library-bar.tsx'
import { LibraryShelf, type Look } from './library-shelf.tsx'
import { LibraryLine, LibraryTile } from './library-tile.tsx'

const lookKey = 'kettle-library-look'
const grid = 'grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-5 gap-y-8'

/** All games of the account, installed or not. */
export function LibraryScreen({ snapshot, query, show }: { snapshot: Snapshot; query: string; show: Show }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const { library, session, installs, playing } = snapshot
  const [look, setLook] = useState<Look>(() => (localStorage.getItem(lookKey) === 'list' ? 'list' : 'grid'))
  const { games, refreshedAt, refreshing, failure } = library
  const byGame = useMemo(() => new Map(installs.map((install) => [install.gameId, install])), [installs])
  const found = useMemo(() => findGames(games, byGame, { query, show }), [games, byGame, query, show])
  const count = (one: Show): number => findGames(games, byGame, { query: '', show: one }).length
  const refresh = (): void => void ask('refreshLibrary', undefined)
  return (
    <div className="grid gap-6">
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <h1 className="text-3xl font-bold">{t('library.title')}</h1>
        {refreshedAt && <p className="text-ink-soft">{t('library.count', { count: games.length })}</p>}
        <span className="flex-1" />
        <Button look="quiet" size="small" busy={refreshing} onClick={refresh}>
          {t('library.refresh')}
        </Button>
      </header>
      {failure && refreshedAt && (
        <Notice>
          {t('library.stale', { why: failureText(failure), when: formatDateTime(refreshedAt, currentLanguage()) })}
        </Notice>
      )}
      {refreshedAt ? (
        games.length > 0 ? (
          <>
            <LibraryBar
              {...{ query, show, look }}
              counts={{ all: games.length, installed: count('installed'), updates: count('updates') }}
              onLook={(chosen) => {
                localStorage.setItem(lookKey, chosen)
                setLook(chosen)
              }}
            />
            {found.length === 0 && (
              <p role="status" className="py-10 text-center text-ink-soft">
                {query ? t('library.nothingFound', { query }) : t('library.nothingHere')}
              </p>
            )}
            <LibraryShelf games={found} look={look} label={t('library.title')}>
              {(game) => {
                const shown = { game, install: installOf(snapshot, game.id), playing: playing?.gameId === game.id }
                return look === 'grid' ? <LibraryTile {...shown} /> : <LibraryLine {...shown} />
              }}
            </LibraryShelf>
          </>
        ) : (
          <EmptyState title={t('library.empty')}>
            <p>{t('library.emptyText')}</p>
            <p className="mt-2 font-mono text-sm select-text">{t('library.openStore', { server: session.server })}</p>
          </EmptyState>
        )
      ) : failure && !refreshing ? (
        <ErrorState title={t('library.failed')} retry={{ label: t('retry'), onRetry: refresh }}>
          {failureText(failure)}
        </ErrorState>
      ) : (
        <div className={grid} aria-busy="true">
          {Array.from({ length: 6 }, (_, index) => (
            <GameCardSkeleton key={index} />
          ))}
        </div>
      )}
      {refreshedAt && <Leftovers snapshot={snapshot} />}
    </div>
  )
}
