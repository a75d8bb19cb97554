import type { Thread } from '@kettle/api/client'
import { describe, expect, it } from 'vitest'
import { offline } from './offline.ts'
import { me, message, online, person } from './testing.ts'
import {
  type ThreadPage,
  threadsWithFriendship,
  threadsWithMarks,
  threadsWithMessage,
  threadsWithPresence,
} from './threads.ts'

function threads(...known: [id: string, lastSeq: number, readSeq: number][]): ThreadPage[] {
  const items = known.map(
    ([id, lastSeq, readSeq]): Thread => ({
      user: { ...person(id), presence: offline },
      lastMessage: message(lastSeq, id),
      unread: lastSeq - readSeq,
      ...{ readSeq, theirReadSeq: 0, theirDeliveredSeq: 0, areFriends: true },
    }),
  )
  return [{ items, nextCursor: null, unread: items.reduce((sum, { unread }) => sum + unread, 0) }]
}
const marks = (byUserId: string, readSeq: number, deliveredSeq = readSeq) =>
  ({ kind: 'marks', withUserId: 'anna', byUserId, readSeq, deliveredSeq }) as const
const says = (seq: number, senderId = 'anna') => ({ with: person('anna'), message: message(seq, senderId) })
/** All that is unread, and that of each in its order. */
const seen = (pages: ThreadPage[] | null) =>
  pages && [pages[0]?.unread, ...pages.flatMap(({ items }) => items.map(({ user, unread }) => `${user.id} ${unread}`))]

describe('the list of conversations', () => {
  it('moves up the one that a message came to, and counts it once, however often it comes', () => {
    const once = threadsWithMessage(threads(['boris', 3, 3], ['anna', 5, 4]), says(6), me) ?? []
    expect(seen(once)).toEqual([2, 'anna 2', 'boris 0'])
    expect(once[0]?.items[0]).toMatchObject({ theirReadSeq: 0, theirDeliveredSeq: 6, lastMessage: { seq: 6 } })
    for (const seq of [6, 5, 4]) expect(threadsWithMessage(once, says(seq), me)).toBe(once)
  })

  it('counts after a gap as the store does: it goes by the number', () => {
    expect(seen(threadsWithMessage(threads(['anna', 5, 4]), says(9), me))).toEqual([5, 'anna 5'])
  })

  it('takes one’s own words, from here or another device, as read, and what came unseen before them as unread', () => {
    const all = threadsWithMessage(threads(['anna', 5, 5]), says(6, me), me) ?? []
    expect(seen(all)).toEqual([0, 'anna 0'])
    expect(all[0]?.items[0]?.readSeq).toBe(6)
    const some = threadsWithMessage(threads(['anna', 5, 2]), says(6, me), me) ?? []
    expect(seen(some)).toEqual([3, 'anna 3'])
    expect(seen(threadsWithMessage(some, says(7), me))).toEqual([4, 'anna 4'])
    expect(seen(threadsWithMarks(some, marks(me, 6), me))).toEqual([0, 'anna 0'])
  })

  it('begins a conversation with its first message, and asks for one that it doesn’t know', () => {
    const before = threads(['boris', 3, 3])
    expect(seen(threadsWithMessage(before, says(1), me))).toEqual([1, 'anna 1', 'boris 0'])
    expect(threadsWithMessage(before, says(7), me)).toBeNull()
    const more = before.map((page) => ({ ...page, nextCursor: 'more' }))
    expect(threadsWithMessage(more, says(1), me)).toBeNull()
  })

  it('moves a conversation up from a page further down, without doubling it', () => {
    const pages = [...threads(['boris', 1, 1]), ...threads(['anna', 5, 5])]
    const after = threadsWithMessage(pages, says(6), me)
    expect(after?.map((page) => page.items.length)).toEqual([2, 0])
  })

  it('keeps marks from going back, and beyond the last message', () => {
    const read = threadsWithMarks(threads(['anna', 5, 2], ['boris', 2, 1]), marks(me, 4), me)
    expect(seen(read)).toEqual([2, 'anna 1', 'boris 1'])
    expect(seen(threadsWithMarks(read, marks(me, 3), me))).toEqual([2, 'anna 1', 'boris 1'])
    const all = threadsWithMarks(read, marks(me, 99), me)
    expect(seen(all)).toEqual([1, 'anna 0', 'boris 1'])
    expect(all[0]?.items[0]?.readSeq).toBe(5)
    const theirs = threadsWithMarks(threadsWithMarks(read, marks('anna', 4, 5), me), marks('anna', 1, 2), me)
    expect(theirs[0]?.items[0]).toMatchObject({ theirReadSeq: 4, theirDeliveredSeq: 5, unread: 1 })
  })

  it('shows who comes, and nobody’s presence who is a friend no more', () => {
    const here = threadsWithPresence(threads(['anna', 1, 1]), { kind: 'presence', userId: 'anna', presence: online })
    expect(here[0]?.items[0]?.user.presence.state).toBe('online')
    expect(threadsWithFriendship(here, 'anna', false)[0]?.items[0]).toMatchObject({
      areFriends: false,
      user: { presence: { state: 'offline' } },
    })
    const strangers = threads(['boris', 1, 1])
    expect(threadsWithPresence(strangers, { kind: 'presence', userId: 'anna', presence: online })).toBe(strangers)
  })
})
