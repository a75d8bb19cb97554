import type { StreamEvent } from '@kettle/api/client'
import { useEffect, useState } from 'react'
import { loseSession } from '../../../lib/session.ts'
import { trpcClient } from '../../../lib/trpc.ts'
import { applyEvent } from './caches.ts'
import { type SharedStream, shareStream } from './shared-stream.ts'
import { createStore, useStore } from './store.ts'

/** Whether events arrive; undefined while nobody knows yet. */
export const line = createStore<boolean | undefined>(undefined)
const listeners = new Set<(event: StreamEvent) => void>()
let stream: SharedStream | undefined

/** Calls back with every event, after the pages know of it. Ends by the returned function. */
export function onLiveEvent(listener: (event: StreamEvent) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether this tab is the one that does what a browser does once. */
export const isFirstTab = (): boolean => stream?.isFirst() ?? true
/** Whether somebody was at one of the store's tabs just now. */
export const isAttended = (withinMs: number): boolean => stream?.isAttended(withinMs) ?? true

/** If the server still knows who is here; an answer that did not come says nothing. */
const isSignedIn = () =>
  trpcClient.auth.me.query().then(
    (user) => user !== null,
    () => true,
  )

/** Keeps this tab up to date with what happens to its user, until they log out. */
export function useLive(me: string): void {
  useEffect(() => {
    const opened = shareStream(me, {
      onEvent(event) {
        applyEvent(event, me)
        for (const listener of listeners) listener(event)
      },
      onLine: (up) => line.set(up),
      // Asked once more: somebody else may have logged in here meanwhile.
      onSessionLost: () => void isSignedIn().then((isIn) => isIn || loseSession()),
      isSignedIn,
      setPresence: (connectionId, state) =>
        void trpcClient.socials.setPresence.mutate({ connectionId, state }).catch(() => {}),
    })
    stream = opened
    return () => {
      opened.close()
      stream = undefined
      line.set(undefined)
    }
  }, [me])
}

const QUIET_MS = 5_000

/** Whether the line has been away for so long that people should know. */
export function useLineLost(): boolean {
  const up = useStore(line)
  const [lost, setLost] = useState(false)
  useEffect(() => {
    if (up !== false) return setLost(false)
    const timer = setTimeout(() => setLost(true), QUIET_MS)
    return () => clearTimeout(timer)
  }, [up])
  return lost
}
