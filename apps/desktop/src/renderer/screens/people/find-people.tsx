import { usePersonWords } from '@kettle/socials'
import { ErrorState, PersonRow, PersonRowSkeleton, TextField } from '@kettle/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../shared/bridge.ts'
import type { PeopleView } from '../../../shared/people.ts'
import { useFailureText } from '../../lib/failure.ts'
import { ask } from '../../lib/launcher.ts'
import { relationNow } from '../../lib/relation.ts'
import { personPath } from '../../lib/route.ts'
import { MyCode } from './my-code.tsx'
import { RelationButtons } from './relation-buttons.tsx'

/** The store answers sixty such questions a minute. */
const SETTLED_MS = 350
const LEAST = 2
const MOST = 60

/** Looks for people by a part of their name, by code or link. */
export function FindPeople({ people, codeIsBeside }: { people: PeopleView; codeIsBeside: boolean }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const { nameOf } = usePersonWords()
  const [text, setText] = useState('')
  const [round, setRound] = useState(0)
  const [answer, setAnswer] = useState<Answer<'findPeople'> | null>(null)
  const query = text.trim().slice(0, MOST)
  const enough = query.length >= LEAST
  useEffect(() => {
    setAnswer(null)
    if (!enough) return
    let gone = false
    const timer = setTimeout(async () => {
      const found = await ask('findPeople', { query })
      if (!gone) setAnswer(found)
    }, SETTLED_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [query, enough, round])
  const found = answer?.ok ? answer.value : null
  return (
    <div className="grid gap-4 p-4">
      <TextField
        label={t('people.find.label')}
        hint={t('people.find.hint')}
        type="search"
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={text}
        maxLength={200}
        onChange={(event) => setText(codeOf(event.target.value))}
      />
      <p role="status" className={found && found.length > 0 ? 'text-sm text-ink-soft' : 'sr-only'}>
        {found && t('people.find.found', { count: found.length })}
      </p>
      {!enough && <p className="text-ink-soft">{t('people.find.start')}</p>}
      {enough && !answer && (
        <div aria-busy="true">
          <PersonRowSkeleton />
          <PersonRowSkeleton />
        </div>
      )}
      {answer && !answer.ok && (
        <ErrorState
          title={failureText(answer.failure.reason)}
          retry={{ label: t('retry'), onRetry: () => setRound(round + 1) }}
        />
      )}
      {found?.length === 0 && (
        <div>
          <p className="font-semibold">{t('people.find.none')}</p>
          <p className="text-ink-soft">{t('people.find.noneText')}</p>
        </div>
      )}
      {found && found.length > 0 && (
        <ul aria-label={t('people.shows.find')} className="grid divide-y divide-line">
          {found.map(({ user, relation }) => {
            const now = relationNow(people, user.id) ?? (relation === 'self' ? 'self' : 'none')
            return (
              <li key={user.id}>
                <PersonRow
                  avatar={user.picture}
                  name={
                    <a href={personPath(user.id)} className="hover:text-copper hover:underline">
                      <bdi>{nameOf(user)}</bdi>
                    </a>
                  }
                  line={now === 'friends' ? t('people.isFriend') : now === 'outgoing' ? t('people.isAsked') : undefined}
                  actions={<RelationButtons person={user} relation={now} />}
                />
              </li>
            )
          })}
        </ul>
      )}
      <div className={codeIsBeside ? 'md:hidden' : undefined}>
        <MyCode />
      </div>
    </div>
  )
}

/** A pasted link is longer than what the store looks for: its code is enough. */
function codeOf(text: string): string {
  return /\/friend\/([\w-]+)\/?\s*$/u.exec(text)?.[1] ?? text
}
