import { classNames, EmptyState } from '@kettle/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useSession } from '../../../lib/session.ts'
import { Conversation } from './conversation.tsx'
import { ThreadPane } from './thread-pane.tsx'

/** As high as what the page's header leaves of the window. */
const frame =
  'mx-auto grid h-[calc(100dvh-7.6rem)] min-h-96 max-w-6xl grid-rows-[minmax(0,1fr)] border-line bg-surface sm:min-h-120 md:h-[calc(100dvh-4.1rem)] md:grid-cols-[20rem_minmax(0,1fr)] md:border-x'

/** Conversations and the chosen one side by side; a phone shows one of the two. */
export function MessagesPage({ userId }: { userId?: string }) {
  const { t } = useTranslation('messages')
  const { user } = useSession()
  usePageTitle(t('title'))
  if (!user) return null
  const Heading = userId ? 'h2' : 'h1'
  return (
    <div className={frame}>
      <div
        className={classNames(
          'min-h-0 min-w-0 flex-col overflow-y-auto overscroll-contain border-line md:flex md:border-r',
          userId ? 'hidden' : 'flex',
        )}
      >
        <Heading className="px-4 pt-4 pb-1 text-2xl font-bold">{t('title')}</Heading>
        <ThreadPane me={user.id} selectedId={userId} />
      </div>
      <div className={classNames('min-h-0 min-w-0', !userId && 'hidden md:block')}>
        {userId ? <Conversation key={userId} me={user.id} userId={userId} /> : <Choose />}
      </div>
    </div>
  )
}

function Choose(): ReactNode {
  const { t } = useTranslation('messages')
  return (
    <div className="grid h-full place-content-center">
      <EmptyState title={t('choose')}>{t('chooseText')}</EmptyState>
    </div>
  )
}
