import { useSyncExternalStore } from 'react'
import { type Show, shows } from './find-games.ts'

/** Which screen the address after `#` names, so that "back" works. */
export type Route =
  | { screen: 'library'; query: string; show: Show }
  | { screen: 'downloads' }
  | { screen: 'settings' }
  | { screen: 'game'; gameId: string }

export const libraryPath = '#/'
export const downloadsPath = '#/downloads'
export const settingsPath = '#/settings'
export function gamePath(gameId: string): string {
  return `#/game/${gameId}`
}

/** Shows another part of the library, in place of the one on screen. */
export function showLibrary({ query, show }: { query: string; show: Show }): void {
  const search = new URLSearchParams({ ...(query && { q: query }), ...(show !== 'all' && { show }) })
  location.replace(`#/?${search}`)
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
  if (gameId) return { screen: 'game', gameId }
  const search = new URLSearchParams(hash.split('?')[1])
  return {
    screen: 'library',
    query: search.get('q') ?? '',
    show: shows.find((one) => one === search.get('show')) ?? 'all',
  }
}
