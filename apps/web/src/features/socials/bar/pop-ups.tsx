import type { Friend, NoticeKind, StreamEvent } from '@kettle/api/client'
import { useNoticeLine, usePersonWords } from '@kettle/socials'
import { type Before, presenceNews } from '@kettle/socials/live'
import { Avatar, BellIcon, CloseIcon, useUi } from '@kettle/ui'
import { Link, type LinkProps, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isAttended, isFirstTab, onLiveEvent } from '../live/use-live.ts'
import { noticeLink } from './notice-link.ts'
import { notify } from './system-notices.ts'

const SHOWN_MS = 7_000
const MOST = 3
/** What a stream brings later than this is no news. */
const FRESH_MS = 60_000
/** Nobody at any tab for so long: then the system may tell. */
const UNATTENDED_MS = 20_000

interface PopUp {
  /** A new one of the same key takes the place of the old. */
  key: string
  title: string
  text: string
  avatar: string | null
  link: Pick<LinkProps, 'to' | 'params' | 'search'>
}

type PopUpsProps = { me: string; wishes: Record<NoticeKind, boolean> | undefined; friends: Friend[] | undefined }

/** Short news at the edge of the page, as each person wishes: who wrote, who asks, who has come. Each leads where it belongs. */
export function PopUps({ me, wishes, friends }: PopUpsProps) {
  const { t } = useTranslation('people')
  const { words } = useUi()
  const navigate = useNavigate()
  const popUpOf = usePopUpOf(me, wishes, friends)
  const [shown, setShown] = useState<PopUp[]>([])
  const dismiss = (key: string) => setShown((all) => all.filter((one) => one.key !== key))
  const hear = useRef<(event: StreamEvent) => void>(() => {})
  hear.current = (event) => {
    const popUp = popUpOf(event)
    if (!popUp) return
    const visible = document.visibilityState === 'visible'
    if (visible) {
      setShown((all) => [...all.filter((one) => one.key !== popUp.key).slice(1 - MOST), popUp])
      setTimeout(() => setShown((all) => all.filter((one) => one !== popUp)), SHOWN_MS)
    } else if (isFirstTab() && !isAttended(UNATTENDED_MS))
      notify(popUp.title, popUp.text, popUp.key, () => void navigate(popUp.link))
  }
  useEffect(() => onLiveEvent((event) => hear.current(event)), [])
  return (
    <div
      role="status"
      aria-label={t('notices.title')}
      className="pointer-events-none fixed inset-x-3 top-3 z-50 grid justify-items-end gap-2 sm:top-20 sm:right-4 sm:left-auto sm:w-88"
    >
      {shown.map((popUp) => (
        <div
          key={popUp.key}
          className="pointer-events-auto relative flex w-full animate-rise items-center gap-3 rounded-xl border border-line bg-surface py-2.5 pr-2 pl-3 shadow-pop hover:border-copper-fill"
        >
          {popUp.avatar ? (
            <Avatar src={popUp.avatar} />
          ) : (
            <span className="grid size-10 shrink-0 place-items-center rounded-full bg-sunk text-ink-soft">
              <BellIcon />
            </span>
          )}
          <span className="grid min-w-0 flex-1">
            <Link
              {...popUp.link}
              onClick={() => dismiss(popUp.key)}
              className="line-clamp-2 leading-snug font-semibold wrap-anywhere after:absolute after:inset-0 after:rounded-xl"
            >
              <bdi>{popUp.title}</bdi>
            </Link>
            {popUp.text && <bdi className="line-clamp-2 text-sm text-ink-soft wrap-anywhere">{popUp.text}</bdi>}
          </span>
          <button
            type="button"
            aria-label={words.close}
            onClick={() => dismiss(popUp.key)}
            className="relative grid size-9 shrink-0 place-items-center rounded-lg text-ink-soft hover:bg-sunk"
          >
            <CloseIcon className="size-4" />
          </button>
        </div>
      ))}
    </div>
  )
}

/** What of an event is news for this person here and now. */
function usePopUpOf(me: string, wishes: PopUpsProps['wishes'], friends: Friend[] | undefined) {
  const { t } = useTranslation('people')
  const { nameOf } = usePersonWords()
  const lineOf = useNoticeLine()
  const states = useRef(new Map<string, Before>())
  const saidAt = useRef(new Map<string, number>())
  useEffect(() => {
    for (const { user } of friends ?? [])
      if (!states.current.has(user.id))
        states.current.set(user.id, {
          state: user.presence.state,
          since: new Date(user.presence.lastSeenAt ?? 0).getTime(),
        })
  }, [friends])

  return (event: StreamEvent): PopUp | null => {
    if (event.kind === 'presence') {
      const friend = friends?.find(({ user }) => user.id === event.userId)?.user
      const before = states.current.get(event.userId)
      const { state } = event.presence
      if (before?.state !== state) states.current.set(event.userId, { state, since: Date.now() })
      const news = presenceNews(before, event.presence, { wishes, now: Date.now() })
      const key = `${news} ${event.userId}`
      if (!news || !friend || isTooSoon(saidAt.current, key)) return null
      const game = event.presence.game?.title ?? ''
      const title = t(`notices.${news}`, { name: nameOf(friend), game })
      return { ...{ key, title, text: '', avatar: friend.avatar }, link: toThread(friend.id) }
    }
    if (!('payload' in event) || Date.now() - new Date(event.at).getTime() > FRESH_MS) return null
    if (event.kind === 'message') {
      const { with: user, message } = event.payload
      if (message.senderId === me || wishes?.messages === false || isReading(user.id)) return null
      return {
        ...{ key: `message ${user.id}`, title: nameOf(user), text: message.text, avatar: user.avatar },
        link: toThread(user.id),
      }
    }
    const aboutReviews = event.kind === 'reviewReply' || event.kind === 'reviewJudged'
    if (wishes?.[aboutReviews ? 'reviews' : 'requests'] === false) return null
    // Whoever accepted knows it already.
    if (event.kind === 'friend' && !event.payload.asked) return null
    const said = lineOf(event)
    if (!said) return null
    const avatar = said.user?.avatar ?? null
    return { key: `notice ${event.seq}`, title: said.text, text: '', avatar, link: noticeLink(said.place) }
  }
}

const toThread = (userId: string) => ({ to: '/messages/{-$userId}', params: { userId } }) as const

/** Whether that very conversation lies open before somebody's eyes. */
function isReading(userId: string): boolean {
  return location.pathname === `/messages/${userId}` && document.visibilityState === 'visible' && document.hasFocus()
}

/** A line that comes and goes shall not ring each time. */
const SAID_EVERY_MS = 10 * 60_000

function isTooSoon(saidAt: Map<string, number>, key: string): boolean {
  const last = saidAt.get(key)
  if (last !== undefined && Date.now() - last < SAID_EVERY_MS) return true
  saidAt.set(key, Date.now())
  return false
}
