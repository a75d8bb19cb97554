import type { ReactNode } from 'react'
import { Avatar } from './avatar.tsx'
import type { PresenceState } from './presence-dot.tsx'
import { Skeleton } from './skeleton.tsx'

type PersonRowProps = {
  avatar: string | null
  presence?: PresenceState
  /** The app's own link around the name, or the bare name. */
  name: ReactNode
  /** What they are doing, since when: one line. */
  line?: ReactNode
  /** Buttons at the end of the row. */
  actions?: ReactNode
}

/** Somebody on a list: picture, name, a line, and what can be done. On a phone the actions stand below. */
export function PersonRow({ avatar, presence, name, line, actions }: PersonRowProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="flex min-w-0 flex-1 basis-56 items-center gap-3.5">
        <Avatar src={avatar} presence={presence} size="large" />
        {/* Without a width of its own: a long name is cut off and never widens what the row stands in. */}
        <div className="w-0 grow">
          <p className="truncate font-semibold">{name}</p>
          {line && <p className="truncate text-sm text-ink-soft">{line}</p>}
        </div>
      </div>
      {actions && <div className="ml-15.5 flex flex-wrap items-center gap-2 sm:ml-auto">{actions}</div>}
    </div>
  )
}

/** The place a PersonRow will take. */
export function PersonRowSkeleton() {
  return (
    <div className="flex items-center gap-3.5 py-3">
      <Skeleton className="size-12 rounded-full!" />
      <div className="grid flex-1 gap-1.5">
        <Skeleton className="h-5 w-40" />
        <Skeleton className="h-4 w-28" />
      </div>
    </div>
  )
}
