import { useSyncExternalStore } from 'react'
import { gamePath } from '../../shared/notice-place.ts'
import { type Show, shows } from './find-games.ts'

/** Which screen the address after `#` names, so that "back" works. */
export type Route =
  | { screen: 'library'; query: string; show: Show }
  | { screen: 'downloads' }
  | { screen: 'settings' }
  | { screen: 'game'; gameId: string }
  | { screen: 'person'; userId: string }
  /** `userId`: whose conversation is open. */
  | { screen: 'friends'; show: PeopleShow; userId: string | null }

export const peopleShows = ['friends', 'threads', 'requests', 'find', 'news', 'blocked'] as const
export type PeopleShow = (typeof peopleShows)[number]

export const libraryPath = '#/'
export const downloadsPath = '#/downloads'
export const settingsPath = '#/settings'

export { gamePath }

/** Somebody's page. */
export function personPath(userId: string): string {
  return `#/people/${userId}`
}

/** Friends, or what else is shown in their place; with somebody's conversation beside it. */
export function friendsPath(show: PeopleShow = 'friends', userId: string | null = null): string {
  return `#/friends${userId ? `/${userId}` : ''}${show === 'friends' ? '' : `?show=${show}`}`
}

/** Shows another part of the library, in place of the one on screen. */
export function showLibrary({ query, show }: { query: string; show: Show }): void {
  const search = new URLSearchParams({ ...(query && { q: query }), ...(show !== 'all' && { show }) })
  location.replace(`#/?${search}`)
}

/** The address after `#`, with it. */
export function useHash(): string {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed)
      return () => window.removeEventListener('hashchange', changed)
    },
    () => location.hash,
  )
}

export function useRoute(): Route {
  const hash = useHash()
  if (hash === downloadsPath) return { screen: 'downloads' }
  if (hash === settingsPath) return { screen: 'settings' }
  const [, gameId] = /^#\/game\/([0-9a-f-]+)$/u.exec(hash) ?? []
  if (gameId) return { screen: 'game', gameId }
  const [, personId] = /^#\/people\/([0-9a-f-]+)$/u.exec(hash) ?? []
  if (personId) return { screen: 'person', userId: personId }
  const search = new URLSearchParams(hash.split('?')[1])
  const friends = /^#\/friends(?:\/([0-9a-f-]{36}))?(?:\?|$)/u.exec(hash)
  if (friends) {
    const show = peopleShows.find((one) => one === search.get('show')) ?? 'friends'
    return { screen: 'friends', show, userId: friends[1] ?? null }
  }
  return {
    screen: 'library',
    query: search.get('q') ?? '',
    show: shows.find((one) => one === search.get('show')) ?? 'all',
  }
}
