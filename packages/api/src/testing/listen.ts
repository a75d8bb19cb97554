import { isTrackedEnvelope } from '@trpc/server'
import type { SignedInUser } from '../context.ts'
import { onEvent, type StreamEvent } from '../socials/on-event.ts'
import type { TestDeps } from './index.ts'

/** An open stream in a test's hands. */
export interface TestStream {
  /** What has come so far, but the first word. */
  readonly events: StreamEvent[]
  /** The id of the last event: where another stream goes on. */
  readonly lastEventId: string
  readonly connectionId: string
  /** Resolves once this many events of a kind have come. */
  count(kind: StreamEvent['kind'], many: number): Promise<StreamEvent[]>
  /** Ends it as a client that goes away does. */
  close(): Promise<void>
}

/** Opens `socials.onEvent` for somebody and reads it on and on; resolves with its first word. */
export async function listen(deps: TestDeps, user: SignedInUser, lastEventId?: string): Promise<TestStream> {
  const end = new AbortController()
  const session = { id: user.id, user }
  const stream = onEvent({ deps, locale: 'en', session }, { lastEventId }, end.signal)
  const events: StreamEvent[] = []
  const waiting = new Set<() => void>()
  const first = await stream.next()
  if (first.done || !isTrackedEnvelope(first.value) || first.value[1].kind !== 'hello') throw new Error('no first word')
  const { connectionId } = first.value[1]
  let last = first.value[0] as string
  const reading = (async () => {
    for await (const [id, event] of stream) {
      last = id
      events.push(event)
      for (const look of waiting) look()
    }
  })()
  return {
    events,
    connectionId,
    get lastEventId() {
      return last
    },
    count: (kind, many) =>
      new Promise((resolve) => {
        const look = () => {
          const found = events.filter((event) => event.kind === kind)
          if (found.length < many) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    close: async () => {
      end.abort()
      await reading
    },
  }
}
