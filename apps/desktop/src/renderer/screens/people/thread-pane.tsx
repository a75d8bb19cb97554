import { useMoments, usePersonWords } from '@kettle/socials'
import { Button, buttonClass, EmptyState, ErrorState, PersonRowSkeleton, ThreadList } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { PeopleView, ThreadsView, ThreadView } from '../../../shared/people.ts'
import { useFailureText } from '../../lib/failure.ts'
import { ask } from '../../lib/launcher.ts'
import { friendsPath } from '../../lib/route.ts'
import { useAttempt } from '../../lib/use-attempt.ts'

/** Conversations, the latest first. */
export function ThreadPane({
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
  const { t } = useTranslation()
  const failureText = useFailureText()
  const { nameOf } = usePersonWords()
  const { short } = useMoments()
  const { attempt, busy, problem } = useAttempt()
  if (!people.refreshedAt)
    return people.failure || people.connected === false ? (
      <ErrorState
        title={t('people.failed')}
        retry={{ label: t('retry'), onRetry: () => void ask('refreshPeople', undefined) }}
      >
        {failureText(people.failure ?? 'OFFLINE')}
      </ErrorState>
    ) : (
      <div aria-busy="true" className="grid px-4 py-1">
        {[1, 2, 3, 4].map((row) => (
          <PersonRowSkeleton key={row} />
        ))}
      </div>
    )
  if (threads.items.length === 0)
    return (
      <EmptyState
        title={t('messages.empty')}
        action={
          <a href={friendsPath('friends')} className={buttonClass({ look: 'secondary' })}>
            {t('people.shows.friends')}
          </a>
        }
      >
        {t('messages.emptyText')}
      </EmptyState>
    )
  const presenceOf = ({ user, areFriends }: ThreadView) =>
    areFriends && !lost ? people.friends.find(({ id }) => id === user.id)?.presence.state : undefined
  return (
    <>
      <ThreadList
        label={t('messages.threads')}
        selectedId={selectedId ?? undefined}
        threads={threads.items.map((thread) => ({
          id: thread.user.id,
          name: nameOf(thread.user),
          avatar: thread.user.picture,
          presence: presenceOf(thread),
          preview: <Preview thread={thread} />,
          time: short(thread.at),
          unread: thread.unread,
          unreadLabel: t('messages.unread', { count: thread.unread }),
        }))}
        link={({ id, name }, className) => (
          <a
            href={friendsPath('threads', id)}
            aria-current={id === selectedId ? 'page' : undefined}
            className={className}
          >
            <bdi>{name}</bdi>
          </a>
        )}
      />
      {threads.hasMore && (
        <div className="grid gap-1 p-3">
          <Button look="quiet" busy={busy} onClick={() => void attempt(() => ask('moreThreads', undefined))}>
            {t('messages.loadMore')}
          </Button>
          {problem && (
            <p role="alert" className="text-center text-sm text-danger">
              {problem}
            </p>
          )}
        </div>
      )}
    </>
  )
}

function Preview({ thread }: { thread: ThreadView }) {
  const { t } = useTranslation()
  if (thread.typing) return <span className="text-patina">{t('messages.typing')}</span>
  const text = thread.text.replaceAll(/\s+/gu, ' ')
  return <bdi>{thread.mine ? t('messages.you', { text }) : text}</bdi>
}
