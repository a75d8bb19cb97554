import type { LibraryItem } from '@kettle/api/client'
import { buttonClass, CoverImage, formatBytes, formatDate, formatDuration, formatRelative } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { InstallLink } from '../../layout/install-link.tsx'

type OwnedGameProps = { item: LibraryItem; eager: boolean; refund: ReactNode }

/** One game of one's own: how long it was played and when last, the way to install it, and the way to give it back. */
export function OwnedGame({ item, eager, refund }: OwnedGameProps) {
  const { t, i18n } = useTranslation('library')
  const { game, builds } = item
  const size = Math.max(0, ...builds.map(({ installBytes }) => installBytes))
  return (
    <article className="grid h-full grid-cols-[7rem_minmax(0,1fr)] items-start gap-4 rounded-2xl border border-line bg-surface p-4 shadow-card sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-5">
      <div className="overflow-hidden rounded-xl">
        <CoverImage src={game.cover} title={game.title} eager={eager} />
      </div>
      <div className="grid gap-3">
        <header className="grid gap-1">
          <h2 className="text-xl font-bold wrap-break-word sm:text-2xl">
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
          <p className="text-sm text-ink-soft">
            {builds.length > 0 ? t('size', { size: formatBytes(size, i18n.language) }) : t('noBuild')}
          </p>
        </header>
        {builds.length > 0 && <InstallLink gameId={game.id} />}
        <Link
          to="/game/$slug"
          params={{ slug: game.slug }}
          hash="reviews"
          aria-label={`${t('review')}: ${game.title}`}
          className={buttonClass({ look: 'secondary' })}
        >
          {t('review')}
        </Link>
        {refund}
      </div>
    </article>
  )
}
