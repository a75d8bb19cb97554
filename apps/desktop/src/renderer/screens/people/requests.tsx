import { usePersonWords } from '@kettle/socials'
import { formatRelative, PersonRow } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { FriendView, PeopleView, RelationView } from '../../../shared/people.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { personPath } from '../../lib/route.ts'
import { RelationButtons } from './relation-buttons.tsx'

/** Requests that wait, theirs and the player's own. */
export function Requests({ people }: { people: PeopleView }) {
  const { t } = useTranslation()
  return (
    <div className="grid gap-6 p-4">
      <Waiting
        title={t('people.incoming')}
        none={t('people.noneIncoming')}
        relation="incoming"
        people={people.incoming}
      />
      <Waiting
        title={t('people.outgoing')}
        none={t('people.noneOutgoing')}
        relation="outgoing"
        people={people.outgoing}
      />
    </div>
  )
}

function Waiting({
  title,
  none,
  relation,
  people,
}: {
  title: string
  none: string
  relation: RelationView
  people: FriendView[]
}) {
  const { t } = useTranslation()
  const { nameOf } = usePersonWords()
  return (
    <section aria-labelledby={`requests-${relation}`}>
      <h2 id={`requests-${relation}`} className="text-xl font-bold">
        {title}
      </h2>
      {people.length === 0 ? (
        <p className="pt-1 text-ink-soft">{none}</p>
      ) : (
        <ul aria-labelledby={`requests-${relation}`} className="grid divide-y divide-line">
          {people.map((person) => (
            <li key={person.id}>
              <PersonRow
                avatar={person.picture}
                name={
                  <a href={personPath(person.id)} className="hover:text-copper hover:underline">
                    <bdi>{nameOf(person)}</bdi>
                  </a>
                }
                line={t('people.since', { when: formatRelative(person.since, currentLanguage()) })}
                actions={<RelationButtons person={person} relation={relation} />}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
