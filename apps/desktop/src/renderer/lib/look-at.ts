import { useEffect } from 'react'
import { ask } from './launcher.ts'

/** Says which conversation is before somebody's eyes: of that one nothing is announced. */
export function useLookAt(userId: string | null): void {
  useEffect(() => {
    const say = (): void => {
      const looking = document.visibilityState === 'visible' && document.hasFocus()
      void ask('lookAt', { userId: looking ? userId : null })
    }
    say()
    window.addEventListener('focus', say)
    window.addEventListener('blur', say)
    document.addEventListener('visibilitychange', say)
    return () => {
      window.removeEventListener('focus', say)
      window.removeEventListener('blur', say)
      document.removeEventListener('visibilitychange', say)
    }
  }, [userId])
}
