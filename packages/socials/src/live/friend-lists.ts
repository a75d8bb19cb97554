import type { Friend, PersonName } from '@kettle/api/client'
import { offline } from './offline.ts'
import type { Live } from './told.ts'

export interface FriendLists {
  friends: Friend[]
  incoming: Friend[]
  outgoing: Friend[]
}

export const noFriends: FriendLists = { friends: [], incoming: [], outgoing: [] }

/** The lists without somebody: removed, withdrawn, declined or blocked. */
export function friendsWithout(lists: FriendLists, userId: string): FriendLists {
  const others = (list: Friend[]): Friend[] => list.filter(({ user }) => user.id !== userId)
  return { friends: others(lists.friends), incoming: others(lists.incoming), outgoing: others(lists.outgoing) }
}

/** The lists with somebody in one of them and in no other; twice is once. */
export function friendsWith(lists: FriendLists, list: keyof FriendLists, user: PersonName, since: string): FriendLists {
  if (lists[list].some((known) => known.user.id === user.id)) return lists
  const others = friendsWithout(lists, user.id)
  return { ...others, [list]: [{ user: { ...user, presence: offline }, since }, ...others[list]] }
}

/** The lists after a friend has come, gone, or begun to play; of strangers nothing is known. */
export function friendsWithPresence(lists: FriendLists, { userId, presence }: Live<'presence'>): FriendLists {
  if (!lists.friends.some(({ user }) => user.id === userId)) return lists
  return {
    ...lists,
    friends: lists.friends.map((friend) =>
      friend.user.id === userId ? { ...friend, user: { ...friend.user, presence } } : friend,
    ),
  }
}
