import type { Activity } from '@kettle/api/client'
import {
  Avatar,
  BagIcon,
  CoverImage,
  EmptyState,
  formatDuration,
  formatRelative,
  PlayIcon,
  ThumbDownIcon,
  ThumbUpIcon,
} from '@kettle/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePersonWords } from '../person-words.ts'

type Links = {
  pictureOf: (user: Activity['user']) => string | null
  coverOf: (game: Activity['game']) => string | null
  /** The app's own links. */
  personLink: (user: Activity['user'], name: ReactNode, className: string) => ReactNode
  gameLink: (game: Activity['game'], title: ReactNode, className: string) => ReactNode
}

/** What friends bought, played and reviewed, the latest first. */
export function ActivityList({ deeds, ...links }: Links & { deeds: Activity[] }) {
  const { t } = useTranslation('people')
  if (deeds.length === 0) return <EmptyState title={t('activity.empty')}>{t('activity.emptyText')}</EmptyState>
  return (
    <ul aria-label={t('friends.activity')} className="grid grid-cols-1 divide-y divide-line">
      {deeds.map((deed) => (
        <li key={`${deed.kind} ${deed.user.id} ${deed.game.id} ${deed.at}`}>
          <Deed deed={deed} {...links} />
        </li>
      ))}
    </ul>
  )
}

function Deed({ deed, pictureOf, coverOf, personLink, gameLink }: Links & { deed: Activity }) {
  const { t, i18n } = useTranslation('people')
  const { nameOf } = usePersonWords()
  const { kind, user, game, recommended, playedSeconds, at } = deed
  const opinion = recommended ? 'liked' : 'disliked'
  const Icon =
    kind === 'reviewed' ? (recommended ? ThumbUpIcon : ThumbDownIcon) : kind === 'played' ? PlayIcon : BagIcon
  const what =
    kind === 'played'
      ? t('activity.played', { time: formatDuration(playedSeconds ?? 0, i18n.language) })
      : t(`activity.${kind === 'reviewed' ? opinion : 'bought'}`)
  return (
    <article className="flex items-center gap-3.5 py-3.5">
      <Avatar src={pictureOf(user)} />
      <div className="min-w-0 flex-1">
        <p className="text-sm text-ink-soft">
          {personLink(user, <bdi>{nameOf(user)}</bdi>, 'font-semibold text-ink hover:text-copper hover:underline')} ·{' '}
          {what}
        </p>
        <p className="truncate">{gameLink(game, game.title, 'font-semibold hover:text-copper hover:underline')}</p>
        <p className="flex items-center gap-1.5 text-sm text-ink-soft">
          <Icon className="size-4" />
          {formatRelative(at, i18n.language)}
        </p>
      </div>
      <span className="w-11 shrink-0 overflow-hidden rounded-md">
        <CoverImage src={coverOf(game)} title={game.title} shape="thumb" />
      </span>
    </article>
  )
}
