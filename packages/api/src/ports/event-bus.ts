/**
 * What one node tells the others, so that open streams hear of it at once. It is a hint: whatever must not be lost is a row that the
 * stream reads by itself. Topics are `inbox:<userId>` and `presence:<userId>`.
 */
export interface EventBus {
  /** Tells everyone who listens now, on every node, in the order of one teller. Never throws; in an outage nobody hears it. */
  publish(topic: string, message: unknown): void
  /** Listens until the function it gives is called. Whatever is published once it has resolved is heard, unless a gap is told. */
  subscribe(topic: string, hear: (message: unknown) => void): Promise<() => void>
  /** Calls back whenever something may have been missed, and can be heard again. */
  onGap(listener: () => void): () => void
  /** Is aborted when this node stops: streams end then. */
  readonly stopping: AbortSignal
}

export const inboxTopic = (userId: string): string => `inbox:${userId}`
/** Tells a person's open streams that log-ins of theirs have ended, so that each looks whether its own has. Call it once that is committed. */
export function tellSessionsEnded({ events }: { events: EventBus }, userId: string): void {
  events.publish(inboxTopic(userId), { sessionsEnded: true })
}

export const presenceTopic = (userId: string): string => `presence:${userId}`
