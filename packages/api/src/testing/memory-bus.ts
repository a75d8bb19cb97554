import type { EventBus } from '../ports/event-bus.ts'

/** A bus within one process. `away = true` loses what is published, as an outage does; `heal` ends it and tells of the gap. */
export class MemoryBus implements EventBus {
  away = false
  readonly #stop = new AbortController()
  readonly stopping = this.#stop.signal
  readonly #topics = new Map<string, Set<(message: unknown) => void>>()
  readonly #gaps = new Set<() => void>()

  publish(topic: string, message: unknown): void {
    if (this.away) return
    // As it would come out of another process.
    const text = JSON.stringify(message)
    queueMicrotask(() => {
      for (const hear of this.#topics.get(topic) ?? []) hear(JSON.parse(text))
    })
  }

  async subscribe(topic: string, hear: (message: unknown) => void): Promise<() => void> {
    const listeners = this.#topics.get(topic) ?? new Set()
    this.#topics.set(topic, listeners.add(hear))
    return () => {
      listeners.delete(hear)
      if (listeners.size === 0) this.#topics.delete(topic)
    }
  }

  onGap(listener: () => void): () => void {
    this.#gaps.add(listener)
    return () => void this.#gaps.delete(listener)
  }

  heal(): void {
    this.away = false
    for (const listener of this.#gaps) listener()
  }

  stop(): void {
    this.#stop.abort()
  }

  /** How many listen, in all: none may be left behind. */
  get listeners(): number {
    return this.#gaps.size + [...this.#topics.values()].reduce((sum, topic) => sum + topic.size, 0)
  }
}
