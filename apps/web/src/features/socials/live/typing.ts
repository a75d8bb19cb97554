import { TYPING_MS } from '@kettle/socials/live'
import { useEffect, useState } from 'react'
import { createStore, useStore } from './store.ts'

/** Who types, and until when, in milliseconds. */
export type Typing = ReadonlyMap<string, number>

/** After somebody was heard to type. */
export function typingWith(typing: Typing, userId: string, now: number): Typing {
  return new Map([...typing].filter(([, until]) => until > now)).set(userId, now + TYPING_MS)
}

/** After their message has come, or they have left. */
export function typingWithout(typing: Typing, userId: string): Typing {
  if (!typing.has(userId)) return typing
  return new Map([...typing].filter(([id]) => id !== userId))
}

export const typingNow = createStore<Typing>(new Map())

/** Who types to the caller; each fades by itself. */
export function useTypists(): ReadonlySet<string> {
  const typing = useStore(typingNow)
  const [now, setNow] = useState(() => Date.now())
  const at = Math.max(now, Date.now())
  const next = Math.min(...[...typing.values()].filter((until) => until > at))
  useEffect(() => {
    if (!Number.isFinite(next)) return
    const timer = setTimeout(() => setNow(next), next - Date.now())
    return () => clearTimeout(timer)
  }, [next])
  return new Set([...typing].flatMap(([userId, until]) => (until > at ? userId : [])))
}
