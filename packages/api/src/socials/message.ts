import type { messages } from '@kettle/db'

/** A message as both of its people see it. */
export interface StoredMessage {
  /** Counts up within the thread. */
  seq: number
  senderId: string
  text: string
  /** The sender's own name for it, by which a repeated one is known. */
  clientId: string
  /** ISO. */
  sentAt: string
}

export const toMessage = (row: typeof messages.$inferSelect): StoredMessage => ({
  ...{ seq: row.seq, senderId: row.senderId, text: row.text, clientId: row.clientId },
  sentAt: row.sentAt.toISOString(),
})
