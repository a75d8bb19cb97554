import type { StreamEvent } from '../socials/on-event.ts'

/** What a test has heard on a stream. */
export interface HeardEvents {
  readonly events: StreamEvent[]
  /** Resolves once this many events of a kind have come. */
  count(kind: StreamEvent['kind'], many: number): Promise<StreamEvent[]>
  hear(event: StreamEvent): void
}

export function heardEvents(): HeardEvents {
  const events: StreamEvent[] = []
  const waiting = new Set<() => void>()
  return {
    events,
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
    hear(event) {
      events.push(event)
      for (const look of waiting) look()
    },
  }
}
