import { useSyncExternalStore } from 'react'

/** Which screen the address after `#` names, so that "back" works. */
export type Route = { screen: 'library' | 'downloads' | 'settings' } | { screen: 'game'; gameId: string }

export const libraryPath = '#/'
export const downloadsPath = '#/downloads'
export const settingsPath = '#/settings'
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
  if (hash === downloadsPath) return { screen: 'downloads' }
  if (hash === settingsPath) return { screen: 'settings' }
  const [, gameId] = /^#\/game\/([0-9a-f-]+)$/u.exec(hash) ?? []
  return gameId ? { screen: 'game', gameId } : { screen: 'library' }
}
