import type { Activity } from '@kettle/api/client'
import { usePersonWords } from '@kettle/socials'
import {
  Avatar,
  BagIcon,
  Button,
  CoverImage,
  EmptyState,
  formatDuration,
  formatRelative,
  PlayIcon,
  ThumbDownIcon,
  ThumbUpIcon,
} from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { PeopleListSkeleton } from './people-list.tsx'

/** What friends bought, played and reviewed, the latest first. */
export function ActivityFeed() {
  const { t } = useTranslation(['people', 'common'])
  const feed = trpc.socials.activity.useInfiniteQuery(
    { limit: 30 },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  )
  if (feed.error && !feed.data)
    return <Failed title={t('activity.failed')} error={feed.error} onRetry={() => void feed.refetch()} />
  if (!feed.data) return <PeopleListSkeleton />
  const deeds = feed.data.pages.flatMap((page) => page.items)
  if (deeds.length === 0) return <EmptyState title={t('activity.empty')}>{t('activity.emptyText')}</EmptyState>
  return (
    <div className="grid gap-4">
      <ul aria-label={t('friends.activity')} className="grid divide-y divide-line">
        {deeds.map((deed) => (
          <li key={`${deed.kind} ${deed.user.id} ${deed.game.id} ${deed.at}`}>
            <Deed deed={deed} />
          </li>
        ))}
      </ul>
      {feed.hasNextPage && (
        <Button
          look="secondary"
          className="justify-self-center"
          busy={feed.isFetchingNextPage}
          onClick={() => void feed.fetchNextPage()}
        >
          {t('common:loadMore')}
        </Button>
      )}
    </div>
  )
}

function Deed({ deed: { kind, user, game, recommended, playedSeconds, at } }: { deed: Activity }) {
  const { t, i18n } = useTranslation('people')
  const { nameOf } = usePersonWords()
  const opinion = recommended ? 'liked' : 'disliked'
  const Icon =
    kind === 'reviewed' ? (recommended ? ThumbUpIcon : ThumbDownIcon) : kind === 'played' ? PlayIcon : BagIcon
  const what =
    kind === 'played'
      ? t('activity.played', { time: formatDuration(playedSeconds ?? 0, i18n.language) })
      : t(`activity.${kind === 'reviewed' ? opinion : 'bought'}`)
  return (
    <article className="flex items-center gap-3.5 py-3.5">
      <Avatar src={user.avatar} />
      <div className="min-w-0 flex-1">
        <p className="text-sm text-ink-soft">
          <Link
            to="/people/$userId"
            params={{ userId: user.id }}
            className="font-semibold text-ink hover:text-copper hover:underline"
          >
            <bdi>{nameOf(user)}</bdi>
          </Link>{' '}
          · {what}
        </p>
        <p className="truncate">
          <Link
            to="/game/$slug"
            params={{ slug: game.slug }}
            className="font-semibold hover:text-copper hover:underline"
          >
            {game.title}
          </Link>
        </p>
        <p className="flex items-center gap-1.5 text-sm text-ink-soft">
          <Icon className="size-4" />
          {formatRelative(at, i18n.language)}
        </p>
      </div>
      <span className="w-11 shrink-0 overflow-hidden rounded-md">
        <CoverImage src={game.cover} title={game.title} shape="thumb" />
      </span>
    </article>
  )
}
