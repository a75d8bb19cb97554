import type { StreamEvent } from '@kettle/api/client'
import type { FailureReason } from '../../shared/views.ts'
import { failureOf } from '../failure.ts'
import type { Clock } from '../ports.ts'
import type { PeopleStore } from './ports.ts'

/** Longer than a store is ever silent on a line that stands: it pings every 15 s. */
const SILENCE_MS = 45_000
const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000]
const LONGEST_MS = 30_000

/** An ear at the store that stays there. */
export interface Ear {
  /** Somebody is back, or the store has answered elsewhere: no need to wait any longer. */
  hurry(): void
  close(): void
}

/**
 * Hears what happens to the player until it is closed. A line that breaks or falls silent is opened again where it stopped, with
 * growing waits, a little different for everyone so that a store that comes back isn't run over.
 */
export function listen(deps: {
  open: PeopleStore['events']
  connectionId: string
  clock: Pick<Clock, 'after'>
  /** Between 0 and 1. */
  random: () => number
  hear: (event: StreamEvent) => void
  /** Whether the line stands, and why it doesn't; said at each change. */
  line: (up: boolean, failure: FailureReason | null) => void
}): Ear {
  const { open, connectionId, clock, random, hear, line } = deps
  let lastEventId: string | null = null
  let failures = 0
  let closed = false
  let current = new AbortController()
  let wake: (() => void) | null = null
  let said: string | null = null

  const say = (up: boolean, failure: FailureReason | null): void => {
    if (closed || said === `${up} ${failure}`) return
    said = `${up} ${failure}`
    line(up, failure)
  }
  /** Until the line ends, however that comes; tells after how many ms to come again at the earliest. */
  const once = async (): Promise<number> => {
    const mine = new AbortController()
    current = mine
    let stopWatch = (): void => {}
    const watch = (): void => {
      stopWatch()
      stopWatch = clock.after(SILENCE_MS, () => mine.abort(new Error('The line has fallen silent')))
    }
    try {
      watch()
      for await (const heard of open({ connectionId, lastEventId }, mine.signal)) {
        if (closed) return 0
        watch()
        if (!heard) continue
        failures = 0
        lastEventId = heard.id ?? lastEventId
        say(true, null)
        hear(heard.event)
      }
      // The node stops; another one, or the same one soon, goes on.
      say(false, null)
      return 0
    } catch (error) {
      const { reason, retryAfterSeconds = 0 } = failureOf(error)
      // Whatever broke on the way was the line; only a store gives other reasons.
      say(false, reason === 'INTERNAL' ? 'OFFLINE' : reason)
      return retryAfterSeconds * 1000
    } finally {
      stopWatch()
    }
  }
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const stop = clock.after(ms, resolve)
      wake = () => {
        stop()
        resolve()
      }
    })
  const run = async (): Promise<void> => {
    while (!closed) {
      const least = await once()
      if (closed) return
      const usual = (WAITS_MS[failures] ?? LONGEST_MS) * (0.7 + random() * 0.6)
      failures++
      await wait(Math.max(least, usual))
      wake = null
    }
  }
  void run()
  return {
    hurry() {
      if (!wake) return
      failures = 0
      wake()
    },
    close() {
      closed = true
      current.abort(new Error('closed'))
      wake?.()
    },
  }
}
