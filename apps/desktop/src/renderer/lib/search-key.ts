import { useEffect } from 'react'

/** Calls back when somebody asks to search what is on screen: Ctrl+F, or Cmd+F. */
export function useSearchKey(onSearch: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      // The key's place, since on a Russian keyboard it is another letter.
      if (event.code !== 'KeyF' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      // Whoever fills in a dialog searches nothing behind it.
      if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return
      event.preventDefault()
      onSearch()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [onSearch])
}
