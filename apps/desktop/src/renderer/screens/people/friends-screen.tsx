import { CountBadge, classNames, EmptyState, Notice } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../../shared/bridge.ts'
import { useLineLost } from '../../lib/line-lost.ts'
import { friendsPath, type PeopleShow, peopleShows } from '../../lib/route.ts'
import { ActivityFeed } from './activity-feed.tsx'
import { BlockedPeople } from './blocked-people.tsx'
import { Conversation } from './conversation.tsx'
import { FindPeople } from './find-people.tsx'
import { FriendList } from './friend-list.tsx'
import { MyCode } from './my-code.tsx'
import { Requests } from './requests.tsx'
import { ThreadPane } from './thread-pane.tsx'

/** Friends and messages on one side, a conversation on the other; in a narrow window one of the two. */
export function FriendsScreen({
  show,
  userId,
  snapshot,
}: {
  show: PeopleShow
  userId: string | null
  snapshot: Snapshot
}) {
  const { t } = useTranslation(['translation', 'messages', 'people'])
  const { people, threads } = snapshot
  const lost = useLineLost(people.connected)
  const counts: Partial<Record<PeopleShow, { count: number; label: string }>> = {
    threads: { count: threads.unread, label: t('messages:unread', { count: threads.unread }) },
    requests: { count: people.incoming.length, label: t('people.waiting', { count: people.incoming.length }) },
  }
  return (
    <div className="grid h-full min-h-0 overflow-hidden border-line bg-surface md:grid-cols-[21rem_minmax(0,1fr)] md:rounded-2xl md:border md:shadow-card">
      <div className={classNames('flex min-h-0 flex-col border-line md:border-r', userId && 'max-md:hidden')}>
        <h1 className="sr-only">{t('people:friends.title')}</h1>
        <nav aria-label={t('people.sections')} className="flex flex-wrap gap-x-0.5 gap-y-1 border-b border-line p-2">
          {peopleShows.map((one) => (
            <a
              key={one}
              href={friendsPath(one, userId)}
              aria-current={one === show ? 'page' : undefined}
              className={classNames(
                'flex min-h-9 items-center gap-1.5 rounded-lg px-2 text-sm font-semibold hover:text-copper',
                one === show ? 'bg-copper-wash text-copper' : 'text-ink-soft',
              )}
            >
              {t(`people.shows.${one}`)}
              <CountBadge count={counts[one]?.count ?? 0} />
              {(counts[one]?.count ?? 0) > 0 && <span className="sr-only">, {counts[one]?.label}</span>}
            </a>
          ))}
        </nav>
        {lost && (
          <div role="status" className="p-3">
            <Notice>{t('people.lost')}</Notice>
          </div>
        )}
        <div className="min-h-0 flex-1 overflow-y-auto">
          {show === 'friends' && <FriendList people={people} threads={threads} lost={lost} selectedId={userId} />}
          {show === 'threads' && <ThreadPane people={people} threads={threads} lost={lost} selectedId={userId} />}
          {show === 'requests' && <Requests people={people} />}
          {show === 'find' && <FindPeople people={people} codeIsBeside={userId === null} />}
          {show === 'news' && <ActivityFeed />}
          {show === 'blocked' && <BlockedPeople />}
        </div>
      </div>
      <div className={classNames('min-h-0 min-w-0 bg-paper', !userId && 'max-md:hidden')}>
        {userId ? (
          <Conversation key={userId} userId={userId} show={show} people={people} lost={lost} />
        ) : (
          <div className="grid h-full content-center justify-items-center overflow-y-auto p-6">
            {(people.friends.length > 0 || threads.items.length > 0) && (
              <EmptyState title={t('messages:choose')}>{t('messages.chooseText')}</EmptyState>
            )}
            <MyCode />
          </div>
        )}
      </div>
    </div>
  )
}
