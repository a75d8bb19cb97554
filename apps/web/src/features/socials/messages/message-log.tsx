import type { MessagePage, PersonName } from '@kettle/api/client'
import { useMoments, usePersonWords } from '@kettle/socials'
import { Button, ChevronDownIcon, IconButton, MessageBubble, MessageText } from '@kettle/ui'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../../lib/errors.ts'
import { gameLinksIn } from './game-links.ts'
import { type LogRow, logRows } from './log-rows.ts'
import type { Outbox, Unsent } from './outbox.ts'
import { useReading } from './use-reading.ts'

const GameLinkCard = lazy(() => import('./game-link-card.tsx'))

type MessageLogProps = {
  me: string
  user: PersonName
  pages: MessagePage[]
  unsent: Unsent[]
  outbox: Outbox
  older: { has: boolean; busy: boolean; load: () => void }
}

/** So near to its end the log counts as being there, in pixels. */
const NEAR_END = 120

/**
 * The conversation itself. It grows upwards from its end (a reversed column), so that neither new messages nor older ones that are loaded
 * above move what is being read.
 */
export function MessageLog({ me, user, pages, unsent, outbox, older }: MessageLogProps) {
  const { t } = useTranslation('messages')
  const { nameOf } = usePersonWords()
  const { day } = useMoments()
  const scroller = useRef<HTMLDivElement>(null)
  const [atEnd, setAtEnd] = useState(true)
  const first = pages[0]
  const stored = useMemo(() => pages.flatMap((page) => page.items), [pages])
  const latest = first?.items[0]
  const readSeq = first?.readSeq ?? 0
  // Where reading stopped before this visit; it stays until one writes oneself.
  const [unreadAfter, setUnreadAfter] = useState<number | undefined>(readSeq)
  const mineLast = unsent.length > 0 || latest?.senderId === me
  useEffect(() => {
    if (mineLast) setUnreadAfter(undefined)
  }, [mineLast])
  const rows = logRows(stored, unsent, {
    me,
    marks: { theirReadSeq: first?.theirReadSeq ?? 0, theirDeliveredSeq: first?.theirDeliveredSeq ?? 0 },
    unreadAfter,
  })
  useReading({ userId: user.id, latestSeq: latest?.seq ?? 0, readSeq, reading: atEnd })
  const said = useSaid(latest, me, nameOf(user))

  const toEnd = () => scroller.current?.scrollTo({ top: 0 })
  const written = unsent.at(-1)?.clientId
  // Whoever writes wants to see it.
  useEffect(() => {
    if (written) scroller.current?.scrollTo({ top: 0 })
  }, [written])

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t('log', { name: nameOf(user) })}
        onScroll={(event) => setAtEnd(event.currentTarget.scrollTop > -NEAR_END)}
        className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain outline-offset-[-3px]"
      >
        <div className="grid px-3 pt-4 pb-4 sm:px-5">
          {older.has && <Older key={stored.length} {...older} />}
          {!older.has && rows.length > 0 && <p className="py-3 text-center text-sm text-ink-soft">{t('begin')}</p>}
          {rows.length === 0 && <p className="py-16 text-center text-ink-soft">{t('first')}</p>}
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
            return <Row key={row.key} row={row} name={row.mine ? t('me') : nameOf(user)} outbox={outbox} />
          })}
        </div>
      </div>
      {!atEnd && (
        <IconButton
          label={t('latest')}
          onClick={toEnd}
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

type MessageRow = Extract<LogRow, { kind: 'message' }>

function Row({ row, name, outbox }: { row: MessageRow; name: string; outbox: Outbox }) {
  const { t } = useTranslation('messages')
  const explain = useReasonWords()
  const { time } = useMoments()
  const { unsent, state } = row
  const games = gameLinksIn(row.text, location.origin)
  return (
    <MessageBubble
      mine={row.mine}
      label={t('label', { name, time: time(row.at) })}
      time={time(row.at)}
      state={state}
      stateWord={state && t(`state.${state}`)}
      joined={row.joined}
      below={
        <>
          <Suspense>
            {games.map((slug) => (
              <GameLinkCard key={slug} slug={slug} />
            ))}
          </Suspense>
          {unsent?.state === 'waiting' && <p className="text-sm text-ink-soft">{t('waitingLine')}</p>}
          {unsent?.state === 'failed' && (
            <div className="flex flex-wrap items-center justify-end gap-x-2">
              <p className="text-sm text-danger">{explain(unsent.reason)}</p>
              <Button look="quiet" size="small" onClick={() => outbox.retry(unsent.clientId)}>
                {t('again')}
              </Button>
              <Button look="quiet" size="small" onClick={() => outbox.discard(unsent.clientId)}>
                {t('discard')}
              </Button>
            </div>
          )}
        </>
      }
    >
      <MessageText text={row.text} />
    </MessageBubble>
  )
}

/** A kept reason as a sentence: the error itself may be of another visit. */
function useReasonWords(): (reason: string | undefined) => string {
  const { t, i18n } = useTranslation(['messages', 'errors'])
  const explain = useExplain()
  return (reason) =>
    reason && i18n.exists(`errors:${reason}`) ? t(`errors:${reason as 'NOT_FRIENDS'}`) : explain(undefined)
}

/** Older messages, once their place comes into view; also by hand. */
function Older({ busy, load }: { busy: boolean; load: () => void }) {
  const { t } = useTranslation('messages')
  const place = useRef<HTMLDivElement>(null)
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
    <div ref={place} className="grid justify-items-center py-2">
      <Button look="quiet" size="small" busy={busy} onClick={load}>
        {t('older')}
      </Button>
    </div>
  )
}

/** What the other has just said, for screen readers; what was there before is for them to read at will. */
function useSaid(latest: MessagePage['items'][number] | undefined, me: string, name: string): string {
  const { t } = useTranslation('messages')
  const known = useRef(latest?.seq ?? 0)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!latest || latest.seq <= known.current) return
    known.current = latest.seq
    if (latest.senderId !== me) setSaid(t('said', { name, text: latest.text }))
  }, [latest, me, name, t])
  return said
}
