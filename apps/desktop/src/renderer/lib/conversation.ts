import { useEffect, useState } from 'react'
import type { ConversationView } from '../../shared/people.ts'
import { ask, hear, useLauncher } from './launcher.ts'

/** One conversation, kept up to date; null before the first word. */
export function useConversation(userId: string): ConversationView | null {
  const [view, setView] = useState<ConversationView | null>(null)
  const { connected } = useLauncher()
  useEffect(() => {
    // What was told while the launcher behind this page was away is not known here.
    if (!connected) return
    let heard = false
    const stop = hear('conversation', (told) => {
      if (told.user.id !== userId) return
      heard = true
      setView(told)
    })
    void ask('openConversation', { userId }).then((answer) => {
      // What was told meanwhile is newer.
      if (answer.ok && !heard) setView(answer.value)
    })
    return () => {
      heard = true
      stop()
    }
  }, [userId, connected])
  return view
}
