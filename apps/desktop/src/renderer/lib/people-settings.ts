import { useEffect, useState } from 'react'
import type { Failure, Input } from '../../shared/bridge.ts'
import type { PeopleSettings } from '../../shared/people.ts'
import { ask } from './launcher.ts'

/** How the player is seen and what they hear of others, as the store keeps it. */
export function usePeopleSettings(): {
  settings: PeopleSettings | null
  failed: boolean
  again: () => void
  /** Shown at once; taken back where the store refuses. Resolves to whether it did not. */
  change: (choice: Input<'savePeopleSettings'>) => Promise<boolean>
  /** Another friend code in place of the old one; resolves to why not, or to null. */
  renewCode: () => Promise<Failure | null>
} {
  const [settings, setSettings] = useState<PeopleSettings | null>(null)
  const [failed, setFailed] = useState(false)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let gone = false
    setFailed(false)
    void ask('peopleSettings', undefined).then((answer) => {
      if (gone) return
      if (answer.ok) setSettings(answer.value)
      else setFailed(true)
    })
    return () => {
      gone = true
    }
  }, [round])
  return {
    settings,
    failed,
    again: () => setRound(round + 1),
    async change({ notices, ...choice }) {
      const before = settings
      if (before) setSettings({ ...before, ...choice, notices: { ...before.notices, ...notices } })
      const answer = await ask('savePeopleSettings', { ...choice, ...(notices && { notices }) })
      setSettings(answer.ok ? answer.value : before)
      return answer.ok
    },
    async renewCode() {
      const answer = await ask('renewFriendCode', undefined)
      if (!answer.ok) return answer.failure
      setSettings(answer.value)
      return null
    },
  }
}
