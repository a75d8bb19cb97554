import type { MessagePage, PersonName, StoredMessage } from '@kettle/api/client'
import { TYPING_MS } from '@kettle/socials/live'
import { describe, expect, it } from 'vitest'
import { messagesWith, messagesWithMarks } from './reduce-messages.ts'
import { noticesSeen, noticesWith } from './reduce-notices.ts'
import { typingWith, typingWithout } from './typing.ts'

const me = 'me'
const person = (id: string): PersonName => ({ id, name: id, avatar: `/avatars/${id}.svg` })
const message = (seq: number, senderId = 'anna'): StoredMessage => ({
  ...{ seq, senderId, text: `${seq}`, clientId: `client-${senderId}-${seq}`, sentAt: '2026-01-01T10:00:00.000Z' },
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

  it('takes a message as read by its writer where all before it was', () => {
    const read = conversation(1).map((page) => ({ ...page, readSeq: 1, theirReadSeq: 1 }))
    expect(messagesWith(read, message(2), me)?.[0]).toMatchObject({ theirReadSeq: 2, readSeq: 1 })
    expect(messagesWith(read, message(2, me), me)?.[0]).toMatchObject({ theirReadSeq: 1, readSeq: 2 })
    expect(messagesWith(conversation(1), message(2), me)?.[0]).toMatchObject({ theirReadSeq: 0, readSeq: 0 })
    expect(messagesWith(conversation(1), message(2, me), me)?.[0]).toMatchObject({ theirReadSeq: 0, readSeq: 0 })
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
