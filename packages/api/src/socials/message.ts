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
