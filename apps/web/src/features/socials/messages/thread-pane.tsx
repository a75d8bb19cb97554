import { ThreadPane as Pane } from '@kettle/socials'
import { buttonClass } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { threadsInput } from '../live/caches.ts'
import { useTypists } from '../live/typing.ts'

/** All conversations, the latest first. */
export function ThreadPane({ me, selectedId }: { me: string; selectedId?: string }) {
  const { t } = useTranslation('messages')
  const typists = useTypists()
  const threads = trpc.socials.threads.useInfiniteQuery(threadsInput, {
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const friends = trpc.socials.friends.useQuery().data?.friends
  // A conversation that has just begun came without its person's presence.
  const presenceOf = (userId: string) => friends?.find(({ user }) => user.id === userId)?.user.presence
  if (threads.error && !threads.data)
    return <Failed title={t('failed')} error={threads.error} onRetry={() => void threads.refetch()} />
  return (
    <Pane
      threads={threads.data?.pages
        .flatMap((page) => page.items)
        .map(({ user, lastMessage, unread, areFriends }) => ({
          ...{ user, unread, text: lastMessage.text, at: lastMessage.sentAt },
          picture: user.name ? user.avatar : null,
          presence: areFriends ? (presenceOf(user.id) ?? user.presence).state : undefined,
          mine: lastMessage.senderId === me,
          typing: typists.has(user.id),
        }))}
      selectedId={selectedId}
      link={({ id, name }, className) => (
        <Link
          to="/messages/{-$userId}"
          params={{ userId: id }}
          aria-current={id === selectedId ? 'page' : undefined}
          className={className}
        >
          <bdi>{name}</bdi>
        </Link>
      )}
      toFriends={
        <Link to="/friends" className={buttonClass()}>
          {t('toFriends')}
        </Link>
      }
      more={threads.hasNextPage ? { busy: threads.isFetchingNextPage, load: () => void threads.fetchNextPage() } : null}
    />
  )
}
