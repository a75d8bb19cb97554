import { CountBadge, classNames, MessageIcon, PeopleIcon } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../lib/session.ts'
import { trpc, trpcClient } from '../../../lib/trpc.ts'
import { noticesInput, threadsInput } from '../live/caches.ts'
import { useStore } from '../live/store.ts'
import { isFirstTab, line, useLineLost, useLive } from '../live/use-live.ts'
import { useOutbox } from '../messages/use-outbox.ts'
import { Bell } from './bell.tsx'
import { PopUps } from './pop-ups.tsx'

/** Without a stream the counts come anyway, a little later. */
const PATIENCE_MS = 3_000

/**
 * People in the header: messages, friends and notices with what waits there. It holds the stream of events, so its code comes when the
 * page is idle, and what it asks goes in one batch.
 */
export default function PeopleBar({ user }: { user: User }) {
  const { t } = useTranslation('people')
  useLive(user.id)
  useOutbox(user.id)
  const lost = useLineLost()
  const enabled = useReady()
  const more = { enabled, getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor ?? undefined }
  const threads = trpc.socials.threads.useInfiniteQuery(threadsInput, more)
  const notices = trpc.socials.notices.useInfiniteQuery(noticesInput, more)
  const friends = trpc.socials.friends.useQuery(undefined, { enabled })
  const settings = trpc.socials.settings.useQuery(undefined, { enabled })
  const unread = threads.data?.pages[0]?.unread ?? 0
  const incoming = friends.data?.incoming.length ?? 0
  useDelivered(threads.data?.pages.flatMap((page) => page.items) ?? [])
  return (
    <>
      <nav aria-label={t('bar.label')} className="flex">
        <BarLink
          to="/messages/{-$userId}"
          label={unread > 0 ? `${t('bar.messages')}, ${t('bar.unread', { count: unread })}` : t('bar.messages')}
          count={unread}
        >
          <MessageIcon />
        </BarLink>
        <BarLink
          to="/friends"
          label={incoming > 0 ? `${t('bar.friends')}, ${t('requests.waiting', { count: incoming })}` : t('bar.friends')}
          count={incoming}
          className="hidden sm:grid"
        >
          <PeopleIcon />
        </BarLink>
      </nav>
      <Bell notices={notices} />
      <PopUps me={user.id} wishes={settings.data?.notices} friends={friends.data?.friends} />
      <div role="status">
        {lost && (
          <p className="pointer-events-none fixed top-1.5 left-1/2 z-40 w-max max-w-[calc(100%-1rem)] -translate-x-1/2 rounded-full border border-copper-fill bg-copper-wash px-4 py-1.5 text-center text-sm text-ink shadow-card">
            {t('bar.lost')}
          </p>
        )}
      </div>
    </>
  )
}

type BarLinkProps = {
  to: '/messages/{-$userId}' | '/friends'
  label: string
  count: number
  className?: string
  children: ReactNode
}

function BarLink({ to, label, count, className = 'grid', children }: BarLinkProps) {
  return (
    <Link
      to={to}
      params={{ userId: undefined }}
      aria-label={label}
      title={label}
      className={classNames(
        'relative size-11 place-items-center rounded-lg text-ink-soft transition hover:bg-copper-wash hover:text-copper [&.active]:text-copper',
        className,
      )}
    >
      {children}
      <CountBadge count={count} className="absolute top-0.5 right-0" />
    </Link>
  )
}

/** True once the stream stands, so that what is asked from then on misses nothing and needs no second asking. */
function useReady(): boolean {
  const up = useStore(line)
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return up !== undefined || late
}

/** Tells the writers that their messages have arrived in this browser. */
function useDelivered(threads: { user: { id: string }; lastMessage: { seq: number }; unread: number }[]): void {
  const told = useRef(new Map<string, number>())
  useEffect(() => {
    if (!isFirstTab()) return
    for (const { user, lastMessage, unread } of threads) {
      if (unread === 0 || (told.current.get(user.id) ?? 0) >= lastMessage.seq) continue
      told.current.set(user.id, lastMessage.seq)
      trpcClient.socials.markThread
        .mutate({ userId: user.id, deliveredSeq: lastMessage.seq })
        .catch(() => told.current.delete(user.id))
    }
  }, [threads])
}
