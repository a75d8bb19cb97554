import { Composer, gameLinksIn, type MessageActions, MessageLog, usePersonWords } from '@kettle/socials'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationView } from '../../../shared/people.ts'
import { accountOf } from '../../lib/account.ts'
import { draftTo } from '../../lib/drafts.ts'
import { useFailureText } from '../../lib/failure.ts'
import { ask, useLauncher } from '../../lib/launcher.ts'
import { useAttempt } from '../../lib/use-attempt.ts'
import { Report } from '../report-dialog.tsx'
import { LinkedGame } from './linked-game.tsx'
import { PastLog } from './past-log.tsx'

type TalkProps = {
  view: ConversationView
  /** The message that was looked for. */
  place: number | null
  onGo: (seq: number | null) => void
  onLink: (address: string) => void
}

/** What was said, and the line to say the next. */
export function Talk({ view, place, onGo, onLink }: TalkProps) {
  const { t } = useTranslation('messages')
  const { nameOf } = usePersonWords()
  const failureText = useFailureText()
  const session = useLauncher().snapshot?.session
  const server = session?.server ?? ''
  const older = useAttempt()
  const [reported, setReported] = useState<number | null>(null)
  const { user, messages, loaded, hasOlder, readSeq, relation } = view
  const userId = user.id
  const actions: MessageActions = {
    onRetry: (clientId) => void ask('retryMessage', { clientId }),
    onDiscard: (clientId) => void ask('discardMessage', { clientId }),
    onReport: setReported,
    onLink,
    explain: (failure) => failureText(failure ?? 'INTERNAL'),
    cards: (text) => gameLinksIn(text, server).map((slug) => <LinkedGame key={slug} slug={slug} />),
  }
  const loadOlder = {
    busy: older.busy,
    problem: older.problem,
    load: () => void older.attempt(() => ask('olderMessages', { userId })),
  }
  return (
    <>
      {place === null || messages.some(({ seq }) => seq === place) ? (
        <MessageLog
          // What was unread is known once the store has answered.
          key={String(loaded)}
          name={nameOf(user)}
          messages={messages}
          readSeq={readSeq}
          older={hasOlder ? loadOlder : loaded ? null : undefined}
          onRead={(seq) => ask('readConversation', { userId, seq })}
          actions={actions}
          target={place}
        />
      ) : (
        <PastLog key={place} user={user} seq={place} actions={actions} onGo={onGo} />
      )}
      {relation === 'friends' ? (
        <Composer
          focused={place === null}
          draft={draftTo(session ? accountOf(session) : null, userId)}
          onTyping={() => void ask('sayTyping', { userId })}
          onSend={async (text) => {
            onGo(null)
            // Not even the launcher may have taken it.
            return (await ask('sendMessage', { userId, text })).ok
          }}
        />
      ) : (
        <p className="border-t border-line bg-surface px-4 py-4 text-center text-ink-soft">
          {t(user.name ? 'notFriends' : 'deletedAccount')}
        </p>
      )}
      {reported !== null && (
        <Report kind="message" targetId={`${userId}:${reported}`} onClose={() => setReported(null)} />
      )}
    </>
  )
}
