import { MessageSearch, type SearchText, usePersonWords } from '@kettle/socials'
import { shownMessages } from '@kettle/socials/live'
import { ErrorState } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../../shared/people.ts'
import { useFailureText } from '../../lib/failure.ts'
import { useStorePages } from '../../lib/store.ts'

type SearchProps = {
  user: PersonView
  search: SearchText
  onLink: (address: string) => void
  onOpen: (seq: number) => void
  onClose: () => void
}

/** What the store finds within one conversation: all of it is there alone. */
export function Search({ user, search, ...rest }: SearchProps) {
  const { t } = useTranslation(['messages', 'translation'])
  const { nameOf } = usePersonWords()
  const failureText = useFailureText()
  const { query } = search
  const found = useStorePages('socials.messages', { userId: user.id, query, limit: 30 }, { enabled: query !== '' })
  const [first] = found.data?.pages ?? []
  const stored = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <MessageSearch
      name={nameOf(user)}
      search={search}
      found={first ? shownMessages(user.id, stored, [], first).toReversed() : undefined}
      waiting={found.isPending}
      failed={
        found.error && (
          <ErrorState
            title={t('search.failed')}
            retry={{ label: t('translation:retry'), onRetry: () => void found.refetch() }}
          >
            {failureText(found.error.failure.reason)}
          </ErrorState>
        )
      }
      more={found.hasNextPage ? { busy: found.isFetchingNextPage, load: () => void found.fetchNextPage() } : null}
      {...rest}
    />
  )
}
