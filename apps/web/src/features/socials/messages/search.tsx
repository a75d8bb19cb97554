import type { PersonName } from '@kettle/api/client'
import { MessageSearch, type SearchText } from '@kettle/socials'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'

type SearchProps = { user: PersonName; search: SearchText; onOpen: (seq: number) => void; onClose: () => void }

/** What the store finds within one conversation. */
export function Search({ user, search, ...rest }: SearchProps) {
  const { t } = useTranslation('messages')
  const { query } = search
  const found = trpc.socials.messages.useInfiniteQuery(
    { userId: user.id, query, limit: 30 },
    { enabled: query !== '', getNextPageParam: (page) => page.nextCursor ?? undefined },
  )
  const failed = found.error && (
    <Failed title={t('search.failed')} error={found.error} onRetry={() => void found.refetch()} />
  )
  return <MessageSearch {...{ user, search, found, failed }} {...rest} />
}
