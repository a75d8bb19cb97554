import { useQuery } from '@tanstack/react-query'
import { BridgeError, type Input } from '../../shared/bridge.ts'
import type { PeopleSettings } from '../../shared/people.ts'
import type { Failure } from '../../shared/views.ts'
import { ask } from './launcher.ts'
import { storeClient } from './store.ts'

const queryKey = ['peopleSettings']

const show = (settings: PeopleSettings | undefined): void => {
  storeClient.setQueryData(queryKey, settings)
}

/** How the player is seen and what they hear of others, as the store keeps it; the same wherever it is shown. */
export function usePeopleSettings(): {
  settings: PeopleSettings | null
  failed: boolean
  again: () => void
  /** Shown at once; taken back where the store refuses. Resolves to why it does, or to null. */
  change: (choice: Input<'savePeopleSettings'>) => Promise<Failure | null>
  /** Another friend code in place of the old one; resolves to why not, or to null. */
  renewCode: () => Promise<Failure | null>
} {
  const { data, isError, refetch } = useQuery({
    queryKey,
    async queryFn() {
      const answer = await ask('peopleSettings', undefined)
      if (!answer.ok) throw new BridgeError(answer.failure)
      return answer.value
    },
  })
  return {
    settings: data ?? null,
    failed: isError,
    again: () => void refetch(),
    async change({ notices, ...choice }) {
      // An answer from before would take the choice back. It is dropped at once, and the box is drawn as it was clicked.
      void storeClient.cancelQueries({ queryKey })
      if (data) show({ ...data, ...choice, notices: { ...data.notices, ...notices } })
      const answer = await ask('savePeopleSettings', { ...choice, ...(notices && { notices }) })
      show(answer.ok ? answer.value : data)
      return answer.ok ? null : answer.failure
    },
    async renewCode() {
      const answer = await ask('renewFriendCode', undefined)
      if (!answer.ok) return answer.failure
      show(answer.value)
      return null
    },
  }
}
