import { ConversationSkeleton, type MessageActions, MessageLog, usePersonWords } from '@kettle/socials'
import { shownMessages } from '@kettle/socials/live'
import { ErrorState } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../../shared/people.ts'
import { useFailureText } from '../../lib/failure.ts'
import { useStorePages } from '../../lib/store.ts'

type PastLogProps = {
  user: PersonView
  /** The message in whose midst it is. */
  seq: number
  actions: MessageActions
  onGo: (seq: number | null) => void
}

/** So many messages are shown below the one that was looked for. */
const BELOW = 20

/** The conversation around a message of long ago, which only the store has. */
export function PastLog({ user, seq, actions, onGo }: PastLogProps) {
  const { t } = useTranslation(['messages', 'translation'])
  const { nameOf } = usePersonWords()
  const failureText = useFailureText()
  const query = useStorePages('socials.messages', { userId: user.id, cursor: `${seq + BELOW + 1}` })
  const [first] = query.data?.pages ?? []
  if (query.error && !first)
    return (
      <ErrorState
        title={t('threadFailed')}
        retry={{ label: t('translation:retry'), onRetry: () => void query.refetch() }}
      >
        {failureText(query.error.failure.reason)}
      </ErrorState>
    )
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
