import type { Friend } from '@kettle/api/client'
import { PeopleListSkeleton, RequestLists } from '@kettle/socials'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { RelationButtons } from './relation-buttons.tsx'
import { personLink, shownPerson } from './shown-person.tsx'

/** Requests that wait, theirs and one's own. */
export function Requests() {
  const { t } = useTranslation('people')
  const lists = trpc.socials.friends.useQuery()
  if (lists.error && !lists.data)
    return <Failed title={t('friends.failed')} error={lists.error} onRetry={() => void lists.refetch()} />
  if (!lists.data) return <PeopleListSkeleton />
  return (
    <RequestLists
      incoming={lists.data.incoming.map(asking)}
      outgoing={lists.data.outgoing.map(asking)}
      link={personLink}
      actions={(person, relation) => <RelationButtons person={person} relation={relation} size="small" />}
    />
  )
}

const asking = ({ user, since }: Friend) => ({ ...shownPerson(user), since })
