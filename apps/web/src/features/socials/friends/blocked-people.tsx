import { BlockedList, PeopleListSkeleton } from '@kettle/socials'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { shownPerson } from './shown-person.tsx'
import { usePeopleActions } from './use-people-actions.ts'

/** Whom one has blocked. */
export function BlockedPeople() {
  const { t } = useTranslation('people')
  const actions = usePeopleActions()
  const blocked = trpc.socials.blocked.useQuery()
  if (blocked.error && !blocked.data)
    return <Failed title={t('block.failed')} error={blocked.error} onRetry={() => void blocked.refetch()} />
  if (!blocked.data) return <PeopleListSkeleton />
  return (
    <BlockedList
      blocked={blocked.data.items.map(({ user, blockedAt }) => ({ person: shownPerson(user), blockedAt }))}
      busy={actions.busy}
      onUnblock={actions.unblock}
    />
  )
}
