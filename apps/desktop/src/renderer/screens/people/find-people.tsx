import { FoundPeople, PeopleFinder, peopleWords, useSearchText } from '@kettle/socials'
import { useTranslation } from 'react-i18next'
import { type PeopleView, personView } from '../../../shared/people.ts'
import { relationNow } from '../../lib/relation.ts'
import { useStore } from '../../lib/store.ts'
import { StoreTrouble } from '../../store-trouble.tsx'
import { MyCode } from './my-code.tsx'
import { personLink } from './person-link.tsx'
import { RelationButtons } from './relation-buttons.tsx'

/** Looks for people in the store. */
export function FindPeople({ people, codeIsBeside }: { people: PeopleView; codeIsBeside: boolean }) {
  const search = useSearchText(peopleWords)
  return (
    <div className="grid gap-5 p-4">
      <PeopleFinder search={search}>{search.query && <Found people={people} query={search.query} />}</PeopleFinder>
      <div className={codeIsBeside ? 'md:hidden' : undefined}>
        <MyCode />
      </div>
    </div>
  )
}

function Found({ people, query }: { people: PeopleView; query: string }) {
  const { t } = useTranslation('people')
  const found = useStore('socials.findUsers', { query }, { keepOld: true })
  return (
    <FoundPeople
      found={found.data?.items.map(({ user, relation }) => ({
        person: personView(user),
        relation: relationNow(people, user.id) ?? (relation === 'self' ? 'self' : 'none'),
      }))}
      trouble={found.error && <StoreTrouble title={t('find.failed')} asked={found} />}
      link={personLink}
      actions={({ person, relation }) => <RelationButtons person={person} relation={relation} />}
    />
  )
}
