import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { icon } from './icons.tsx'

export type MessageState = 'waiting' | 'sending' | 'failed' | 'sent' | 'delivered' | 'read'

const TickIcon = icon(<path d="m4.5 12.5 4.5 4.5L19 7" />)
const TicksIcon = icon(<path d="m1.5 12.5 4.5 4.5L16 7M11.5 15.7l1.3 1.3L22.5 7" />)
const WaitIcon = icon(<path d="M12 7.5V12l3 2M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Z" />)
const FailIcon = icon(<path d="M12 7.5v6M12 16.6v.1M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Z" />)

const marks: Record<MessageState, { Icon: typeof TickIcon; tone: string }> = {
  waiting: { Icon: WaitIcon, tone: 'text-ink-soft' },
  sending: { Icon: WaitIcon, tone: 'text-ink-soft' },
  failed: { Icon: FailIcon, tone: 'text-danger' },
  sent: { Icon: TickIcon, tone: 'text-ink-soft' },
  delivered: { Icon: TicksIcon, tone: 'text-ink-soft' },
  read: { Icon: TicksIcon, tone: 'text-patina' },
}

type MessageBubbleProps = {
  mine: boolean
  /** Who wrote it and when, for screen readers: "Anna, 14:05". */
  label: string
  time: string
  /** Of one's own: how far it has come, and that in words. */
  state?: MessageState
  stateWord?: string
  /** Belongs to the one above: same writer, same moment. */
  joined?: boolean
  children: ReactNode
  /** Below the bubble: a game's card, "send again". */
  below?: ReactNode
  /** Beside the bubble, once somebody points at the message or comes to it by keyboard: what can be done with it. */
  beside?: ReactNode
}

/** One message of a conversation: one's own on the right, the other's on the left. */
export function MessageBubble({
  mine,
  label,
  time,
  state,
  stateWord,
  joined,
  children,
  below,
  beside,
}: MessageBubbleProps) {
  const mark = state && marks[state]
  return (
    <div
      className={classNames('group flex flex-col gap-1', mine ? 'items-end' : 'items-start', joined ? 'pt-1' : 'pt-3')}
    >
      <div className={classNames('flex w-full items-center gap-1', mine && 'justify-end')}>
        <div
          className={classNames(
            'max-w-[85%] min-w-20 rounded-2xl border px-3.5 py-2 sm:max-w-[75%]',
            mine ? 'border-transparent bg-copper-wash' : 'border-line bg-surface',
            !joined && (mine ? 'rounded-tr-md' : 'rounded-tl-md'),
            state === 'failed' && 'border-danger',
          )}
        >
          <p className="sr-only">{label}</p>
          {children}
          <p
            aria-hidden="true"
            className="-mb-0.5 flex items-center justify-end gap-1 text-xs text-ink-soft tabular-nums"
          >
            {time}
            {mark && <mark.Icon className={classNames('size-4', mark.tone)} />}
          </p>
          {stateWord && <p className="sr-only">{stateWord}</p>}
        </div>
        {beside && (
          <div className="opacity-0 transition group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
            {beside}
          </div>
        )}
      </div>
      {below}
    </div>
  )
}
