import type { InboxEvent, StreamEvent } from '@kettle/api/client'

/** What each kind of event says: a live one itself, a written one by its payload. */
export type Told = {
  [Kind in StreamEvent['kind']]: Extract<StreamEvent, { kind: Kind }> extends infer Event
    ? Event extends { payload: infer Payload }
      ? Payload
      : Event
    : never
}

/** What is written down, and may arrive again. */
export type Written = InboxEvent
