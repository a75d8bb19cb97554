import { usePersonWords } from '@kettle/socials'
import { Button, ErrorState, PersonRow, PersonRowSkeleton } from '@kettle/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../shared/bridge.ts'
import { useFailureText } from '../../lib/failure.ts'
import { ask } from '../../lib/launcher.ts'
import { useAttempt } from '../../lib/use-attempt.ts'

/** Whom the player has blocked. */
export function BlockedPeople() {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const { nameOf } = usePersonWords()
  const { attempt, busy, problem } = useAttempt()
  const [answer, setAnswer] = useState<Answer<'blockedPeople'> | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let gone = false
    void ask('blockedPeople', undefined).then((told) => {
      if (!gone) setAnswer(told)
    })
    return () => {
      gone = true
    }
  }, [round])
  if (!answer)
    return (
      <div aria-busy="true" className="p-4">
        <PersonRowSkeleton />
      </div>
    )
  if (!answer.ok)
    return (
      <ErrorState
        title={failureText(answer.failure.reason)}
        retry={{ label: t('retry'), onRetry: () => setRound(round + 1) }}
      />
    )
  const undo = async (userId: string): Promise<void> => {
    await attempt(() => ask('unblock', { userId }))
    setRound(round + 1)
  }
  return (
    <div className="grid gap-2 p-4">
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
      {answer.value.length === 0 && <p className="text-ink-soft">{t('people.block.none')}</p>}
      <ul aria-label={t('people.shows.blocked')} className="grid divide-y divide-line">
        {answer.value.map((person) => (
          <li key={person.id}>
            <PersonRow
              avatar={person.picture}
              name={<bdi>{nameOf(person)}</bdi>}
              actions={
                <Button
                  look="secondary"
                  size="small"
                  busy={busy}
                  aria-label={t('people.block.undoOne', { name: nameOf(person) })}
                  onClick={() => void undo(person.id)}
                >
                  {t('people.block.undo')}
                </Button>
              }
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
