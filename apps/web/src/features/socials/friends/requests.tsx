import type { Friend, Relation } from '@kettle/api/client'
import { formatRelative } from '@kettle/ui'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { PeopleList, PeopleListSkeleton } from './people-list.tsx'
import { RelationButtons } from './relation-buttons.tsx'

/** Requests that wait, theirs and one's own. */
export function Requests() {
  const { t } = useTranslation('people')
  const lists = trpc.socials.friends.useQuery()
  if (lists.error && !lists.data)
    return <Failed title={t('friends.failed')} error={lists.error} onRetry={() => void lists.refetch()} />
  if (!lists.data) return <PeopleListSkeleton />
  return (
    <div className="grid gap-8">
      <Waiting
        title={t('requests.incoming')}
        none={t('requests.noneIncoming')}
        relation="incoming"
        people={lists.data.incoming}
      />
      <Waiting
        title={t('requests.outgoing')}
        none={t('requests.noneOutgoing')}
        relation="outgoing"
        people={lists.data.outgoing}
      />
    </div>
  )
}

type WaitingProps = { title: string; none: string; relation: Relation; people: Friend[] }

function Waiting({ title, none, relation, people }: WaitingProps) {
  const { t, i18n } = useTranslation('people')
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h2 id={id} className="text-2xl font-bold">
        {title}
      </h2>
      {people.length === 0 ? (
        <p className="text-ink-soft">{none}</p>
      ) : (
        <PeopleList
          label={title}
          rows={people.map(({ user, since }) => ({
            user,
            line: t('requests.since', { when: formatRelative(since, i18n.language) }),
            actions: <RelationButtons user={user} relation={relation} size="small" />,
          }))}
        />
      )}
    </section>
  )
}
