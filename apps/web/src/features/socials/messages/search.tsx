import type { PersonName } from '@kettle/api/client'
import { MessageSearch, type SearchText, usePersonWords } from '@kettle/socials'
import { shownMessages } from '@kettle/socials/live'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'

type SearchProps = {
  user: PersonName
  search: SearchText
  onOpen: (seq: number) => void
  onClose: () => void
}

/** What the store finds within one conversation. */
export function Search({ user, search, onOpen, onClose }: SearchProps) {
  const { t } = useTranslation('messages')
  const { nameOf } = usePersonWords()
  const { query } = search
  const found = trpc.socials.messages.useInfiniteQuery(
    { userId: user.id, query, limit: 30 },
    { enabled: query !== '', getNextPageParam: (page) => page.nextCursor ?? undefined },
  )
  const [first] = found.data?.pages ?? []
  const stored = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <MessageSearch
      name={nameOf(user)}
      search={search}
      found={first && shownMessages(user.id, stored, [], first).toReversed()}
      waiting={found.isPending}
      failed={
        found.error && <Failed title={t('search.failed')} error={found.error} onRetry={() => void found.refetch()} />
      }
      more={found.hasNextPage ? { busy: found.isFetchingNextPage, load: () => void found.fetchNextPage() } : null}
      onOpen={onOpen}
      onClose={onClose}
    />
  )
}
