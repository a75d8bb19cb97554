import { CoverImage, classNames, formatDuration, GameCard, ProgressBar } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstallView, LibraryGame } from '../../shared/views.ts'
import { hasUpdate } from '../lib/find-games.ts'
import { currentLanguage } from '../lib/i18n.ts'
import { gamePath } from '../lib/route.ts'

interface TileProps {
  game: LibraryGame
  install: InstallView
  playing: boolean
}

/** A game as a cover. */
export function LibraryTile({ game, install, playing }: TileProps) {
  const here = install.status === 'ready' || playing
  const [cover, onCoverLost] = useCover(game)
  return (
    <div onErrorCapture={onCoverLost}>
      <GameCard
        title={game.title}
        cover={cover}
        eager
        headingLevel={2}
        link={(title, className) => (
          <a href={gamePath(game.id)} className={className}>
            {title}
          </a>
        )}
        footer={
          <div className={classNames('text-sm', here ? 'text-patina' : 'text-ink-soft')}>
            <TileState game={game} install={install} playing={playing} />
          </div>
        }
      />
    </div>
  )
}

/** A game as a line. */
export function LibraryLine({ game, install, playing }: TileProps) {
  const { t } = useTranslation()
  const here = install.status === 'ready' || playing
  const [cover, onCoverLost] = useCover(game)
  return (
    <article
      onErrorCapture={onCoverLost}
      className="relative flex items-center gap-4 rounded-xl border border-line bg-surface p-2.5 hover:border-copper-fill has-[a:focus-visible]:outline-3 has-[a:focus-visible]:outline-copper-fill"
    >
      <CoverImage src={cover} title={game.title} shape="thumb" eager className="w-11! shrink-0 rounded-md" />
      <div className="min-w-0 flex-1">
        <h2 className="truncate font-sans text-base font-semibold tracking-normal">
          <a href={gamePath(game.id)} className="outline-none after:absolute after:inset-0 after:rounded-xl">
            {game.title}
          </a>
        </h2>
        <div className={classNames('text-sm', here ? 'text-patina' : 'text-ink-soft')}>
          <TileState game={game} install={install} playing={playing} />
        </div>
      </div>
      <p className="shrink-0 text-sm text-ink-soft max-sm:hidden">
        {game.lastPlayedAt ? formatDuration(game.playtimeSeconds, currentLanguage()) : t('game.notPlayed')}
      </p>
    </article>
  )
}

/** The game's cover, until it turns out that it can't be had, as offline before it was ever seen. */
function useCover(game: LibraryGame): [cover: string | null, onLost: () => void] {
  const [lost, setLost] = useState(false)
  return [lost ? null : game.cover, () => setLost(true)]
}

function TileState({ game, install, playing }: TileProps) {
  const { t } = useTranslation()
  const { status, progress } = install
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
  if (hasUpdate(game, install)) return t('library.update')
  if (status === 'ready') return t('library.installed')
  return status === 'absent' ? t('library.notInstalled') : t(`library.${status}`)
}
