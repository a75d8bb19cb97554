import type { InboxEvent, StreamEvent } from '@kettle/api/client'

/** A live event of one kind. */
export type Live<Kind extends StreamEvent['kind']> = Extract<StreamEvent, { kind: Kind }>
/** What a written event of one kind says. */
export type Payload<Kind extends InboxEvent['kind']> = Extract<InboxEvent, { kind: Kind }>['payload']
