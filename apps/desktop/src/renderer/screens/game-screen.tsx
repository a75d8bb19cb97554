import { ChevronLeftIcon, CoverImage, formatBytes, formatDate, formatDuration, formatRelative, Tag } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../shared/bridge.ts'
import type { LibraryGame } from '../../shared/views.ts'
import { accountOf } from '../lib/account.ts'
import { currentLanguage } from '../lib/i18n.ts'
import { installOf } from '../lib/launcher.ts'
import { libraryPath, type Route, showReviews } from '../lib/route.ts'
import { Changelog } from './changelog.tsx'
import { GameActions } from './game-actions.tsx'
import { GameMissing } from './game-missing.tsx'
import { FriendsHere } from './people/friends-here.tsx'
import { ReviewsWhenNear } from './reviews/reviews-when-near.tsx'

type GameScreenProps = { route: Extract<Route, { screen: 'game' }>; snapshot: Snapshot }

/** One game: what it is, how it stands here, what can be done with it, and what players say of it. */
export function GameScreen({ route: { gameId, reviews, reviewsSought }, snapshot }: GameScreenProps) {
  const { t } = useTranslation()
  const account = accountOf(snapshot.session)
  const game = snapshot.library.games.find(({ id }) => id === gameId)
  return (
    <div className="grid gap-6">
      <a
        href={libraryPath}
        className="flex w-fit items-center gap-1 rounded-md font-semibold text-ink-soft hover:text-copper"
      >
        <ChevronLeftIcon />
        {t('game.back')}
      </a>
      {game ? (
        <div className="grid items-start gap-8 md:grid-cols-[18rem_1fr]">
          <CoverImage src={game.cover} title={game.title} eager className="max-w-72 rounded-2xl shadow-lift" />
          <div className="grid gap-6">
            <header className="grid gap-3">
              <h1 className="text-4xl font-bold">{game.title}</h1>
              <p className="max-w-prose text-lg text-ink-soft">{game.shortDescription}</p>
              <p className="flex flex-wrap gap-2">
                {game.tags.map((tag) => (
                  <Tag key={tag}>{tag}</Tag>
                ))}
              </p>
            </header>
            <GameActions
              game={game}
              install={installOf(snapshot, gameId)}
              playing={snapshot.playing?.gameId === gameId}
            />
            <FriendsHere gameId={gameId} friends={snapshot.people.friends} />
            <Facts game={game} version={installOf(snapshot, gameId).version} />
            <Changelog game={game} here={installOf(snapshot, gameId).version} />
          </div>
        </div>
      ) : (
        <GameMissing library={snapshot.library} />
      )}
      {account && (
        <div className="max-w-3xl md:ml-80">
          <ReviewsWhenNear
            account={account}
            gameId={gameId}
            slug={game?.slug ?? null}
            filters={reviews}
            onFilter={(chosen) => showReviews(gameId, chosen)}
            sought={reviewsSought}
          />
        </div>
      )}
    </div>
  )
}

function Facts({ game, version }: { game: LibraryGame; version: string | null }) {
  const { t } = useTranslation()
  const locale = currentLanguage()
  const facts = [
    [t('game.played'), game.lastPlayedAt ? formatDuration(game.playtimeSeconds, locale) : t('game.notPlayed')],
    ...(game.lastPlayedAt ? [[t('game.lastPlayed'), formatRelative(game.lastPlayedAt, locale)]] : []),
    [t('game.acquired'), formatDate(game.acquiredAt, locale)],
    ...(version ? [[t('game.version'), version]] : []),
    ...(game.build ? [[t('game.size'), formatBytes(game.build.installBytes, locale)]] : []),
  ]
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4 border-t border-line pt-5">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm text-ink-soft">{name}</dt>
          <dd className="font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
