import type { MessagePage, PersonName, StoredMessage } from '@kettle/api/client'
import { describe, expect, it } from 'vitest'
import { friendsWith, friendsWithout, friendsWithPresence, noticesSeen, noticesWith } from './reduce-friends.ts'
import { messagesWith, messagesWithMarks } from './reduce-messages.ts'
import {
  type ThreadPage,
  threadsWithFriendship,
  threadsWithMarks,
  threadsWithMessage,
  threadsWithPresence,
} from './reduce-threads.ts'
import { TYPING_MS, typingWith, typingWithout } from './typing.ts'

const me = 'me'
const person = (id: string): PersonName => ({ id, name: id, avatar: `/avatars/${id}.svg` })
const message = (seq: number, senderId = 'anna'): StoredMessage => ({
  ...{ seq, senderId, text: `${seq}`, clientId: `client-${senderId}-${seq}`, sentAt: '2026-01-01T10:00:00.000Z' },
})
const offline = { state: 'offline', game: null, lastSeenAt: null } as const
const online = { ...offline, state: 'online' } as const

function threads(...known: [id: string, lastSeq: number, readSeq: number][]): ThreadPage[] {
  const items = known.map(([id, lastSeq, readSeq]) => ({
    user: { ...person(id), presence: offline },
    lastMessage: message(lastSeq, id),
    unread: lastSeq - readSeq,
    ...{ readSeq, theirReadSeq: 0, theirDeliveredSeq: 0, areFriends: true },
  }))
  return [{ items, nextCursor: null, unread: items.reduce((sum, { unread }) => sum + unread, 0) }]
}
const told = (pages: ThreadPage[] | null) =>
  pages?.flatMap((page) => page.items.map(({ user, unread }) => `${user.id} ${unread}`))

