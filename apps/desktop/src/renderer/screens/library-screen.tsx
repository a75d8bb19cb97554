import {
  Button,
  classNames,
  EmptyState,
  ErrorState,
  formatDateTime,
  GameCard,
  GameCardSkeleton,
  Notice,
  ProgressBar,
} from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { InstallView, LibraryGame, Snapshot } from '../../shared/bridge.ts'
import { useFailureText } from '../lib/failure.ts'
import { currentLanguage } from '../lib/i18n.ts'
import { ask, installOf } from '../lib/launcher.ts'
import { gamePath } from '../lib/route.ts'
import { Leftovers } from './leftovers.tsx'

const grid = 'grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-5 gap-y-8'

/** All games of the account, installed or not. */
export function LibraryScreen({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const { library, session } = snapshot
  const { games, refreshedAt, refreshing, failure } = library
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
          <ul className={grid}>
            {games.map((game, index) => (
              <li key={game.id}>
                <Tile game={game} install={installOf(snapshot, game.id)} snapshot={snapshot} eager={index < 12} />
              </li>
            ))}
          </ul>
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

function Tile({
  game,
  install,
  snapshot,
  eager,
}: {
  game: LibraryGame
  install: InstallView
  snapshot: Snapshot
  eager: boolean
}) {
  const here = install.status === 'ready' || snapshot.playing?.gameId === game.id
  return (
    <GameCard
      title={game.title}
      cover={game.cover}
      eager={eager}
      link={(title, className) => (
        <a href={gamePath(game.id)} className={className}>
          {title}
        </a>
      )}
      footer={
        <p className={classNames('text-sm', here ? 'text-patina' : 'text-ink-soft')}>
          <TileState game={game} install={install} playing={snapshot.playing?.gameId === game.id} />
        </p>
      }
    />
  )
}

function TileState({ game, install, playing }: { game: LibraryGame; install: InstallView; playing: boolean }) {
  const { t } = useTranslation()
  const { status, progress, version } = install
  if (playing) return t('library.playing')
  if (status === 'downloading' || status === 'verifying') {
    const share = progress && progress.total > 0 ? progress.done / progress.total : 0
    const text = t(`library.${status}`, { percent: Math.floor(share * 100) })
    return (
      <>
        {text}
        <ProgressBar label={game.title} value={share} />
      </>
    )
  }
  if (status === 'ready' && game.build && game.build.version !== version) return t('library.update')
  if (status === 'ready') return t('library.installed')
  return status === 'absent' ? t('library.notInstalled') : t(`library.${status}`)
}
