import type { NoticeKind, Presence } from '@kettle/api/client'

/** How a friend was until now, and since when (in milliseconds). */
export interface Before {
  state: Presence['state']
  since: number
}

/** A page that is loaded anew, or a line that is cut and mended, is not somebody who comes. */
const GONE_MS = 60_000

/** Whether a friend's coming or playing is news: not where nobody knows how it was before, and only as wished for. */
export function presenceNews(
  before: Before | undefined,
  { state, game }: Presence,
  { wishes, now }: { wishes: Record<NoticeKind, boolean> | undefined; now: number },
): 'online' | 'playing' | null {
  if (before === undefined || !wishes) return null
  if (state === 'playing' && game && before.state !== 'playing' && wishes.friendsPlaying) return 'playing'
  const wasGone = before.state === 'offline' && now - before.since >= GONE_MS
  return wasGone && state === 'online' && wishes.friendsOnline ? 'online' : null
}
