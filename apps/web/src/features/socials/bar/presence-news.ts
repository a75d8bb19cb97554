import type { NoticeKind, Presence } from '@kettle/api/client'
import type { LinkProps } from '@tanstack/react-router'

export interface PopUp {
  /** A new one of the same key takes the place of the old. */
  key: string
  title: string
  text: string
  avatar: string | null
  link: Pick<LinkProps, 'to' | 'params' | 'search'>
}

/** Whether a friend's coming or playing is news: not where nobody knows how it was before, and only as wished for. */
export function presenceNews(
  before: Presence['state'] | undefined,
  { state, game }: Presence,
  wishes: Record<NoticeKind, boolean> | undefined,
): 'online' | 'playing' | null {
  if (before === undefined || !wishes) return null
  if (state === 'playing' && game && before !== 'playing' && wishes.friendsPlaying) return 'playing'
  return before === 'offline' && state === 'online' && wishes.friendsOnline ? 'online' : null
}
