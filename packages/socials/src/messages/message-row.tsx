import { Button, FlagIcon, IconButton, MessageBubble, MessageText } from '@kettle/ui'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownMessage } from '../live/shown-messages.ts'
import { useMoments } from '../moments.ts'

/** What can be done with the messages of a conversation. */
export type MessageActions = {
  onRetry: (clientId: string) => void
  onDiscard: (clientId: string) => void
  /** Tells moderators of one of theirs. */
  onReport: (seq: number) => void
  /** Takes over where a link is followed. */
  onLink?: (address: string) => void
  /** Why a message was not sent, as a sentence. */
  explain: (failure: string | null) => string
  /** What a message's words bring with them: cards of the games that it links to. */
  cards?: (text: string) => ReactNode
}

/** One message with all that belongs to it. */
export function MessageRow({
  message,
  joined,
  name,
  actions,
}: {
  message: ShownMessage
  joined: boolean
  name: string
  actions: MessageActions
}): ReactElement {
  const { t } = useTranslation('messages')
  const { time } = useMoments()
  const { clientId, seq, mine, text, at, state, failure } = message
  const { onRetry, onDiscard, onReport, onLink, explain, cards } = actions
  const label = t('label', { name, time: time(at) })
  return (
    <MessageBubble
      mine={mine}
      label={label}
      time={time(at)}
      state={state ?? undefined}
      stateWord={state ? t(`state.${state}`) : undefined}
      joined={joined}
      beside={
        !mine &&
        seq !== null && (
          <IconButton label={t('report', { message: label })} onClick={() => onReport(seq)} className="size-9">
            <FlagIcon className="size-4" />
          </IconButton>
        )
      }
      below={
        <>
          {cards?.(text)}
          {state === 'waiting' && <p className="text-sm text-ink-soft">{t('waitingLine')}</p>}
          {state === 'failed' && (
            <div className="flex flex-wrap items-center justify-end gap-x-2">
              <p role="alert" className="text-sm text-danger">
                {explain(failure)}
              </p>
              <Button look="quiet" size="small" onClick={() => onRetry(clientId)}>
                {t('again')}
              </Button>
              <Button look="quiet" size="small" onClick={() => onDiscard(clientId)}>
                {t('discard')}
              </Button>
            </div>
          )}
        </>
      }
    >
      <MessageText text={text} onLink={onLink} />
    </MessageBubble>
  )
}
