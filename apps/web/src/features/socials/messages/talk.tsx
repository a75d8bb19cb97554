import type { MessagePage } from '@kettle/api/client'
import { Composer, MessageLog, usePersonWords } from '@kettle/socials'
import { type Outbox, shownMessages, type Unsent } from '@kettle/socials/live'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyDialog } from '../../../lib/lazy-part.tsx'
import { trpcClient } from '../../../lib/trpc.ts'
import { keep, kept } from './kept.ts'
import { PastLog } from './past-log.tsx'
import { useMessageActions } from './use-message-actions.tsx'

const Report = lazyDialog(() => import('../report-dialog.tsx'))

type TalkProps = {
  me: string
  pages: [MessagePage, ...MessagePage[]]
  older: { busy: boolean; load: () => void } | null
  unsent: Unsent[]
  outbox: Outbox
  /** The message that was looked for. */
  place: number | null
  onGo: (seq: number | null) => void
}

/** What was said, and the line to say the next. What is begun there survives a reload. */
export function Talk({ me, pages, older, unsent, outbox, place, onGo }: TalkProps) {
  const { t } = useTranslation('messages')
  const { nameOf } = usePersonWords()
  const [reported, setReported] = useState<number | null>(null)
  const actions = useMessageActions(outbox, setReported)
  const [page] = pages
  const { user } = page
  const stored = pages.flatMap(({ items }) => items)
  const draft = `kettle-draft ${me} ${user.id}`
  return (
    <>
      {place === null || stored.some(({ seq }) => seq === place) ? (
        <MessageLog
          name={nameOf(user)}
          messages={shownMessages(user.id, stored, unsent, page)}
          readSeq={page.readSeq}
          older={older}
          onRead={(readSeq) => trpcClient.socials.markThread.mutate({ userId: user.id, readSeq })}
          actions={actions}
          target={place}
        />
      ) : (
        <PastLog key={place} user={user} seq={place} actions={actions} onGo={onGo} />
      )}
      {page.relation === 'friends' ? (
        <Composer
          focused={place === null}
          draft={{ read: () => kept(draft), write: (text) => keep(draft, text) }}
          onTyping={() => void trpcClient.socials.typing.mutate({ userId: user.id }).catch(() => {})}
          onSend={(text) => {
            onGo(null)
            outbox.add(user.id, text)
          }}
        />
      ) : (
        <p className="border-t border-line bg-surface px-4 py-4 text-center text-ink-soft">
          {t(user.name ? 'notFriends' : 'deletedAccount')}
        </p>
      )}
      {reported !== null && (
        <Report kind="message" targetId={`${user.id}:${reported}`} onClose={() => setReported(null)} />
      )}
    </>
  )
}
