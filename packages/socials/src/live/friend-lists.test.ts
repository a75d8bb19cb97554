import { describe, expect, it } from 'vitest'
import { type FriendLists, friendsWith, friendsWithout, friendsWithPresence, noFriends } from './friend-lists.ts'
import { online, person } from './testing.ts'

const ids = ({ friends, incoming, outgoing }: FriendLists) =>
  [friends, incoming, outgoing].map((list) => list.map(({ user }) => user.id).join(' '))

describe('friends and requests', () => {
  it('stand in one list at a time, and once', () => {
    const asked = friendsWith(friendsWith(noFriends, 'incoming', person('anna'), 'x'), 'incoming', person('anna'), 'y')
    expect(ids(asked)).toEqual(['', 'anna', ''])
    const friends = friendsWith(asked, 'friends', person('anna'), 'z')
    expect(ids(friends)).toEqual(['anna', '', ''])
    expect(ids(friendsWithout(friends, 'anna'))).toEqual(['', '', ''])
  })

  it('show who is there, and nothing of strangers', () => {
    const lists = friendsWith(noFriends, 'friends', person('anna'), 'x')
    const here = friendsWithPresence(lists, { kind: 'presence', userId: 'anna', presence: online })
    expect(here.friends[0]?.user.presence.state).toBe('online')
    expect(friendsWithPresence(lists, { kind: 'presence', userId: 'nobody', presence: online })).toBe(lists)
  })
})
