import type { ReactElement, ReactNode } from 'react'
import { usePersonWords } from '../person-words.ts'
import { ConversationSkeleton } from './conversation-head.tsx'
import { MessageLog } from './message-log.tsx'
import { type MessagePages, messagesIn, olderOf } from './message-pages.ts'
import type { MessageActions } from './message-row.tsx'

/** So many messages are shown below the one that was looked for. */
const BELOW = 20

/** The cursor of the messages around one. */
export const cursorAround = (seq: number): string => `${seq + BELOW + 1}`

type PastLogProps = {
  user: { id: string; name: string }
  /** The message in whose midst it is. */
  seq: number
  /** What stands before `cursorAround(seq)`. */
  query: MessagePages
  /** Says why nothing came. */
  failed: ReactNode
  actions: MessageActions
  /** Shows the conversation around another message, or, by null, its end. */
  onGo: (seq: number | null) => void
}

/** The conversation around a message of long ago. Nothing in it counts as read by being shown here. */
export function PastLog({ user, seq, query, failed, actions, onGo }: PastLogProps): ReactElement {
  const { nameOf } = usePersonWords()
  const messages = messagesIn(user.id, query)
  if (!messages) return <div className="min-h-0 flex-1">{failed || <ConversationSkeleton />}</div>
  const last = messages.at(-1)?.seq ?? 0
  return (
    <MessageLog
      name={nameOf(user)}
      messages={messages}
      readSeq={query.data?.pages[0]?.readSeq ?? 0}
      older={olderOf(query)}
      onRead={() => Promise.resolve()}
      actions={actions}
      target={seq}
      past={{ later: last >= seq + BELOW ? () => onGo(last) : null, latest: () => onGo(null) }}
    />
  )
}
