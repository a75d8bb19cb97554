import { withMarks } from '@kettle/socials/live'
import { describe, expect, test } from 'vitest'
import { message, page, personName } from '../testing/people.ts'
import {
  type Conversation,
  conversationWithMessage,
  conversationWithNewest,
  conversationWithOlder,
} from './conversation.ts'

const me = 'me'
const anna = personName('anna')
const marks = (byUserId: string, readSeq: number, deliveredSeq = readSeq) =>
  ({ kind: 'marks', withUserId: 'anna', byUserId, readSeq, deliveredSeq }) as const

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
    const grown = conversationWithMessage(conversation(1, 2), message(3), me) as Conversation
    const heard = withMarks(grown, marks(me, 3), me)
    const late = conversationWithNewest(heard, page(anna, 1, 2))
    expect(seqs(late)).toBe('1 2 3')
    expect(late.readSeq).toBe(3)
  })

  test('grows upwards until its beginning', () => {
    const grown = conversationWithOlder(conversation(4, 6, '4'), page(anna, 1, 4, null))
    expect(seqs(grown)).toBe('1 2 3 4 5 6')
    expect(grown.older).toBeNull()
  })

  test('a message is read by its writer where all before it was; marks never go back', () => {
    const known = conversation(1, 1)
    expect(conversationWithMessage(known, message(2), me)).toMatchObject({ theirReadSeq: 0, readSeq: 0 })
    const read = { ...known, readSeq: 1, theirReadSeq: 1 }
    expect(conversationWithMessage(read, message(2), me)).toMatchObject({ theirReadSeq: 2, readSeq: 1 })
    expect(conversationWithMessage(read, message(2, me), me)).toMatchObject({ theirReadSeq: 1, readSeq: 2 })
    const after = withMarks(withMarks(known, marks('anna', 1, 2), me), marks('anna', 0, 1), me)
    expect(after).toMatchObject({ theirReadSeq: 1, theirDeliveredSeq: 2 })
  })
})
