import { useEffect, useState } from 'react'
import { createStore, useStore } from './store.ts'

/** So long after their last key somebody counts as typing; pages tell it every few seconds. */
export const TYPING_MS = 6_000

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

/** Whether somebody types to the caller; fades by itself. */
export function useTyping(userId: string): boolean {
  const until = useStore(typingNow).get(userId) ?? 0
  const [, redraw] = useState(0)
  useEffect(() => {
    const left = until - Date.now()
    if (left <= 0) return
    const timer = setTimeout(() => redraw(until), left)
    return () => clearTimeout(timer)
  }, [until])
  return until > Date.now()
}
