import { useRef, useState } from 'react'
import { createVoting, type VoteDeeds } from './voting.ts'

/** `createVoting` for the review on screen. */
export function useVoting(deeds: VoteDeeds): ReturnType<typeof createVoting> {
  const latest = useRef(deeds)
  latest.current = deeds
  const [vote] = useState(() => createVoting(() => latest.current))
  return vote
}
