import type { StoredMessage } from '@kettle/api/client'
import type { Marks } from './marks.ts'
import type { Unsent } from './outbox.ts'

/** A message as a conversation shows it, stored or not yet. */
export interface ShownMessage {
  /** The sender's own name for it: the same before and after it is stored. */
  clientId: string
  /** Counts up; null of one that is not stored yet. */
  seq: number | null
  mine: boolean
  text: string
  /** ISO. */
  at: string
  /** How far one's own has come; null of theirs. */
  state: 'waiting' | 'sending' | 'failed' | 'sent' | 'delivered' | 'read' | null
  /** Why it waits or has failed. */
  failure: string | null
}

/** A conversation with `userId` as it is shown, the oldest first: what was sent and came back, known by its clientId, stands in it once. */
export function shownMessages(
  userId: string,
  stored: readonly StoredMessage[],
  unsent: readonly Unsent[],
  marks: Marks,
): ShownMessage[] {
  // The other's own names for messages are not ours.
  const known = new Set(stored.filter(({ senderId }) => senderId !== userId).map(({ clientId }) => clientId))
  const waiting = unsent.filter(({ clientId }) => !known.has(clientId))
  const inOrder = stored.toSorted((a, b) => a.seq - b.seq)
  return [...inOrder.map((message) => showStored(userId, message, marks)), ...waiting.map(showUnsent)]
}

function showStored(
  userId: string,
  { seq, senderId, text, clientId, sentAt }: StoredMessage,
  { theirReadSeq, theirDeliveredSeq }: Marks,
): ShownMessage {
  const mine = senderId !== userId
  const far = seq <= theirReadSeq ? 'read' : seq <= theirDeliveredSeq ? 'delivered' : 'sent'
  return { clientId, seq, mine, text, at: sentAt, state: mine ? far : null, failure: null }
}

function showUnsent({ clientId, text, writtenAt, state, failure }: Unsent): ShownMessage {
  return { clientId, seq: null, mine: true, text, at: writtenAt, state, failure }
}
