import type { ReactNode } from 'react'
import { Avatar } from './avatar.tsx'
import { classNames } from './class-names.ts'
import { CountBadge } from './count-badge.tsx'
import type { PresenceState } from './presence-dot.tsx'

export type ThreadRow = {
  id: string
  name: string
  avatar: string | null
  presence?: PresenceState
  /** The last message, or that they are typing. */
  preview: ReactNode
  time: string
  unread: number
  /** Said by screen readers in the place of the badge: "3 unread messages". */
  unreadLabel: string
}

type ThreadListProps = {
  label: string
  threads: ThreadRow[]
  selectedId?: string
  /** Makes the app's own link around the name; given `className`, the whole row becomes its target. */
  link: (thread: ThreadRow, className: string) => ReactNode
}

/** Conversations, the latest first. */
export function ThreadList({ label, threads, selectedId, link }: ThreadListProps) {
  return (
    <ul aria-label={label} className="grid grid-cols-[minmax(0,1fr)] gap-0.5 p-2">
      {threads.map((thread) => (
        <li
          key={thread.id}
          className={classNames(
            'relative flex items-center gap-3 rounded-xl px-2.5 py-2.5 transition has-[a:focus-visible]:outline-3 has-[a:focus-visible]:-outline-offset-3 has-[a:focus-visible]:outline-copper-fill',
            thread.id === selectedId ? 'bg-copper-wash' : 'hover:bg-copper-wash',
          )}
        >
          <Avatar src={thread.avatar} presence={thread.presence} size="large" />
          <div className="min-w-0 flex-1">
            <div className="flex items-baseline gap-2">
              <p className="min-w-0 flex-1 truncate font-semibold">
                {link(thread, 'outline-none after:absolute after:inset-0 after:rounded-xl')}
              </p>
              <span className="shrink-0 text-xs text-ink-soft tabular-nums">{thread.time}</span>
            </div>
            <div className="flex items-center gap-2">
              <p
                className={classNames(
                  'min-w-0 flex-1 truncate text-sm',
                  thread.unread > 0 ? 'font-semibold text-ink' : 'text-ink-soft',
                )}
              >
                {thread.preview}
              </p>
              {thread.unread > 0 && (
                <>
                  <span className="sr-only">{thread.unreadLabel}</span>
                  <CountBadge count={thread.unread} />
                </>
              )}
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}
