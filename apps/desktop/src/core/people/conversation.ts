import type { MessagePage, PersonName, Relation, StoredMessage } from '@kettle/api/client'
import type { Live } from './ports.ts'

/** One conversation without holes, from some message on to the latest. */
export interface Conversation {
  user: PersonName
  relation: Relation
  /** The oldest first. */
  messages: StoredMessage[]
  /** Where the store goes on with what was before; null when there is nothing. */
  older: string | null
  readSeq: number
  theirReadSeq: number
  theirDeliveredSeq: number
}

/**
 * What is known together with the newest page of the store: joined where they touch, else the page alone, since what is between them
 * is known to nobody here. Marks that were heard of meanwhile don't go back.
 */
export function conversationWithNewest(known: Conversation | null, page: MessagePage): Conversation {
  const { user, relation, nextCursor } = page
  const messages = page.items.toReversed()
  const first = messages[0]?.seq ?? 0
  const last = known?.messages.at(-1)?.seq ?? 0
  // Where the page reaches back to the beginning nothing can lie between.
  const touching = known !== null && (first <= last + 1 || nextCursor === null)
  const marks = {
    readSeq: Math.max(known?.readSeq ?? 0, page.readSeq),
    theirReadSeq: Math.max(known?.theirReadSeq ?? 0, page.theirReadSeq),
    theirDeliveredSeq: Math.max(known?.theirDeliveredSeq ?? 0, page.theirDeliveredSeq),
  }
  if (!touching) return { user, relation, messages, older: nextCursor, ...marks }
  const before = (known.messages[0]?.seq ?? Number.POSITIVE_INFINITY) < first
  const older = before ? known.older : nextCursor
  return { user, relation, messages: merged(known.messages, messages), older, ...marks }
}

/** The conversation with the page that was read before its first message. */
export function conversationWithOlder(known: Conversation, page: MessagePage): Conversation {
  return { ...known, messages: merged(page.items, known.messages), older: page.nextCursor }
}

/** The conversation after a message, which counts once; null when some between are missing and have to be read. */
export function conversationWithMessage(known: Conversation, message: StoredMessage, me: string): Conversation | null {
  const first = known.messages[0]?.seq ?? 0
  const last = known.messages.at(-1)?.seq ?? 0
  if (message.seq <= last) {
    const there = message.seq < first || known.messages.some(({ seq }) => seq === message.seq)
    return there ? known : null
  }
  if (message.seq !== last + 1) return null
  const { seq } = message
  // Who writes has read all that came before.
  const marks = message.senderId === me ? { readSeq: seq } : { theirReadSeq: seq, theirDeliveredSeq: seq }
  return { ...known, ...marks, messages: [...known.messages, message] }
}

/** The conversation after one side has received or read; marks never go back. */
export function conversationWithMarks(known: Conversation, marks: Live<'marks'>, me: string): Conversation {
  if (marks.byUserId === me) return { ...known, readSeq: Math.max(known.readSeq, marks.readSeq) }
  return {
    ...known,
    theirReadSeq: Math.max(known.theirReadSeq, marks.readSeq),
    theirDeliveredSeq: Math.max(known.theirDeliveredSeq, marks.deliveredSeq),
  }
}

/** Each once, in order. */
function merged(one: readonly StoredMessage[], other: readonly StoredMessage[]): StoredMessage[] {
  const bySeq = new Map([...one, ...other].map((message) => [message.seq, message]))
  return [...bySeq.values()].toSorted((a, b) => a.seq - b.seq)
}
