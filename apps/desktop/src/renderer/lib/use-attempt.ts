import { useState } from 'react'
import type { Answer, RequestName } from '../../shared/bridge.ts'
import type { Failure } from '../../shared/views.ts'
import { useFailureText } from './failure.ts'

/** What a form is at: one try at a time, and what became of the last one. */
export interface Attempt {
  busy: boolean
  /** Why the last try failed, as a sentence; null when it didn't, or was taken care of. */
  problem: string | null
  /** What went wrong with the store's address. */
  serverInvalid: boolean
  /** Asks, unless an answer is waited for. `handle` may take care of a failure by giving true. */
  attempt<Name extends RequestName>(
    doing: () => Promise<Answer<Name>>,
    handle?: (failure: Failure) => boolean,
  ): Promise<boolean>
}

/** Tries things that the launcher may refuse. */
export function useAttempt(): Attempt {
  const failureText = useFailureText()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const serverInvalid = failure?.message === 'SERVER_INVALID'
  return {
    busy,
    serverInvalid,
    problem: failure && !serverInvalid ? failureText(failure.reason) : null,
    async attempt(doing, handle) {
      if (busy) return false
      setBusy(true)
      setFailure(null)
      const answer = await doing()
      setBusy(false)
      if (!answer.ok && !handle?.(answer.failure)) setFailure(answer.failure)
      return answer.ok
    },
  }
}
