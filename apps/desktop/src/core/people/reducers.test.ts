import type { Thread } from '@kettle/api/client'
import { describe, expect, test } from 'vitest'
import { friend, message, offline, online, page, personName } from '../testing/people.ts'
import {
  type Conversation,
  conversationWithMarks,
  conversationWithMessage,
  conversationWithNewest,
  conversationWithOlder,
} from './conversation.ts'
import { byPresence, friendsWith, friendsWithout, friendsWithPresence, noFriends } from './friend-lists.ts'
import type { FriendLists, ThreadPage } from './ports.ts'
import { noThreads, threadsWithMarks, threadsWithMessage, threadsWithMore } from './threads.ts'
import { conversationView } from './views.ts'

const me = 'me'
const anna = personName('anna')
const marks = (byUserId: string, readSeq: number, deliveredSeq = readSeq) =>
  ({ kind: 'marks', withUserId: 'anna', byUserId, readSeq, deliveredSeq }) as const

function threads(...known: [id: string, lastSeq: number, readSeq: number][]): ThreadPage {
  const items = known.map(
    ([id, lastSeq, readSeq]): Thread => ({
      user: { ...personName(id), presence: offline },
      lastMessage: message(lastSeq, id),
      unread: lastSeq - readSeq,
      ...{ readSeq, theirReadSeq: 0, theirDeliveredSeq: 0, areFriends: true },
    }),
  )
  return { items, nextCursor: null, unread: items.reduce((sum, { unread }) => sum + unread, 0) }
}
const seen = (list: ThreadPage | null) =>
  list && [list.unread, ...list.items.map((one) => `${one.user.id} ${one.unread}`)]
const says = (seq: number, senderId = 'anna') => ({ with: anna, message: message(seq, senderId) })

describe('the list of conversations', () => {
  test('a message moves its conversation up and counts once, however often it comes', () => {
    const once = threadsWithMessage(threads(['boris', 3, 3], ['anna', 5, 4]), says(6), me)
    expect(seen(once)).toEqual([2, 'anna 2', 'boris 0'])
    expect(seen(threadsWithMessage(once ?? noThreads, says(6), me))).toEqual([2, 'anna 2', 'boris 0'])
    expect(seen(threadsWithMessage(once ?? noThreads, says(5), me))).toEqual([2, 'anna 2', 'boris 0'])
  })

  test('after a gap the count is still that of the store: it goes by the number', () => {
    expect(seen(threadsWithMessage(threads(['anna', 5, 4]), says(9), me))).toEqual([5, 'anna 5'])
  })

  test('own words, from here or another device, are read', () => {
    expect(seen(threadsWithMessage(threads(['anna', 5, 3]), says(6, me), me))).toEqual([0, 'anna 0'])
  })

  test('a first message begins a conversation; one that is not known has to be read', () => {
    expect(seen(threadsWithMessage(noThreads, says(1), me))).toEqual([1, 'anna 1'])
    expect(threadsWithMessage(noThreads, says(7), me)).toBeNull()
    expect(threadsWithMessage({ ...threads(['boris', 1, 1]), nextCursor: 'more' }, says(1), me)).toBeNull()
  })

  test('marks never go back, nor beyond the last message', () => {
    const read = threadsWithMarks(threads(['anna', 5, 2], ['boris', 2, 1]), marks(me, 4), me)
    expect(seen(read)).toEqual([2, 'anna 1', 'boris 1'])
    expect(seen(threadsWithMarks(read, marks(me, 3), me))).toEqual([2, 'anna 1', 'boris 1'])
    expect(seen(threadsWithMarks(read, marks(me, 99), me))).toEqual([1, 'anna 0', 'boris 1'])
    const theirs = threadsWithMarks(threadsWithMarks(read, marks('anna', 4, 5), me), marks('anna', 1, 2), me)
    expect(theirs.items[0]).toMatchObject({ theirReadSeq: 4, theirDeliveredSeq: 5, unread: 1 })
  })

  test('earlier conversations come behind, each once', () => {
    const more = threadsWithMore(threads(['anna', 1, 0], ['boris', 1, 1]), threads(['boris', 1, 1], ['clara', 1, 1]))
    expect(seen(more)).toEqual([1, 'anna 1', 'boris 0', 'clara 0'])
  })
})

function conversation(from: number, to: number, older: string | null = null): Conversation {
  return conversationWithNewest(null, page(anna, from, to, older))
}
const seqs = (known: Conversation | null) => known?.messages.map(({ seq }) => seq).join(' ')

