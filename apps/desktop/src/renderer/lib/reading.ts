import { useEffect } from 'react'
import { ask } from './launcher.ts'

/** Says that a conversation has been read: only when its end is on screen, in a window that somebody looks at. */
export function useReading({
  userId,
  latestSeq,
  readSeq,
  atEnd,
}: {
  userId: string
  latestSeq: number
  readSeq: number
  atEnd: boolean
}): void {
  useEffect(() => {
    const tell = (): void => {
      const looking = document.visibilityState === 'visible' && document.hasFocus()
      if (looking && atEnd && latestSeq > readSeq) void ask('readConversation', { userId, seq: latestSeq })
    }
    tell()
    window.addEventListener('focus', tell)
    document.addEventListener('visibilitychange', tell)
    return () => {
      window.removeEventListener('focus', tell)
      document.removeEventListener('visibilitychange', tell)
    }
  }, [userId, latestSeq, readSeq, atEnd])
}
