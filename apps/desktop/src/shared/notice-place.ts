import type { Snapshot } from './bridge.ts'
import type { NoticeView } from './views.ts'

type Known = Pick<Snapshot, 'session' | 'library'>

/**
 * What a notice is about: the address after `#` on the launcher's page, or that of a page of the store's, for games that are not in the
 * library any more.
 */
export function noticePlace(notice: NoticeView, known: Known): string {
  if ('slug' in notice) return gamePlace({ id: notice.gameId, slug: notice.slug }, known, 'reviews')
  if ('gameId' in notice) return gamePath(notice.gameId)
  return notice.kind === 'request' ? '#/friends?show=requests' : `#/friends/${notice.userId}`
}

/** Where a game is shown, or its reviews: here if the player has it, else in the store. Where only its slug is known, that will do. */
export function gamePlace(game: { id?: string; slug: string }, { session, library }: Known, part?: 'reviews'): string {
  const own = library.games.find(({ id, slug }) => (game.id ? id === game.id : slug === game.slug))
  if (own) return `${gamePath(own.id)}${part ? `?at=${part}` : ''}`
  return `${session.server}/game/${game.slug}${part ? `#${part}` : ''}`
}

export function gamePath(gameId: string): string {
  return `#/game/${gameId}`
}