describe('a conversation', () => {
  test('takes the next message, each once', () => {
    const three = conversationWithMessage(conversation(1, 2), message(3), me)
    expect(seqs(three)).toBe('1 2 3')
    for (const seq of [3, 2, 1]) expect(conversationWithMessage(three as Conversation, message(seq), me)).toBe(three)
    expect(seqs(conversationWithMessage(conversation(1, 0), message(1), me))).toBe('1')
  })

  test('says when some are missing, before or between', () => {
    expect(conversationWithMessage(conversation(1, 2), message(4), me)).toBeNull()
    expect(conversationWithMessage(conversation(5, 6, '5'), message(3), me)?.messages).toHaveLength(2)
  })

  test('is joined to the newest page where they touch, and gives way to it where they do not', () => {
    const known = conversation(3, 6, '3')
    expect(conversationWithNewest(known, page(anna, 5, 9, '5'))).toMatchObject({ older: '3' })
    expect(seqs(conversationWithNewest(known, page(anna, 5, 9, '5')))).toBe('3 4 5 6 7 8 9')
    expect(seqs(conversationWithNewest(known, page(anna, 7, 9, '7')))).toBe('3 4 5 6 7 8 9')
    expect(conversationWithNewest(known, page(anna, 8, 9, '8'))).toMatchObject({ older: '8' })
    expect(seqs(conversationWithNewest(known, page(anna, 8, 9, '8')))).toBe('8 9')
  })

  test('an answer that is older than what was heard meanwhile takes nothing away', () => {
    const heard = conversationWithMarks(
      conversationWithMessage(conversation(1, 2), message(3), me) as Conversation,
      marks(me, 3),
      me,
    )
    const late = conversationWithNewest(heard, page(anna, 1, 2))
    expect(seqs(late)).toBe('1 2 3')
    expect(late.readSeq).toBe(3)
  })

  test('grows upwards until its beginning', () => {
    const grown = conversationWithOlder(conversation(4, 6, '4'), page(anna, 1, 4, null))
    expect(seqs(grown)).toBe('1 2 3 4 5 6')
    expect(grown.older).toBeNull()
  })

  test('a message proves that its writer has read the others; marks never go back', () => {
    const known = conversation(1, 1)
    expect(conversationWithMessage(known, message(2), me)).toMatchObject({ theirReadSeq: 2, readSeq: 0 })
    expect(conversationWithMessage(known, message(2, me), me)).toMatchObject({ theirReadSeq: 0, readSeq: 2 })
    const after = conversationWithMarks(conversationWithMarks(known, marks('anna', 1, 2), me), marks('anna', 0, 1), me)
    expect(after).toMatchObject({ theirReadSeq: 1, theirDeliveredSeq: 2 })
  })

  test('what was sent and came back is shown once, with how far it has come', () => {
    const mine = [1, 2, 3].map((seq) => message(seq, me, `mine-${seq}`))
    const known = { ...conversation(1, 0), messages: mine, theirReadSeq: 1, theirDeliveredSeq: 2 }
    const waiting = { userId: 'anna', text: 'x', writtenAt: '', state: 'waiting', failure: null } as const
    const unsent = [
      { ...waiting, clientId: 'mine-3' },
      { ...waiting, clientId: 'mine-4' },
    ]
    const view = conversationView(known, unsent, { me, typing: false, loaded: true, failure: null })
    expect(view.messages.map(({ clientId, state }) => `${clientId} ${state}`)).toEqual([
      ...['mine-1 read', 'mine-2 delivered', 'mine-3 sent', 'mine-4 waiting'],
    ])
  })
})

describe('friends and requests', () => {
  const ids = ({ friends, incoming, outgoing }: FriendLists) =>
    [friends, incoming, outgoing].map((list) => list.map(({ user }) => user.id).join(' '))

  test('stand in one list at a time, and once', () => {
    const asked = friendsWith(friendsWith(noFriends, 'incoming', anna, 'x'), 'incoming', anna, 'y')
    expect(ids(asked)).toEqual(['', 'anna', ''])
    const friends = friendsWith(asked, 'friends', anna, 'z')
    expect(ids(friends)).toEqual(['anna', '', ''])
    expect(ids(friendsWithout(friends, 'anna'))).toEqual(['', '', ''])
  })

  test('show who is there, first those who are', () => {
    const lists = { ...noFriends, friends: [friend('anna'), friend('boris'), friend('clara', online)] }
    const here = friendsWithPresence(lists, 'boris', { ...online, state: 'playing' })
    expect(byPresence(here.friends, 'en').map(({ user }) => user.id)).toEqual(['boris', 'clara', 'anna'])
    expect(friendsWithPresence(lists, 'nobody', online)).toBe(lists)
  })
})
