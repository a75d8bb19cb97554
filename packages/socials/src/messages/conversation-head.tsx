import { Avatar, IconButton, type PresenceState, SearchIcon, Skeleton } from '@kettle/ui'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type ConversationHeadProps = {
  /** The link back to all conversations, where only one thing has room. */
  back: (className: string) => ReactNode
  picture: string | null
  /** Undefined where it is not to be seen. */
  presence: PresenceState | undefined
  /** The name as a heading, null while it is on its way. */
  heading: (className: string, name: ReactNode) => ReactNode
  name: ReactNode
  /** What they are doing. */
  doing: string | null
  typing: boolean
  /** Null while there is nothing to search. */
  search: { open: boolean; toggle: () => void } | null
  menu: ReactNode
}

/** With whom one talks, and what can be done about the conversation. */
export function ConversationHead(props: ConversationHeadProps): ReactElement {
  const { back, picture, presence, heading, name, doing, typing, search, menu } = props
  const { t } = useTranslation('messages')
  return (
    <header className="flex min-h-16 items-center gap-2 border-b border-line bg-surface px-2 py-2 md:px-4">
      {back(
        'grid size-11 shrink-0 place-items-center rounded-lg text-ink-soft hover:bg-copper-wash hover:text-copper md:hidden',
      )}
      <Avatar src={picture} presence={presence} />
      <div className="ml-1 min-w-0 flex-1">
        {heading(
          'truncate font-sans text-lg leading-tight font-semibold tracking-normal',
          name ?? <Skeleton className="h-5 w-36" />,
        )}
        <p className="truncate text-sm text-ink-soft">
          {typing ? <span className="text-patina">{t('typing')}</span> : doing}
        </p>
      </div>
      {search && (
        <IconButton
          label={t(search.open ? 'search.close' : 'search.open')}
          aria-pressed={search.open}
          onClick={search.toggle}
        >
          <SearchIcon />
        </IconButton>
      )}
      {menu}
    </header>
  )
}

/** The place of messages that are on their way. */
export function ConversationSkeleton(): ReactElement {
  return (
    <div aria-busy="true" className="flex flex-1 flex-col justify-end gap-3 p-4">
      <Skeleton className="h-12 w-2/5 rounded-2xl" />
      <Skeleton className="h-12 w-1/2 self-end rounded-2xl" />
      <Skeleton className="h-20 w-3/5 rounded-2xl" />
      <Skeleton className="h-12 w-1/3 self-end rounded-2xl" />
    </div>
  )
}
