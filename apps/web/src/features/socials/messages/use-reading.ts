import { useEffect, useRef } from 'react'
import { trpcClient } from '../../../lib/trpc.ts'

type Reading = {
  userId: string
  latestSeq: number
  readSeq: number
  /** Whether the end of the conversation is on screen. */
  reading: boolean
}

/** Says that the conversation has been read: only what is on screen, in a window that somebody looks at. */
export function useReading({ userId, latestSeq, readSeq, reading }: Reading): void {
  const told = useRef(0)
  useEffect(() => {
    const tell = () => {
      const looked = document.visibilityState === 'visible' && document.hasFocus()
      if (!looked || !reading || latestSeq <= Math.max(readSeq, told.current)) return
      told.current = latestSeq
      trpcClient.socials.markThread.mutate({ userId, readSeq: latestSeq }).catch(() => {
        // Said again with the next message, or when somebody comes back to the window.
        told.current = 0
      })
    }
    tell()
    window.addEventListener('focus', tell)
    window.addEventListener('online', tell)
    document.addEventListener('visibilitychange', tell)
    return () => {
      window.removeEventListener('focus', tell)
      window.removeEventListener('online', tell)
      document.removeEventListener('visibilitychange', tell)
    }
  }, [userId, latestSeq, readSeq, reading])
}
