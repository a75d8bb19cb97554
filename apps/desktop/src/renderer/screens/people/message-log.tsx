import { useMoments, usePersonWords } from '@kettle/socials'
import { Button, ChevronDownIcon, IconButton, MessageBubble, MessageText } from '@kettle/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationView, MessageView } from '../../../shared/people.ts'
import { useFailureText } from '../../lib/failure.ts'
import { ask } from '../../lib/launcher.ts'
import { logRows } from '../../lib/log-rows.ts'
import { useReading } from '../../lib/reading.ts'
import { useAttempt } from '../../lib/use-attempt.ts'

/** So near to its end the log counts as being there, in pixels. */
const NEAR_END = 120

/**
 * The conversation itself. It grows upwards from its end (a reversed column), so that neither new messages nor older ones that are
 * loaded above move what is being read.
 */
export function MessageLog({ view, onLink }: { view: ConversationView; onLink: (address: string) => void }) {
  const { t } = useTranslation()
  const { nameOf } = usePersonWords()
  const { day } = useMoments()
  const { user, messages, hasOlder, readSeq, loaded } = view
  const scroller = useRef<HTMLDivElement>(null)
  const [atEnd, setAtEnd] = useState(true)
  // Where reading stopped before this visit; it stays until one writes oneself.
  const [unreadAfter, setUnreadAfter] = useState<number | null>(readSeq)
  const last = messages.at(-1)
  const writtenLast = last?.mine ? last.clientId : null
  useEffect(() => {
    if (!writtenLast) return
    setUnreadAfter(null)
    // Whoever writes wants to see it.
    scroller.current?.scrollTo({ top: 0 })
  }, [writtenLast])
  const rows = useMemo(() => logRows(messages, unreadAfter), [messages, unreadAfter])
  const latest = messages.findLast(({ seq }) => seq !== null)
  useReading({ userId: user.id, latestSeq: loaded ? (latest?.seq ?? 0) : 0, readSeq, atEnd })
  const name = nameOf(user)
  const said = useSaid(latest, name)
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t('messages.log', { name })}
        onScroll={(event) => setAtEnd(event.currentTarget.scrollTop > -NEAR_END)}
        className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain outline-offset-[-3px]"
      >
        <div className="grid px-3 pt-4 pb-4 sm:px-5">
          {hasOlder && <Older key={messages[0]?.seq} userId={user.id} />}
          {loaded && !hasOlder && rows.length > 0 && (
            <p className="py-3 text-center text-sm text-ink-soft">{t('messages.begin')}</p>
          )}
          {loaded && rows.length === 0 && <p className="py-16 text-center text-ink-soft">{t('messages.first')}</p>}
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
                  {t('messages.unreadFrom')}
                  <span aria-hidden="true" className="h-px flex-1 bg-copper-fill" />
                </p>
              )
            return (
              <Row
                key={row.key}
                message={row.message}
                joined={row.joined}
                name={row.message.mine ? t('messages.me') : name}
                onLink={onLink}
              />
            )
          })}
        </div>
      </div>
      {!atEnd && (
        <IconButton
          label={t('messages.latest')}
          onClick={() => scroller.current?.scrollTo({ top: 0 })}
          className="absolute right-4 bottom-3 border border-line bg-surface shadow-card"
        >
          <ChevronDownIcon />
        </IconButton>
      )}
      <p role="status" aria-live="polite" className="sr-only">
        {said}
      </p>
    </div>
  )
}

function Row({
  message,
  joined,
  name,
  onLink,
}: {
  message: MessageView
  joined: boolean
  name: string
  onLink: (address: string) => void
}) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const { time } = useMoments()
  const { clientId, mine, text, at, state, failure } = message
  return (
    <MessageBubble
      mine={mine}
      label={t('messages.label', { name, time: time(at) })}
      time={time(at)}
      state={state ?? undefined}
      stateWord={state ? t(`messages.state.${state}`) : undefined}
      joined={joined}
      below={
        <>
          {state === 'waiting' && failure && <p className="text-sm text-ink-soft">{t('messages.waitingLine')}</p>}
          {state === 'failed' && (
            <div className="flex flex-wrap items-center justify-end gap-x-2">
              <p role="alert" className="text-sm text-danger">
                {failureText(failure ?? 'INTERNAL')}
              </p>
              <Button look="quiet" size="small" onClick={() => void ask('retryMessage', { clientId })}>
                {t('messages.again')}
              </Button>
              <Button look="quiet" size="small" onClick={() => void ask('discardMessage', { clientId })}>
                {t('messages.discard')}
              </Button>
            </div>
          )}
        </>
      }
    >
      <MessageText
        text={text}
        onLink={(address) => {
          onLink(address)
          return true
        }}
      />
    </MessageBubble>
  )
}

/** Older messages, once their place comes into view; also by hand. */
function Older({ userId }: { userId: string }) {
  const { t } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  const { attempt, busy, problem } = useAttempt()
  const load = (): void => void attempt(() => ask('olderMessages', { userId }))
  const act = useRef(load)
  act.current = load
  useEffect(() => {
    if (!place.current) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) act.current()
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={place} className="grid justify-items-center gap-1 py-2">
      <Button look="quiet" size="small" busy={busy} onClick={load}>
        {t('messages.older')}
      </Button>
      {problem && <p className="text-sm text-danger">{problem}</p>}
    </div>
  )
}

/** What the other has just said, for screen readers; what was there before is for them to read at will. */
function useSaid(latest: MessageView | undefined, name: string): string {
  const { t } = useTranslation()
  const known = useRef(latest?.seq ?? 0)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!latest?.seq || latest.seq <= known.current) return
    known.current = latest.seq
    if (!latest.mine) setSaid(t('messages.said', { name, text: latest.text }))
  }, [latest, name, t])
  return said
}
