import type { NoticeView, Snapshot } from './bridge.ts'

type Known = Pick<Snapshot, 'session' | 'library'>

/**
 * What a notice is about: the address after `#` on the launcher's page, or that of a page of the store's, for games that are not in the
 * library any more.
 */
export function noticePlace(notice: NoticeView, known: Known): string {
  if ('slug' in notice) return gamePlace({ id: notice.gameId, slug: notice.slug }, known)
  if ('gameId' in notice) return gamePath(notice.gameId)
  return notice.kind === 'request' ? '#/friends?show=requests' : `#/friends/${notice.userId}`
}

/** Where a game is shown: here if the player has it, else in the store. */
export function gamePlace({ id, slug }: { id: string; slug: string }, { session, library }: Known): string {
  return library.games.some((game) => game.id === id) ? gamePath(id) : `${session.server}/game/${slug}`
}

export function gamePath(gameId: string): string {
  return `#/game/${gameId}`
}
