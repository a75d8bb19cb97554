import { usePersonWords } from '@kettle/socials'
import { Avatar, ChevronLeftIcon, EmptyState, IconButton, SearchIcon, Skeleton } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { PersonMenu } from '../friends/person-menu.tsx'
import { isMissing } from '../is-missing.ts'
import { messagesInput } from '../live/caches.ts'
import { useStore } from '../live/store.ts'
import { useTyping } from '../live/typing.ts'
import { Composer } from './composer.tsx'
import { MessageLog } from './message-log.tsx'
import { MessageSearch } from './message-search.tsx'
import { useOutbox } from './use-outbox.ts'

const back =
  'grid size-11 shrink-0 place-items-center rounded-lg text-ink-soft hover:bg-copper-wash hover:text-copper md:hidden'

/** What two people have written to each other, and the line to write the next. */
export function Conversation({ me, userId }: { me: string; userId: string }) {
  const { t } = useTranslation('messages')
  const { nameOf, presenceLine } = usePersonWords()
  const outbox = useOutbox(me)
  const unsent = useStore(outbox.unsent).filter(({ to }) => to.id === userId)
  const [searching, setSearching] = useState(false)
  const typing = useTyping(userId)
  const query = trpc.socials.messages.useInfiniteQuery(messagesInput(userId), {
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const friend = trpc.socials.friends.useQuery().data?.friends.find(({ user }) => user.id === userId)?.user
  const page = query.data?.pages[0]
  const name = page && nameOf(page.user)

  if (query.error && (!query.data || isMissing(query.error))) {
    return (
      <div className="grid h-full content-center">
        {isMissing(query.error) ? (
          <EmptyState
            title={t('nobody')}
            headingLevel={1}
            action={
              <Link
                to="/messages/{-$userId}"
                params={{ userId: undefined }}
                className="font-semibold text-copper hover:underline"
              >
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
      <header className="flex min-h-16 items-center gap-2 border-b border-line px-2 py-2 md:px-4">
        <Link to="/messages/{-$userId}" params={{ userId: undefined }} aria-label={t('back')} className={back}>
          <ChevronLeftIcon />
        </Link>
        <Avatar src={page?.user.name ? page.user.avatar : null} presence={friend?.presence.state} />
        <div className="ml-1 min-w-0 flex-1">
          <h1 className="truncate font-sans text-lg leading-tight font-semibold tracking-normal">
            {page ? (
              <Link to="/people/$userId" params={{ userId }} className="hover:text-copper hover:underline">
                <bdi>{name}</bdi>
              </Link>
            ) : (
              <Skeleton className="h-5 w-36" />
            )}
          </h1>
          <p className="truncate text-sm text-ink-soft">
            {typing ? <span className="text-patina">{t('typing')}</span> : friend && presenceLine(friend.presence)}
          </p>
        </div>
        {page && (
          <>
            <IconButton
              label={searching ? t('search.close') : t('search.open')}
              aria-pressed={searching}
              onClick={() => setSearching(!searching)}
            >
              <SearchIcon />
            </IconButton>
            {page.user.name && <PersonMenu user={page.user} areFriends={page.relation === 'friends'} />}
          </>
        )}
      </header>
      {!page && <Loading />}
      {page && searching && <MessageSearch me={me} user={page.user} onClose={() => setSearching(false)} />}
      {page && query.data && !searching && (
        <>
          <MessageLog
            me={me}
            user={page.user}
            pages={query.data.pages}
            unsent={unsent}
            outbox={outbox}
            older={{
              has: query.hasNextPage,
              busy: query.isFetchingNextPage,
              load: () => void query.fetchNextPage(),
            }}
          />
          {page.relation === 'friends' ? (
            <Composer me={me} to={page.user} onSend={(text) => outbox.add(page.user, text)} />
          ) : (
            <p className="border-t border-line px-4 py-4 text-center text-ink-soft">
              {t(page.user.name ? 'notFriends' : 'deletedAccount')}
            </p>
          )}
        </>
      )}
    </section>
  )
}

function Loading() {
  return (
    <div aria-busy="true" className="flex flex-1 flex-col justify-end gap-3 p-4">
      <Skeleton className="h-12 w-2/5 rounded-2xl" />
      <Skeleton className="h-12 w-1/2 self-end rounded-2xl" />
      <Skeleton className="h-20 w-3/5 rounded-2xl" />
      <Skeleton className="h-12 w-1/3 self-end rounded-2xl" />
    </div>
  )
}
