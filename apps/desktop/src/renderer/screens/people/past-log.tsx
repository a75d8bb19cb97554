import { cursorAround, PastLog as Log, type MessageActions } from '@kettle/socials'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../../shared/people.ts'
import { useStorePages } from '../../lib/store.ts'
import { StoreTrouble } from '../../store-trouble.tsx'

type PastLogProps = { user: PersonView; seq: number; actions: MessageActions; onGo: (seq: number | null) => void }

/** The conversation around a message of long ago, which only the store has. */
export function PastLog({ user, seq, actions, onGo }: PastLogProps) {
  const { t } = useTranslation('messages')
  const query = useStorePages('socials.messages', { userId: user.id, cursor: cursorAround(seq) })
  const failed = query.error && <StoreTrouble title={t('threadFailed')} asked={query} />
  return <Log {...{ user, seq, query, failed, actions, onGo }} />
}
