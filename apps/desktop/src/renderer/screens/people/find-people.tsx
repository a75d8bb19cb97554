import { PeopleFinder } from '@kettle/socials'
import { ErrorState } from '@kettle/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../shared/bridge.ts'
import type { PeopleView } from '../../../shared/people.ts'
import { useFailureText } from '../../lib/failure.ts'
import { ask } from '../../lib/launcher.ts'
import { relationNow } from '../../lib/relation.ts'
import { MyCode } from './my-code.tsx'
import { personLink } from './person-link.tsx'
import { RelationButtons } from './relation-buttons.tsx'

/** Looks for people in the store. */
export function FindPeople({ people, codeIsBeside }: { people: PeopleView; codeIsBeside: boolean }) {
  const { t } = useTranslation('people')
  const failureText = useFailureText()
  const [query, setQuery] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  const [answer, setAnswer] = useState<Answer<'findPeople'> | null>(null)
  useEffect(() => {
    if (query === null) return setAnswer(null)
    let gone = false
    void ask('findPeople', { query }).then((found) => {
      if (!gone) setAnswer(found)
    })
    return () => {
      gone = true
    }
  }, [query, round])
  const found = answer?.ok ? answer.value : undefined
  return (
    <div className="grid gap-5 p-4">
      <PeopleFinder
        onQuery={setQuery}
        found={found?.map(({ user, relation }) => ({
          person: user,
          relation: relationNow(people, user.id) ?? (relation === 'self' ? 'self' : 'none'),
        }))}
        trouble={
          answer?.ok === false && (
            <ErrorState
              title={t('find.failed')}
              retry={{ label: t('retry'), onRetry: () => setRound((before) => before + 1) }}
            >
              {failureText(answer.failure.reason)}
            </ErrorState>
          )
        }
        link={personLink}
        actions={({ person, relation }) => <RelationButtons person={person} relation={relation} />}
      />
      <div className={codeIsBeside ? 'md:hidden' : undefined}>
        <MyCode />
      </div>
    </div>
  )
}
