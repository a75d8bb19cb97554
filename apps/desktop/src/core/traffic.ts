import { type Connect, type Line, LineError } from './install/index.ts'
import type { Clock } from './ports.ts'

/** What came over all lines since the last look. */
export interface TrafficSample {
  bytes: number
  heldMs: number
  silentMs: number
}

/** Every byte of every download passes here: it is counted, and held back when the player wants the line for something else. */
export interface Traffic {
  /** Lines of `inner` that count and keep to the limit. */
  through(inner: Connect): Connect
  /** Bytes per second from now on, also for reads that wait already; null for as fast as it goes. */
  limit(bytesPerSecond: number | null): void
  sample(): TrafficSample
}

interface Waiter {
  bytes: number
  go: () => void
}

export function createTraffic(clock: Pick<Clock, 'now' | 'after'>): Traffic {
  let allowed: number | null = null
  let waiting: Waiter[] = []
  // What was let through before its time, in bytes, at `owedAt`.
  let owed = 0
  let owedAt = clock.now()
  let stopTimer: (() => void) | null = null

  let bytes = 0
  let asked = 0
  let answeredAt = clock.now()
  let heldMs = 0
  let heldSince = 0

  const release = (): void => {
    stopTimer?.()
    stopTimer = null
    const now = clock.now()
    owed = allowed === null ? 0 : Math.max(0, owed - (allowed * (now - owedAt)) / 1000)
    owedAt = now
    const wasHeld = waiting.length > 0
    // Half a byte is lost to rounding: to wait for it would be to wait for nothing.
    while (waiting.length > 0 && owed < 0.5) {
      const next = waiting.shift()
      if (allowed !== null) owed += next?.bytes ?? 0
      next?.go()
    }
    if (waiting.length > 0 && allowed !== null) stopTimer = clock.after(Math.ceil((owed / allowed) * 1000), release)
    else if (wasHeld) heldMs += now - heldSince
  }
  const turn = (wanted: number, gone: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const waiter: Waiter = { bytes: wanted, go: resolve }
      if (gone.aborted) return reject(gone.reason)
      gone.addEventListener(
        'abort',
        () => {
          const before = waiting.length
          waiting = waiting.filter((one) => one !== waiter)
          if (before > 0 && waiting.length === 0) {
            heldMs += clock.now() - heldSince
            // With a low limit it would keep the program from ending for half an hour.
            stopTimer?.()
            stopTimer = null
          }
          reject(gone.reason)
        },
        { once: true },
      )
      if (waiting.length === 0) heldSince = clock.now()
      waiting.push(waiter)
      release()
    })
  /** Counts the time that the other side takes for its answer. */
  const awaited = async <T>(answer: Promise<T>): Promise<T> => {
    if (asked++ === 0) answeredAt = clock.now()
    try {
      return await answer
    } finally {
      asked--
      answeredAt = clock.now()
    }
  }
  const counted = (line: Line): Line => {
    const gone = new AbortController()
    return {
      ...line,
      async read(handle, into, offset) {
        if (allowed !== null) await turn(into.length, gone.signal)
        await awaited(line.read(handle, into, offset))
        bytes += into.length
      },
      close() {
        gone.abort(new LineError('The connection was closed', false))
        line.close()
      },
    }
  }
  return {
    through: (inner) => async (ticket) => counted(await awaited(inner(ticket))),
    limit(bytesPerSecond) {
      release()
      allowed = bytesPerSecond
      release()
    },
    sample() {
      const now = clock.now()
      if (waiting.length > 0) {
        heldMs += now - heldSince
        heldSince = now
      }
      const seen = { bytes, heldMs, silentMs: asked > 0 ? now - answeredAt : 0 }
      bytes = 0
      heldMs = 0
      return seen
    },
  }
}