describe('the list of conversations', () => {
  it('moves up the one that a message came to, and counts it', () => {
    const pages = threadsWithMessage(
      threads(['boris', 3, 3], ['anna', 5, 4]),
      { with: person('anna'), message: message(6) },
      me,
    )
    expect(told(pages)).toEqual(['anna 2', 'boris 0'])
    expect(pages?.[0]?.unread).toBe(2)
    expect(pages?.[0]?.items[0]).toMatchObject({ theirReadSeq: 6, lastMessage: { seq: 6 } })
  })

  it('counts the same message, and one that was known before, once', () => {
    const before = threads(['anna', 5, 4])
    for (const seq of [5, 4])
      expect(threadsWithMessage(before, { with: person('anna'), message: message(seq) }, me)).toBe(before)
  })

  it('takes one’s own message from another device as read', () => {
    const pages = threadsWithMessage(threads(['anna', 5, 2]), { with: person('anna'), message: message(6, me) }, me)
    expect(told(pages)).toEqual(['anna 0'])
    expect(pages?.[0]?.unread).toBe(0)
  })

  it('begins a conversation with its first message, and asks for one that it doesn’t know', () => {
    const before = threads(['boris', 3, 3])
    expect(told(threadsWithMessage(before, { with: person('anna'), message: message(1) }, me))).toEqual([
      'anna 1',
      'boris 0',
    ])
    expect(threadsWithMessage(before, { with: person('anna'), message: message(7) }, me)).toBeNull()
    const more = before.map((page) => ({ ...page, nextCursor: 'more' }))
    expect(threadsWithMessage(more, { with: person('anna'), message: message(1) }, me)).toBeNull()
  })

  it('moves a conversation up from a page further down, without doubling it', () => {
    const pages = [...threads(['boris', 1, 1]), ...threads(['anna', 5, 5])]
    const after = threadsWithMessage(pages, { with: person('anna'), message: message(6) }, me)
    expect(after?.map((page) => page.items.length)).toEqual([2, 0])
  })

  it('keeps marks from going back', () => {
    const marks = (byUserId: string, readSeq: number) =>
      ({ kind: 'marks', withUserId: 'anna', byUserId, readSeq, deliveredSeq: readSeq }) as const
    const read = threadsWithMarks(threads(['anna', 5, 2], ['boris', 2, 1]), marks(me, 5), me)
    expect(told(read)).toEqual(['anna 0', 'boris 1'])
    expect(read[0]?.unread).toBe(1)
    expect(threadsWithMarks(read, marks(me, 3), me)).toEqual(read)
    const theirs = threadsWithMarks(threadsWithMarks(read, marks('anna', 4), me), marks('anna', 2), me)
    expect(theirs[0]?.items[0]).toMatchObject({ theirReadSeq: 4, theirDeliveredSeq: 4, unread: 0 })
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

function conversation(...seqs: number[]): MessagePage[] {
  const items = seqs.toReversed().map((seq) => message(seq))
  return [
    {
      user: person('anna'),
      relation: 'friends',
      items,
      nextCursor: null,
      readSeq: 0,
      theirReadSeq: 0,
      theirDeliveredSeq: 0,
    },
  ]
}
const seqs = (pages: MessagePage[] | null) => pages?.flatMap((page) => page.items.map(({ seq }) => seq))

describe('a conversation', () => {
  it('takes the next message, each once, in whatever order they come', () => {
    const two = messagesWith(conversation(1, 2), message(3), me)
    expect(seqs(two)).toEqual([3, 2, 1])
    expect(seqs(messagesWith(two ?? [], message(3), me))).toEqual([3, 2, 1])
    expect(seqs(messagesWith(two ?? [], message(2), me))).toEqual([3, 2, 1])
    expect(seqs(messagesWith(conversation(), message(1), me))).toEqual([1])
  })

  it('asks for what is missing between', () => {
    expect(messagesWith(conversation(1, 2), message(4), me)).toBeNull()
    expect(messagesWith(conversation(1, 3), message(2), me)).toBeNull()
    expect(messagesWith([], message(1), me)).toBeNull()
  })

  it('leaves alone what is older than what was read', () => {
    expect(seqs(messagesWith(conversation(8, 9), message(3), me))).toEqual([9, 8])
  })

  it('takes a message as the proof that its writer has read the others', () => {
    expect(messagesWith(conversation(1), message(2), me)?.[0]).toMatchObject({ theirReadSeq: 2, readSeq: 0 })
    expect(messagesWith(conversation(1), message(2, me), me)?.[0]).toMatchObject({ theirReadSeq: 0, readSeq: 2 })
  })

  it('keeps marks from going back', () => {
    const marks = (byUserId: string, readSeq: number, deliveredSeq: number) =>
      ({ kind: 'marks', withUserId: 'anna', byUserId, readSeq, deliveredSeq }) as const
    const after = messagesWithMarks(
      messagesWithMarks(conversation(1, 2), marks('anna', 1, 2), me),
      marks('anna', 0, 1),
      me,
    )
    expect(after[0]).toMatchObject({ theirReadSeq: 1, theirDeliveredSeq: 2, readSeq: 0 })
    expect(messagesWithMarks(after, marks(me, 2, 2), me)[0]).toMatchObject({ readSeq: 2, theirReadSeq: 1 })
  })
})

describe('friends and requests', () => {
  const none = { friends: [], incoming: [], outgoing: [] }
  const ids = (lists: ReturnType<typeof friendsWithout>) =>
    Object.values(lists).map((list) => list.map(({ user }: { user: PersonName }) => user.id))

  it('stand in one list at a time, and once', () => {
    const asked = friendsWith(friendsWith(none, 'incoming', person('anna'), 'x'), 'incoming', person('anna'), 'y')
    expect(ids(asked)).toEqual([[], ['anna'], []])
    const friends = friendsWith(asked, 'friends', person('anna'), 'z')
    expect(ids(friends)).toEqual([['anna'], [], []])
    expect(ids(friendsWithout(friends, 'anna'))).toEqual([[], [], []])
  })

  it('show who is there', () => {
    const lists = friendsWith(none, 'friends', person('anna'), 'x')
    const here = friendsWithPresence(lists, { kind: 'presence', userId: 'anna', presence: online })
    expect(here.friends[0]?.user.presence.state).toBe('online')
  })
})

describe('notices', () => {
  const request = (seq: number) => ({ seq, kind: 'request', at: 'x', payload: { user: person('anna') } }) as const

  it('count each once, until they are seen', () => {
    const empty = [{ items: [], nextCursor: null, unseen: 0 }]
    const two = noticesWith(noticesWith(noticesWith(empty, request(4)), request(9)), request(4))
    expect(two[0]).toMatchObject({ unseen: 2, items: [{ seq: 9 }, { seq: 4 }] })
    expect(noticesSeen(two, 4)[0]).toMatchObject({ unseen: 1, items: [{ seen: false }, { seen: true }] })
    expect(noticesSeen(two, 9)[0]?.unseen).toBe(0)
  })
})

describe('typing', () => {
  it('fades, and ends with the message', () => {
    const now = 1_000
    const typing = typingWith(new Map(), 'anna', now)
    expect(typing.get('anna')).toBe(now + TYPING_MS)
    expect(typingWithout(typing, 'anna').size).toBe(0)
    expect([...typingWith(typing, 'boris', now + TYPING_MS + 1).keys()]).toEqual(['boris'])
  })
})
