import { Button, ChevronDownIcon, classNames, IconButton } from '@kettle/ui'
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { logRows } from '../live/log-rows.ts'
import type { ShownMessage } from '../live/shown-messages.ts'
import { useMoments } from '../moments.ts'
import { type MessageActions, MessageRow } from './message-row.tsx'
import { OlderMessages, type OlderMessagesProps } from './older-messages.tsx'
import { useReading } from './use-reading.ts'

type MessageLogProps = {
  /** The other's. */
  name: string
  /** The oldest first. */
  messages: ShownMessage[]
  /** How far one has read oneself. */
  readSeq: number
  /** Null when the conversation begins with the first of them, undefined while nobody knows. */
  older: OlderMessagesProps | null | undefined
  onRead: (seq: number) => Promise<unknown>
  actions: MessageActions
  /** A message to be shown, by its number. */
  target?: number | null
  /** Given where the messages end before the latest ones: what leads on. */
  past?: { later: (() => void) | null; latest: () => void }
}

/** So near to its end the log counts as being there, in pixels. */
const NEAR_END = 120

/**
 * The conversation itself. It grows upwards from its end (a reversed column), so that neither new messages nor older ones that are loaded
 * above move what is being read.
 */
export function MessageLog(props: MessageLogProps): ReactElement {
  const { name, messages, readSeq, older, onRead, actions, target = null, past } = props
  const { t } = useTranslation('messages')
  const { day } = useMoments()
  const scroller = useRef<HTMLDivElement>(null)
  const [atEnd, setAtEnd] = useState(true)
  // Where reading stopped before this visit; it stays until one writes oneself.
  const [unreadAfter, setUnreadAfter] = useState<number | null>(readSeq)
  const last = messages.at(-1)
  const mineLast = last?.mine ? last.clientId : null
  useEffect(() => {
    if (!mineLast) return
    setUnreadAfter(null)
    // Whoever writes wants to see it.
    scroller.current?.scrollTo({ top: 0 })
  }, [mineLast])
  const rows = useMemo(() => logRows(messages, unreadAfter), [messages, unreadAfter])
  const latest = past ? undefined : messages.findLast(({ seq }) => seq !== null)
  const known = older !== undefined
  useReading({ latestSeq: (atEnd && known && latest?.seq) || 0, readSeq, onRead })
  const said = useSaid(latest, name)
  const found = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (target === null) return
    const [frame, row] = [scroller.current, found.current]
    if (!frame || !row) return
    // By hand, since scrollIntoView would move the whole page too.
    const above = row.getBoundingClientRect().top - frame.getBoundingClientRect().top
    frame.scrollBy({ top: above - (frame.clientHeight - row.clientHeight) / 2 })
    row.focus({ preventScroll: true })
  }, [target])
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t('log', { name })}
        onScroll={(event) => setAtEnd(event.currentTarget.scrollTop > -NEAR_END)}
        className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain outline-offset-[-3px]"
      >
        <div className="grid px-3 pt-4 pb-4 sm:px-5">
          {older && <OlderMessages key={messages[0]?.seq} {...older} />}
          {older === null && rows.length > 0 && <p className="py-3 text-center text-sm text-ink-soft">{t('begin')}</p>}
          {known && rows.length === 0 && <p className="py-16 text-center text-ink-soft">{t('first')}</p>}
          {rows.map((row) => {
            if (row.kind === 'day')
              return (
                <p key={row.key} className="pt-4 pb-1 text-center text-sm font-semibold text-ink-soft">
                  {day(row.at)}
                </p>
              )
            if (row.kind === 'unread')
              return (
                <p key={row.key} className="flex items-center gap-3 pt-4 text-sm font-semibold text-copper">
                  <span aria-hidden="true" className="h-px flex-1 bg-copper-fill" />
                  {t('unreadFrom')}
                  <span aria-hidden="true" className="h-px flex-1 bg-copper-fill" />
                </p>
              )
            const { message, joined } = row
            const shown = (
              <MessageRow
                key={row.key}
                message={message}
                joined={joined}
                name={message.mine ? t('me') : name}
                actions={actions}
              />
            )
            if (target === null || message.seq !== target) return shown
            return (
              <div
                key={row.key}
                ref={found}
                tabIndex={-1}
                className={classNames('-mx-2 rounded-2xl bg-sunk px-2', joined ? 'pt-1 pb-2' : 'pb-3')}
              >
                {shown}
              </div>
            )
          })}
          {past?.later && (
            <div className="grid justify-items-center pt-4">
              <Button look="quiet" size="small" onClick={past.later}>
                {t('later')}
              </Button>
            </div>
          )}
        </div>
      </div>
      {(!atEnd || past) && (
        <IconButton
          label={t('latest')}
          onClick={past ? past.latest : () => scroller.current?.scrollTo({ top: 0 })}
          className="absolute right-4 bottom-3 border border-line bg-surface shadow-card"
        >
          <ChevronDownIcon />
        </IconButton>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}

/** What the other has just said, for screen readers; what was there before is for them to read at will. */
function useSaid(latest: ShownMessage | undefined, name: string): string {
  const { t } = useTranslation('messages')
  const known = useRef(latest?.seq ?? 0)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!latest?.seq || latest.seq <= known.current) return
    known.current = latest.seq
    if (!latest.mine) setSaid(t('said', { name, text: latest.text }))
  }, [latest, name, t])
  return said
}
