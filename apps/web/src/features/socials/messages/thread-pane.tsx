import type { Thread } from '@kettle/api/client'
import { useMoments, usePersonWords } from '@kettle/socials'
import { Button, buttonClass, EmptyState, PersonRowSkeleton, ThreadList } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { threadsInput } from '../live/caches.ts'
import { useTyping } from '../live/typing.ts'

/** All conversations, the latest first. */
export function ThreadPane({ me, selectedId }: { me: string; selectedId?: string }) {
  const { t } = useTranslation(['messages', 'common'])
  const { nameOf } = usePersonWords()
  const { short } = useMoments()
  const threads = trpc.socials.threads.useInfiniteQuery(threadsInput, {
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const friends = trpc.socials.friends.useQuery().data?.friends
  // A conversation that has just begun came without its person's presence.
  const presenceOf = (userId: string) => friends?.find(({ user }) => user.id === userId)?.user.presence
  if (threads.error && !threads.data)
    return <Failed title={t('failed')} error={threads.error} onRetry={() => void threads.refetch()} />
  if (!threads.data)
    return (
      <div aria-busy="true" className="grid px-4 py-1">
        {[1, 2, 3, 4, 5].map((row) => (
          <PersonRowSkeleton key={row} />
        ))}
      </div>
    )
  const items = threads.data.pages.flatMap((page) => page.items)
  if (items.length === 0)
    return (
      <EmptyState
        title={t('empty')}
        action={
          <Link to="/friends" className={buttonClass()}>
            {t('toFriends')}
          </Link>
        }
      >
        {t('emptyText')}
      </EmptyState>
    )
  return (
    <>
      <ThreadList
        label={t('threads')}
        selectedId={selectedId}
        threads={items.map((thread) => ({
          id: thread.user.id,
          name: nameOf(thread.user),
          avatar: thread.user.name ? thread.user.avatar : null,
          presence: thread.areFriends ? (presenceOf(thread.user.id) ?? thread.user.presence).state : undefined,
          preview: <Preview thread={thread} me={me} />,
          time: short(thread.lastMessage.sentAt),
          unread: thread.unread,
          unreadLabel: t('unread', { count: thread.unread }),
        }))}
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
      />
      {threads.hasNextPage && (
        <div className="grid p-3">
          <Button look="quiet" busy={threads.isFetchingNextPage} onClick={() => void threads.fetchNextPage()}>
            {t('common:loadMore')}
          </Button>
        </div>
      )}
    </>
  )
}

function Preview({ thread: { user, lastMessage }, me }: { thread: Thread; me: string }) {
  const { t } = useTranslation('messages')
  const typing = useTyping(user.id)
  if (typing) return <span className="text-patina">{t('typing')}</span>
  const text = lastMessage.text.replaceAll(/\s+/gu, ' ')
  return <bdi>{lastMessage.senderId === me ? t('you', { text }) : text}</bdi>
}
