import { FoundPeople, PeopleFinder, peopleWords, useSearchText } from '@kettle/socials'
import { keepPreviousData } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { RelationButtons } from './relation-buttons.tsx'
import { personLink, shownPerson } from './shown-person.tsx'

/** Looks for people in the store. */
export function FindPeople() {
  const search = useSearchText(peopleWords)
  return <PeopleFinder search={search}>{search.query && <Found query={search.query} />}</PeopleFinder>
}

function Found({ query }: { query: string }) {
  const { t } = useTranslation('people')
  const found = trpc.socials.findUsers.useQuery(
    { query },
    { retry: false, placeholderData: keepPreviousData, trpc: { abortOnUnmount: true } },
  )
  return (
    <FoundPeople
      found={found.data?.items.map(({ user, relation }) => ({ person: shownPerson(user), relation }))}
      trouble={
        found.error && <Failed title={t('find.failed')} error={found.error} onRetry={() => void found.refetch()} />
      }
      link={personLink}
      actions={({ person, relation }) => <RelationButtons person={person} relation={relation} size="small" />}
    />
  )
}
