import { isTrackedEnvelope } from '@trpc/server'
import type { SignedInUser } from '../context.ts'
import { onEvent } from '../socials/on-event.ts'
import { type HeardEvents, heardEvents } from './heard-events.ts'
import type { TestDeps } from './index.ts'

/** An open stream in a test's hands; its first word is not among what was heard. */
export interface TestStream extends Pick<HeardEvents, 'events' | 'count'> {
  /** The id of the last event: where another stream goes on. */
  readonly lastEventId: string
  readonly connectionId: string
  /** Ends it as a client that goes away does. */
  close(): Promise<void>
}

/** Opens `socials.onEvent` for somebody and reads it on and on; resolves with its first word. */
export async function listen(deps: TestDeps, user: SignedInUser, lastEventId?: string): Promise<TestStream> {
  const end = new AbortController()
  const session = { id: user.id, user }
  const stream = onEvent({ deps, locale: 'en', session }, { lastEventId }, end.signal)
  const heard = heardEvents()
  const first = await stream.next()
  if (first.done || !isTrackedEnvelope(first.value) || first.value[1].kind !== 'hello') throw new Error('no first word')
  const { connectionId } = first.value[1]
  let last = first.value[0] as string
  const reading = (async () => {
    for await (const [id, event] of stream) {
      last = id
      heard.hear(event)
    }
  })()
  return {
    events: heard.events,
    count: heard.count,
    connectionId,
    get lastEventId() {
      return last
    },
    close: async () => {
      end.abort()
      await reading
    },
  }
}
