import type { Friend, Notice, PersonName, Presence } from '@kettle/api/client'
import type { Told, Written } from './told.ts'

export interface FriendLists {
  friends: Friend[]
  incoming: Friend[]
  outgoing: Friend[]
}

const offline: Presence = { state: 'offline', game: null, lastSeenAt: null }
const entry = (user: PersonName, since: string): Friend => ({ user: { ...user, presence: offline }, since })
const names = ['friends', 'incoming', 'outgoing'] as const

/** The lists without somebody: removed, withdrawn, declined or blocked. */
export function friendsWithout(lists: FriendLists, userId: string): FriendLists {
  const others = (list: Friend[]) => list.filter(({ user }) => user.id !== userId)
  return { friends: others(lists.friends), incoming: others(lists.incoming), outgoing: others(lists.outgoing) }
}

/** The lists with somebody in one of them, and in no other; twice is once. */
export function friendsWith(
  lists: FriendLists,
  list: (typeof names)[number],
  user: PersonName,
  since: string,
): FriendLists {
  if (lists[list].some((known) => known.user.id === user.id)) return lists
  const others = friendsWithout(lists, user.id)
  return { ...others, [list]: [entry(user, since), ...others[list]] }
}

/** The lists after a friend has come, gone, or begun to play. */
export function friendsWithPresence(lists: FriendLists, { userId, presence }: Told['presence']): FriendLists {
  return {
    ...lists,
    friends: lists.friends.map((friend) =>
      friend.user.id === userId ? { ...friend, user: { ...friend.user, presence } } : friend,
    ),
  }
}

export interface NoticePage {
  items: Notice[]
  nextCursor: string | null
  unseen: number
}

/** The notices with one more, which counts once. */
export function noticesWith(pages: NoticePage[], event: Written): NoticePage[] {
  const [newest, ...older] = pages
  if (!newest || pages.some((page) => page.items.some(({ seq }) => seq === event.seq))) return pages
  const rest = older.map((page) => ({ ...page, unseen: newest.unseen + 1 }))
  return [{ ...newest, unseen: newest.unseen + 1, items: [{ ...event, seen: false }, ...newest.items] }, ...rest]
}

/** The notices once all up to this one have been seen. */
export function noticesSeen(pages: NoticePage[], seq: number): NoticePage[] {
  const seen = pages.map((page) => ({
    ...page,
    items: page.items.map((notice) => (notice.seq <= seq ? { ...notice, seen: true } : notice)),
  }))
  const loaded = seen.flatMap((page) => page.items)
  const newer = loaded.filter((notice) => notice.seq > seq).length
  return seen.map((page) => ({ ...page, unseen: newer }))
}
