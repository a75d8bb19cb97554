import type { Relation } from '@kettle/api/client'
import { formatRelative } from '@kettle/ui'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { PeopleList, type PersonLink, type ShownPerson } from './people-list.tsx'

/** `since`: ISO, when it was asked. */
type Asking = ShownPerson & { since: string }

type RequestListsProps = {
  incoming: Asking[]
  outgoing: Asking[]
  link: PersonLink
  actions: (person: ShownPerson, relation: Relation) => ReactNode
}

/** Requests that wait, theirs and one's own. */
export function RequestLists({ incoming, outgoing, ...row }: RequestListsProps) {
  const { t } = useTranslation('people')
  return (
    <div className="grid gap-8">
      <Waiting
        title={t('requests.incoming')}
        none={t('requests.noneIncoming')}
        relation="incoming"
        people={incoming}
        {...row}
      />
      <Waiting
        title={t('requests.outgoing')}
        none={t('requests.noneOutgoing')}
        relation="outgoing"
        people={outgoing}
        {...row}
      />
    </div>
  )
}

type WaitingProps = Pick<RequestListsProps, 'link' | 'actions'> & {
  title: string
  none: string
  relation: Relation
  people: Asking[]
}

function Waiting({ title, none, relation, people, link, actions }: WaitingProps) {
  const { t, i18n } = useTranslation('people')
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h2 id={id} className="text-xl font-bold">
        {title}
      </h2>
      {people.length === 0 ? (
        <p className="text-ink-soft">{none}</p>
      ) : (
        <PeopleList
          label={title}
          link={link}
          rows={people.map((person) => ({
            person,
            line: t('requests.since', { when: formatRelative(person.since, i18n.language) }),
            actions: actions(person, relation),
          }))}
        />
      )}
    </section>
  )
}
