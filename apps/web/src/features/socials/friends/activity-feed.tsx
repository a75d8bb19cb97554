import { ActivityList, PeopleListSkeleton } from '@kettle/socials'
import { Button } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'

/** What friends did, page by page. */
export function ActivityFeed() {
  const { t } = useTranslation(['people', 'common'])
  const feed = trpc.socials.activity.useInfiniteQuery(
    { limit: 30 },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  )
  if (feed.error && !feed.data)
    return <Failed title={t('activity.failed')} error={feed.error} onRetry={() => void feed.refetch()} />
  if (!feed.data) return <PeopleListSkeleton />
  return (
    <div className="grid gap-4">
      <ActivityList
        deeds={feed.data.pages.flatMap((page) => page.items)}
        pictureOf={({ avatar }) => avatar}
        coverOf={({ cover }) => cover}
        personLink={({ id }, name, className) => (
          <Link to="/people/$userId" params={{ userId: id }} className={className}>
            {name}
          </Link>
        )}
        gameLink={({ slug }, title, className) => (
          <Link to="/game/$slug" params={{ slug }} className={className}>
            {title}
          </Link>
        )}
      />
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
