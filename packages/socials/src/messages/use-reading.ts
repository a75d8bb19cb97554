import { useEffect, useRef } from 'react'

type Reading = {
  /** The last message on screen; 0 where the end of the conversation is not. */
  latestSeq: number
  readSeq: number
  /** Says it; a promise that rejects lets it be said again. */
  onRead: (seq: number) => Promise<unknown>
}

/** Says that a conversation has been read: only what is on screen, in a window that somebody looks at. */
export function useReading({ latestSeq, readSeq, onRead }: Reading): void {
  const told = useRef(0)
  const say = useRef(onRead)
  say.current = onRead
  useEffect(() => {
    const tell = (): void => {
      const looked = document.visibilityState === 'visible' && document.hasFocus()
      if (!looked || latestSeq <= Math.max(readSeq, told.current)) return
      told.current = latestSeq
      say.current(latestSeq).catch(() => {
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
  }, [latestSeq, readSeq])
}
