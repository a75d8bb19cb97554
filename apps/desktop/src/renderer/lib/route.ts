import { type ReviewFilters, readReviewFilters } from '@kettle/socials'
import { useSyncExternalStore } from 'react'
import { gamePath } from '../../shared/notice-place.ts'
import { type Show, shows } from './find-games.ts'

/** Which screen the address after `#` names, so that "back" works. */
export type Route =
  | { screen: 'library'; query: string; show: Show }
  | { screen: 'downloads' }
  | { screen: 'settings' }
  | { screen: 'person'; userId: string }
  /** `reviewsSought`: somebody came for the game's reviews. */
  | { screen: 'game'; gameId: string; reviews: ReviewFilters; reviewsSought: boolean }
  | { screen: 'moderation' }
  /** `userId`: whose conversation is open. */
  | { screen: 'friends'; show: PeopleShow; userId: string | null }

export const peopleShows = ['friends', 'threads', 'requests', 'find', 'news', 'blocked'] as const
export type PeopleShow = (typeof peopleShows)[number]

export const libraryRoute = { screen: 'library', query: '', show: 'all' } as const

export const libraryPath = '#/'
export const downloadsPath = '#/downloads'
export const settingsPath = '#/settings'
export const moderationPath = '#/moderation'

export { gamePath }

/** Somebody's page. */
export function personPath(userId: string): string {
  return `#/people/${userId}`
}

/** Shows other reviews of a game, in place of those on screen. */
export function showReviews(gameId: string, reviews: ReviewFilters): void {
  const chosen = Object.entries(reviews).filter(([, value]) => value)
  location.replace(`${gamePath(gameId)}${chosen.length > 0 ? `?${new URLSearchParams(chosen)}` : ''}`)
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
  if (hash === moderationPath) return { screen: 'moderation' }
  const [, personId] = /^#\/people\/([0-9a-f-]+)$/u.exec(hash) ?? []
  if (personId) return { screen: 'person', userId: personId }
  const search = new URLSearchParams(hash.split('?')[1])
  const [, gameId] = /^#\/game\/([0-9a-f-]+)(?:\?|$)/u.exec(hash) ?? []
  if (gameId) {
    const reviews = readReviewFilters(Object.fromEntries(search))
    return { screen: 'game', gameId, reviews, reviewsSought: search.get('at') === 'reviews' }
  }
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
