import { BlockedList, PeopleListSkeleton } from '@kettle/socials'
import { ErrorState } from '@kettle/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../shared/bridge.ts'
import { useFailureText } from '../../lib/failure.ts'
import { ask } from '../../lib/launcher.ts'
import { useAttempt } from '../../lib/use-attempt.ts'

/** Whom the player has blocked. */
export function BlockedPeople() {
  const { t } = useTranslation('people')
  const failureText = useFailureText()
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
  const again = (): void => setRound(round + 1)
  return (
    <div className="grid gap-2 px-4 py-1">
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
      {!answer && <PeopleListSkeleton />}
      {answer && !answer.ok && (
        <ErrorState title={t('block.failed')} retry={{ label: t('retry'), onRetry: again }}>
          {failureText(answer.failure.reason)}
        </ErrorState>
      )}
      {answer?.ok && (
        <BlockedList
          blocked={answer.value.map((person) => ({ person }))}
          busy={busy}
          onUnblock={({ id }) => void attempt(() => ask('unblock', { userId: id })).then(again)}
        />
      )}
    </div>
  )
}
