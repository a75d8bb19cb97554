import type { MessagePage, PersonName, Relation, StoredMessage } from '@kettle/api/client'
import { type Marks, marksOfWriting, messagePlace } from '@kettle/socials/live'

/** One conversation without holes, from some message on to the latest. */
export interface Conversation extends Marks {
  user: PersonName
  relation: Relation
  /** The oldest first. */
  messages: StoredMessage[]
  /** Where the store goes on with what was before; null when there is nothing. */
  older: string | null
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
  const place = messagePlace(message.seq, {
    oldest: known.messages[0]?.seq ?? 0,
    newest: known.messages.at(-1)?.seq ?? 0,
    has: (wanted) => known.messages.some(({ seq }) => seq === wanted),
  })
  if (place === 'missing') return null
  if (place === 'known') return known
  return { ...known, ...marksOfWriting(known, message, me), messages: [...known.messages, message] }
}

/** Each once, in order. */
function merged(one: readonly StoredMessage[], other: readonly StoredMessage[]): StoredMessage[] {
  const bySeq = new Map([...one, ...other].map((message) => [message.seq, message]))
  return [...bySeq.values()].toSorted((a, b) => a.seq - b.seq)
}
