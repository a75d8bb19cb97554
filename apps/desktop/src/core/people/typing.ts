import { TYPING_MS } from '@kettle/socials/live'
import type { Clock } from '../ports.ts'

/** Who writes at the moment. */
export interface Typing {
  heard(userId: string): void
  /** What they wrote has come. */
  stop(userId: string): void
  is(userId: string): boolean
  all(): ReadonlySet<string>
  close(): void
}

export function createTyping({ clock, changed }: { clock: Clock; changed: (userId: string) => void }): Typing {
  const writers = new Map<string, () => void>()
  const stop = (userId: string): void => {
    writers.get(userId)?.()
    writers.delete(userId)
  }
  return {
    heard(userId) {
      stop(userId)
      const over = clock.after(TYPING_MS, () => {
        writers.delete(userId)
        changed(userId)
      })
      writers.set(userId, over)
      changed(userId)
    },
    stop,
    is: (userId) => writers.has(userId),
    all: () => new Set(writers.keys()),
    close() {
      for (const over of writers.values()) over()
      writers.clear()
    },
  }
}
