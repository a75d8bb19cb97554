import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { inboxTopic, presenceTopic } from '../ports/event-bus.ts'
import type { setPresenceInput } from './schema.ts'

/** Says for one open page or launcher of the caller whether somebody is at it. */
export async function setPresence(
  { presence, events }: Pick<Deps, 'presence' | 'events'>,
  userId: string,
  { connectionId, state }: z.infer<typeof setPresenceInput>,
): Promise<void> {
  await presence.put(userId, connectionId, state)
  // The stream of that page, wherever it is, renews this from now on.
  events.publish(inboxTopic(userId), { live: { kind: 'state', connectionId, state } })
  events.publish(presenceTopic(userId), {})
}
