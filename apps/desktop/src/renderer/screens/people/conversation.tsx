import { usePersonWords } from '@kettle/socials'
import { Avatar, Button, ChevronLeftIcon, Dialog, EmptyState, ErrorState, Notice, Skeleton } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeopleView } from '../../../shared/people.ts'
import { useConversation } from '../../lib/conversation.ts'
import { useFailureText } from '../../lib/failure.ts'
import { ask } from '../../lib/launcher.ts'
import { friendsPath, type PeopleShow } from '../../lib/route.ts'
import { Composer } from './composer.tsx'
import { MessageLog } from './message-log.tsx'
import { PersonMenu } from './person-menu.tsx'

const back =
  'grid size-11 shrink-0 place-items-center rounded-lg text-ink-soft hover:bg-copper-wash hover:text-copper md:hidden'

/** What two people have written to each other, and the line to write the next. */
export function Conversation({
  userId,
  show,
  people,
  lost,
}: {
  userId: string
  show: PeopleShow
  people: PeopleView
  lost: boolean
}) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const { nameOf, presenceLine } = usePersonWords()
  const view = useConversation(userId)
  const [leading, setLeading] = useState<string | null>(null)
  const friend = people.friends.find(({ id }) => id === userId)
  const known = view !== null && (view.loaded || view.messages.length > 0 || view.relation === 'friends')

  if (view?.failure === 'NOT_FOUND')
    return (
      <div className="grid h-full content-center">
        <EmptyState
          title={t('messages.nobody')}
          action={
            <a href={friendsPath(show)} className="font-semibold text-copper hover:underline">
              {t('messages.back')}
            </a>
          }
        >
          {t('messages.nobodyText')}
        </EmptyState>
      </div>
    )
  if (view?.failure && !known)
    return (
      <div className="grid h-full content-center">
        <ErrorState
          title={t('messages.failed')}
          retry={{ label: t('retry'), onRetry: () => void ask('openConversation', { userId }) }}
        >
          {failureText(view.failure)}
        </ErrorState>
      </div>
    )
  return (
    <section aria-labelledby="conversation" className="flex h-full min-h-0 flex-col">
      <header className="flex min-h-16 items-center gap-2 border-b border-line bg-surface px-2 py-2 md:px-4">
        <a href={friendsPath(show)} aria-label={t('messages.back')} className={back}>
          <ChevronLeftIcon />
        </a>
        <Avatar src={view?.user.picture ?? null} presence={lost ? undefined : friend?.presence.state} />
        <div className="ml-1 min-w-0 flex-1">
          <h2 id="conversation" className="truncate font-sans text-lg leading-tight font-semibold tracking-normal">
            {view ? <bdi>{nameOf(view.user)}</bdi> : <Skeleton className="h-5 w-36" />}
          </h2>
          <p className="truncate text-sm text-ink-soft">
            {view?.typing ? (
              <span className="text-patina">{t('messages.typing')}</span>
            ) : (
              !lost && friend && presenceLine(friend.presence)
            )}
          </p>
        </div>
        {view?.user.name && <PersonMenu person={view.user} areFriends={view.relation === 'friends'} />}
      </header>
      {view?.failure && (
        <div role="status" className="px-4 pt-3">
          <Notice>{t('messages.stale', { why: failureText(view.failure) })}</Notice>
        </div>
      )}
      {!known && (
        <div aria-busy="true" className="flex flex-1 flex-col justify-end gap-3 p-4">
          <Skeleton className="h-12 w-2/5 rounded-2xl" />
          <Skeleton className="h-12 w-1/2 self-end rounded-2xl" />
          <Skeleton className="h-20 w-3/5 rounded-2xl" />
        </div>
      )}
      {known && view && (
        <>
          <MessageLog key={String(view.loaded)} view={view} onLink={setLeading} />
          {view.relation === 'friends' ? (
            <Composer userId={userId} />
          ) : (
            <p className="border-t border-line bg-surface px-4 py-4 text-center text-ink-soft">
              {t(view.user.name ? 'messages.notFriends' : 'messages.deletedAccount')}
            </p>
          )}
        </>
      )}
      {leading && <OutsideDialog address={leading} onClose={() => setLeading(null)} />}
    </section>
  )
}

/** Where a link leads, before it is followed. */
function OutsideDialog({ address, onClose }: { address: string; onClose: () => void }) {
  const { t } = useTranslation()
  const open = (): void => {
    onClose()
    // A page in a browser can open it itself; the launcher's own window opens nothing.
    if (window.kettle) void ask('openOutside', { address })
    else window.open(address, '_blank', 'noopener,noreferrer')
  }
  return (
    <Dialog
      title={t('messages.outside.title', { host: new URL(address).host })}
      description={t('messages.outside.text')}
      onClose={onClose}
    >
      <p
        dir="ltr"
        className="max-h-40 overflow-y-auto rounded-lg bg-sunk px-3 py-2 font-mono text-sm wrap-anywhere select-text"
      >
        {address}
      </p>
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('messages.outside.no')}
        </Button>
        <Button onClick={open}>{t('messages.outside.open')}</Button>
      </div>
    </Dialog>
  )
}
