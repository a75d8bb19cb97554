import type { NoticeView } from './bridge.ts'

/** What a notice is about, as the address after `#` on the launcher's page. */
export function noticePlace(notice: NoticeView): string {
  if ('gameId' in notice) return `#/game/${notice.gameId}`
  return notice.kind === 'request' ? '#/friends?show=requests' : `#/friends/${notice.userId}`
}
