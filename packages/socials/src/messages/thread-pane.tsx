import { Button, EmptyState, PersonRowSkeleton, type PresenceState, ThreadList, type ThreadRow } from '@kettle/ui'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMoments } from '../moments.ts'
import { usePersonWords } from '../person-words.ts'

/** A conversation as its list shows it: by its last message. */
export interface ShownThread {
  user: { id: string; name: string }
  /** Null of a deleted account. */
  picture: string | null
  /** Undefined where it is not to be seen. */
  presence: PresenceState | undefined
  text: string
  mine: boolean
  /** ISO. */
  at: string
  unread: number
  typing: boolean
}

type ThreadPaneProps = {
  /** The latest first; undefined while they are on their way. */
  threads: ShownThread[] | undefined
  selectedId: string | undefined
  link: (thread: ThreadRow, className: string) => ReactNode
  /** Leads to those whom one could write to, where nothing was written yet. */
  toFriends: ReactNode
  /** Null when there are no more, of earlier. */
  more: { load: () => void; busy: boolean; problem?: string | null } | null
}

/** All conversations. */
export function ThreadPane({ threads, selectedId, link, toFriends, more }: ThreadPaneProps): ReactElement {
  const { t } = useTranslation('messages')
  const { nameOf } = usePersonWords()
  const { short } = useMoments()
  if (!threads)
    return (
      <div aria-busy="true" className="grid px-4 py-1">
        {[1, 2, 3, 4, 5].map((row) => (
          <PersonRowSkeleton key={row} />
        ))}
      </div>
    )
  if (threads.length === 0)
    return (
      <EmptyState title={t('empty')} action={toFriends}>
        {t('emptyText')}
      </EmptyState>
    )
  return (
    <>
      <ThreadList
        label={t('threads')}
        selectedId={selectedId}
        threads={threads.map((thread) => ({
          id: thread.user.id,
          name: nameOf(thread.user),
          avatar: thread.picture,
          presence: thread.presence,
          preview: <Preview {...thread} />,
          time: short(thread.at),
          unread: thread.unread,
          unreadLabel: t('unread', { count: thread.unread }),
        }))}
        link={link}
      />
      {more && (
        <div className="grid gap-1 p-3">
          <Button look="quiet" busy={more.busy} onClick={more.load}>
            {t('moreThreads')}
          </Button>
          {more.problem && (
            <p role="alert" className="text-center text-sm text-danger">
              {more.problem}
            </p>
          )}
        </div>
      )}
    </>
  )
}

function Preview({ typing, mine, text: whole }: ShownThread) {
  const { t } = useTranslation('messages')
  if (typing) return <span className="text-patina">{t('typing')}</span>
  const text = whole.replaceAll(/\s+/gu, ' ')
  return <bdi>{mine ? t('you', { text }) : text}</bdi>
}
