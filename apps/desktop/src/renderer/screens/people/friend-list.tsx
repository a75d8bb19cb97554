import { usePersonWords } from '@kettle/socials'
import { Avatar, buttonClass, CountBadge, classNames, EmptyState, ErrorState, PersonRowSkeleton } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { FriendView, PeopleView, ThreadsView } from '../../../shared/people.ts'
import { useFailureText } from '../../lib/failure.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { ask } from '../../lib/launcher.ts'
import { friendsPath } from '../../lib/route.ts'
import { PersonMenu } from './person-menu.tsx'

const groups = ['playing', 'online', 'away', 'offline'] as const

/** The friends, those who are there first. */
export function FriendList({
  people,
  threads,
  lost,
  selectedId,
}: {
  people: PeopleView
  threads: ThreadsView
  lost: boolean
  selectedId: string | null
}) {
  const { t } = useTranslation(['translation', 'people'])
  const failureText = useFailureText()
  const { friends, refreshedAt, failure, connected } = people
  if (!refreshedAt)
    return failure || connected === false ? (
      <ErrorState
        title={t('people:friends.failed')}
        retry={{ label: t('retry'), onRetry: () => void ask('refreshPeople', undefined) }}
      >
        {failureText(failure ?? 'OFFLINE')}
      </ErrorState>
    ) : (
      <div aria-busy="true" className="grid px-4 py-1">
        {[1, 2, 3, 4].map((row) => (
          <PersonRowSkeleton key={row} />
        ))}
      </div>
    )
  if (friends.length === 0)
    return (
      <EmptyState
        title={t('people:friends.empty')}
        action={
          <a href={friendsPath('find', selectedId)} className={buttonClass()}>
            {t('people:friends.toFind')}
          </a>
        }
      >
        {t('people:friends.emptyText')}
      </EmptyState>
    )
  return (
    <div className="grid gap-2 py-2">
      {groups.map((group) => {
        const members = friends
          .filter(({ presence }) => presence.state === group)
          .toSorted((a, b) => a.name.localeCompare(b.name, currentLanguage()))
        if (members.length === 0) return null
        return (
          <section key={group} aria-labelledby={`friends-${group}`}>
            <h2
              id={`friends-${group}`}
              className="px-4 pt-2 pb-1 font-sans text-sm font-semibold tracking-normal text-ink-soft"
            >
              {lost ? t('people:friends.title') : t(`people.groups.${group}`)} · {members.length}
            </h2>
            <ul className="grid gap-0.5 px-2">
              {members.map((friend) => (
                <FriendRow
                  key={friend.id}
                  friend={friend}
                  unread={threads.items.find(({ user }) => user.id === friend.id)?.unread ?? 0}
                  lost={lost}
                  selected={friend.id === selectedId}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function FriendRow({
  friend,
  unread,
  lost,
  selected,
}: {
  friend: FriendView
  unread: number
  lost: boolean
  selected: boolean
}) {
  const { t } = useTranslation(['translation', 'messages', 'people'])
  const { nameOf, presenceLine } = usePersonWords()
  const name = nameOf(friend)
  return (
    <li
      className={classNames(
        'relative flex items-center gap-3 rounded-xl py-2 pr-1 pl-2.5 has-[a:focus-visible]:outline-3 has-[a:focus-visible]:-outline-offset-3 has-[a:focus-visible]:outline-copper-fill',
        selected ? 'bg-copper-wash' : 'hover:bg-copper-wash',
      )}
    >
      <Avatar src={friend.picture} presence={lost ? undefined : friend.presence.state} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-semibold">
          <a
            href={friendsPath('friends', friend.id)}
            aria-label={t('people:friends.messageTo', { name })}
            aria-current={selected ? 'page' : undefined}
            className="outline-none after:absolute after:inset-0 after:rounded-xl"
          >
            <bdi>{name}</bdi>
          </a>
        </p>
        {!lost && <p className="truncate text-sm text-ink-soft">{presenceLine(friend.presence)}</p>}
      </div>
      {unread > 0 && (
        <>
          <span className="sr-only">{t('messages:unread', { count: unread })}</span>
          <CountBadge count={unread} />
        </>
      )}
      <div className="relative">
        <PersonMenu person={friend} areFriends />
      </div>
    </li>
  )
}
