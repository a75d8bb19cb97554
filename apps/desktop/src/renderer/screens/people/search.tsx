import { MessageSearch, type SearchText } from '@kettle/socials'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../../shared/people.ts'
import { useStorePages } from '../../lib/store.ts'
import { StoreTrouble } from '../../store-trouble.tsx'

type SearchProps = {
  user: PersonView
  search: SearchText
  onLink: (address: string) => void
  onOpen: (seq: number) => void
  onClose: () => void
}

/** What the store finds within one conversation: only there is all of it. */
export function Search({ user, search, ...rest }: SearchProps) {
  const { t } = useTranslation('messages')
  const { query } = search
  const found = useStorePages('socials.messages', { userId: user.id, query, limit: 30 }, { enabled: query !== '' })
  const failed = found.error && <StoreTrouble title={t('search.failed')} asked={found} />
  return <MessageSearch {...{ user, search, found, failed }} {...rest} />
}
