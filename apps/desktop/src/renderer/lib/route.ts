import { useSyncExternalStore } from 'react'

/** Which screen the address after `#` names, so that "back" works. */
export type Route = { screen: 'library' } | { screen: 'game'; gameId: string }

export const libraryPath = '#/'
export function gamePath(gameId: string): string {
  return `#/game/${gameId}`
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed)
      return () => window.removeEventListener('hashchange', changed)
    },
    () => location.hash,
  )
  const [, gameId] = /^#\/game\/([0-9a-f-]+)$/u.exec(hash) ?? []
  return gameId ? { screen: 'game', gameId } : { screen: 'library' }
}
