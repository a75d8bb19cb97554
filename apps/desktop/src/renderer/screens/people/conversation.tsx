import { ConversationHead, ConversationSkeleton, messageWords, usePersonWords, useSearchText } from '@kettle/socials'
import { ChevronLeftIcon, EmptyState, ErrorState, Notice } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeopleView } from '../../../shared/people.ts'
import { useConversation } from '../../lib/conversation.ts'
import { useFailureText } from '../../lib/failure.ts'
import { ask } from '../../lib/launcher.ts'
import { friendsPath, type PeopleShow } from '../../lib/route.ts'
import { useSearchKey } from '../../lib/search-key.ts'
import { OutsideDialog } from './outside-dialog.tsx'
import { PersonMenu } from './person-menu.tsx'
import { Search } from './search.tsx'
import { Talk } from './talk.tsx'

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
  const { t } = useTranslation(['translation', 'messages'])
  const failureText = useFailureText()
  const { nameOf, presenceLine } = usePersonWords()
  const view = useConversation(userId)
  const [leading, setLeading] = useState<string | null>(null)
  const [searching, setSearching] = useState(false)
  /** How often the key was pressed: each time the field is there anew, with the focus in it and the same words. */
  const [asked, setAsked] = useState(0)
  const search = useSearchText(messageWords)
  const [place, setPlace] = useState<number | null>(null)
  const friend = people.friends.find(({ id }) => id === userId)
  const known = view !== null && (view.loaded || view.messages.length > 0 || view.relation === 'friends')
  useSearchKey(() => {
    setSearching(known)
    setAsked(asked + 1)
  })

  if (view?.failure === 'NOT_FOUND')
    return (
      <div className="grid h-full content-center">
        <EmptyState
          title={t('messages:nobody')}
          action={
            <a href={friendsPath(show)} className="font-semibold text-copper hover:underline">
              {t('messages.back')}
            </a>
          }
        >
          {t('messages:nobodyText')}
        </EmptyState>
      </div>
    )
  if (view?.failure && !known)
    return (
      <div className="grid h-full content-center">
        <ErrorState
          title={t('messages:threadFailed')}
          retry={{ label: t('retry'), onRetry: () => void ask('openConversation', { userId }) }}
        >
          {failureText(view.failure)}
        </ErrorState>
      </div>
    )
  return (
    <section aria-labelledby="conversation" className="flex h-full min-h-0 flex-col">
      <ConversationHead
        back={(className) => (
          <a href={friendsPath(show)} aria-label={t('messages.back')} className={className}>
            <ChevronLeftIcon />
          </a>
        )}
        picture={view?.user.picture ?? null}
        presence={lost ? undefined : friend?.presence.state}
        heading={(className, name) => (
          <h2 id="conversation" className={className}>
            {name}
          </h2>
        )}
        name={view && <bdi>{nameOf(view.user)}</bdi>}
        doing={!lost && friend ? presenceLine(friend.presence) : null}
        typing={view?.typing ?? false}
        search={known ? { open: searching, toggle: () => setSearching(!searching) } : null}
        menu={view?.user.name && <PersonMenu person={view.user} areFriends={view.relation === 'friends'} />}
      />
      {view?.failure && (
        <div role="status" className="px-4 pt-3">
          <Notice>{t('messages.stale', { why: failureText(view.failure) })}</Notice>
        </div>
      )}
      {!known && <ConversationSkeleton />}
      {known && searching && (
        <Search
          key={asked}
          user={view.user}
          search={search}
          onLink={setLeading}
          onOpen={(seq) => {
            setPlace(seq)
            setSearching(false)
          }}
          onClose={() => setSearching(false)}
        />
      )}
      {known && !searching && <Talk view={view} place={place} onGo={setPlace} onLink={setLeading} />}
      {leading && <OutsideDialog address={leading} onClose={() => setLeading(null)} />}
    </section>
  )
}
