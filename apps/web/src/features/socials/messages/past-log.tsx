import type { PersonName } from '@kettle/api/client'
import { ConversationSkeleton, type MessageActions, MessageLog, usePersonWords } from '@kettle/socials'
import { shownMessages } from '@kettle/socials/live'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpcClient } from '../../../lib/trpc.ts'

type PastLogProps = {
  user: PersonName
  /** The message in whose midst it is. */
  seq: number
  actions: MessageActions
  onGo: (seq: number | null) => void
}

/** So many messages are shown below the one that was looked for. */
const BELOW = 20

/** The conversation around a message of long ago. */
export function PastLog({ user, seq, actions, onGo }: PastLogProps) {
  const { t } = useTranslation('messages')
  const { nameOf } = usePersonWords()
  const query = useInfiniteQuery({
    // Under the key of all messages, so that what makes those stale makes this stale.
    queryKey: [['socials', 'messages'], { around: seq, userId: user.id }],
    queryFn: ({ pageParam: cursor }) => trpcClient.socials.messages.query({ userId: user.id, cursor }),
    initialPageParam: `${seq + BELOW + 1}`,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const [first] = query.data?.pages ?? []
  if (query.error && !first)
    return <Failed title={t('threadFailed')} error={query.error} onRetry={() => void query.refetch()} />
  if (!first) return <ConversationSkeleton />
  const stored = query.data?.pages.flatMap((page) => page.items) ?? []
  const messages = shownMessages(user.id, stored, [], first)
  const last = messages.at(-1)?.seq ?? 0
  return (
    <MessageLog
      name={nameOf(user)}
      messages={messages}
      readSeq={first.readSeq}
      older={query.hasNextPage ? { busy: query.isFetchingNextPage, load: () => void query.fetchNextPage() } : null}
      onRead={() => Promise.resolve()}
      actions={actions}
      target={seq}
      past={{ later: last >= seq + BELOW ? () => onGo(last) : null, latest: () => onGo(null) }}
    />
  )
}
