import type { PersonName } from '@kettle/api/client'
import { cursorAround, PastLog as Log, type MessageActions } from '@kettle/socials'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpcClient } from '../../../lib/trpc.ts'

type PastLogProps = { user: PersonName; seq: number; actions: MessageActions; onGo: (seq: number | null) => void }

/** The conversation around a message of long ago, as the store has it. */
export function PastLog({ user, seq, actions, onGo }: PastLogProps) {
  const { t } = useTranslation('messages')
  const query = useInfiniteQuery({
    // Under the key of all messages, so that what makes those stale makes this stale.
    queryKey: [['socials', 'messages'], { around: seq, userId: user.id }],
    queryFn: ({ pageParam: cursor }) => trpcClient.socials.messages.query({ userId: user.id, cursor }),
    initialPageParam: cursorAround(seq),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const failed = query.error && (
    <Failed title={t('threadFailed')} error={query.error} onRetry={() => void query.refetch()} />
  )
  return <Log {...{ user, seq, query, failed, actions, onGo }} />
}
