import { ConversationHead, ConversationSkeleton, messageWords, usePersonWords, useSearchText } from '@kettle/socials'
import { ChevronLeftIcon, EmptyState } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { PersonMenu } from '../friends/person-menu.tsx'
import { isMissing } from '../is-missing.ts'
import { messagesInput } from '../live/caches.ts'
import { useTypists } from '../live/typing.ts'
import { Search } from './search.tsx'
import { Talk } from './talk.tsx'
import { useOutbox, useUnsent } from './use-outbox.ts'

/** What two people have written to each other, and the line to write the next. */
export function Conversation({ me, userId }: { me: string; userId: string }) {
  const { t } = useTranslation('messages')
  const { nameOf, presenceLine } = usePersonWords()
  const outbox = useOutbox(me)
  const unsent = useUnsent(me, userId)
  const [searching, setSearching] = useState(false)
  const search = useSearchText(messageWords)
  const [place, setPlace] = useState<number | null>(null)
  const typing = useTypists().has(userId)
  const query = trpc.socials.messages.useInfiniteQuery(messagesInput(userId), {
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const friend = trpc.socials.friends.useQuery().data?.friends.find(({ user }) => user.id === userId)?.user
  const [page, ...rest] = query.data?.pages ?? []
  const toAll = { to: '/messages/{-$userId}', params: { userId: undefined } } as const

  if (query.error && (!page || isMissing(query.error))) {
    return (
      <div className="grid h-full content-center">
        {isMissing(query.error) ? (
          <EmptyState
            title={t('nobody')}
            headingLevel={1}
            action={
              <Link {...toAll} className="font-semibold text-copper hover:underline">
                {t('back')}
              </Link>
            }
          >
            {t('nobodyText')}
          </EmptyState>
        ) : (
          <Failed title={t('threadFailed')} headingLevel={1} error={query.error} onRetry={() => void query.refetch()} />
        )}
      </div>
    )
  }
  return (
    <section className="flex h-full min-h-0 flex-col">
      <ConversationHead
        back={(className) => (
          <Link {...toAll} aria-label={t('back')} className={className}>
            <ChevronLeftIcon />
          </Link>
        )}
        picture={page?.user.name ? page.user.avatar : null}
        presence={friend?.presence.state}
        heading={(className, name) => <h1 className={className}>{name}</h1>}
        name={
          page && (
            <Link to="/people/$userId" params={{ userId }} className="hover:text-copper hover:underline">
              <bdi>{nameOf(page.user)}</bdi>
            </Link>
          )
        }
        doing={friend ? presenceLine(friend.presence) : null}
        typing={typing}
        search={page ? { open: searching, toggle: () => setSearching(!searching) } : null}
        menu={page?.user.name && <PersonMenu user={page.user} areFriends={page.relation === 'friends'} />}
      />
      {!page && <ConversationSkeleton />}
      {page && searching && (
        <Search
          user={page.user}
          search={search}
          onOpen={(seq) => {
            setPlace(seq)
            setSearching(false)
          }}
          onClose={() => setSearching(false)}
        />
      )}
      {page && !searching && (
        <Talk
          me={me}
          pages={[page, ...rest]}
          older={query.hasNextPage ? { busy: query.isFetchingNextPage, load: () => void query.fetchNextPage() } : null}
          {...{ unsent, outbox, place }}
          onGo={setPlace}
        />
      )}
    </section>
  )
}
