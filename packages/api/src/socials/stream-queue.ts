import type { InboxEvent } from './inbox.ts'
import type { LiveEvent } from './on-event.ts'

/** Events that wait for a slow reader; beyond them the written ones are read again later, and live ones are dropped. */
const WAITING_MAX = 200

/** What comes over the bus for one person. */
export type Heard =
  | { sessionsEnded: true }
  | { event: InboxEvent }
  | { live: LiveEvent | { kind: 'state'; connectionId: string; state: 'online' | 'away' } }

/** What a stream has heard and not yet said. */
export class StreamQueue {
  state: 'online' | 'away' = 'online'
  beat = false
  /** There may be rows that were not heard of. */
  behind = false
  /** What only matters at the moment may have been missed. */
  gap = false
  #queue: Exclude<Heard, { sessionsEnded: true }>[] = []
  #wake: (() => void) | null = null
  #woken = false

  hear(message: Heard): void {
    if ('sessionsEnded' in message) this.look()
    else if (this.#queue.length < WAITING_MAX) this.#queue.push(message)
    else this.behind = true
    this.wake()
  }

  miss(): void {
    this.gap = true
    this.wake()
  }

  look(): void {
    this.beat = true
    this.wake()
  }

  take(): Exclude<Heard, { sessionsEnded: true }> | undefined {
    return this.#queue.shift()
  }

  wake(): void {
    this.#woken = true
    this.#wake?.()
  }

  /** Until something was heard since the last time. */
  async wait(): Promise<void> {
    if (!this.#woken)
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    this.#wake = null
    this.#woken = false
  }
}
