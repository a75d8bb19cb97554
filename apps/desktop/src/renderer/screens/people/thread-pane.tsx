import { ThreadPane as Pane } from '@kettle/socials'
import { buttonClass, ErrorState } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { PeopleView, ThreadsView } from '../../../shared/people.ts'
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
  const { t } = useTranslation(['translation', 'messages'])
  const failureText = useFailureText()
  const { attempt, busy, problem } = useAttempt()
  if (!people.refreshedAt && (people.failure || people.connected === false))
    return (
      <ErrorState
        title={t('messages:failed')}
        retry={{ label: t('retry'), onRetry: () => void ask('refreshPeople', undefined) }}
      >
        {failureText(people.failure ?? 'OFFLINE')}
      </ErrorState>
    )
  const presenceOf = (userId: string) => people.friends.find(({ id }) => id === userId)?.presence.state
  const shown = threads.items.map((thread) => ({
    ...thread,
    picture: thread.user.picture,
    presence: thread.areFriends && !lost ? presenceOf(thread.user.id) : undefined,
  }))
  return (
    <Pane
      threads={people.refreshedAt ? shown : undefined}
      selectedId={selectedId ?? undefined}
      link={({ id, name }, className) => (
        <a
          href={friendsPath('threads', id)}
          aria-current={id === selectedId ? 'page' : undefined}
          className={className}
        >
          <bdi>{name}</bdi>
        </a>
      )}
      toFriends={
        <a href={friendsPath('friends')} className={buttonClass({ look: 'secondary' })}>
          {t('people.shows.friends')}
        </a>
      }
      more={threads.hasMore ? { busy, problem, load: () => void attempt(() => ask('moreThreads', undefined)) } : null}
    />
  )
}
