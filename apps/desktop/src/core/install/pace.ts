/** Decides how much to ask for ahead. Bytes and milliseconds. */
export interface Pace {
  /** The most that should be on the way, over all connections. */
  target(): number
  /** How much one read should bring. */
  readBytes(): number
  /** An answer came: so many bytes, asked for at `asked`, here at `now`. */
  arrived(bytes: number, asked: number, now: number): void
}

const LEAST = 128 << 10
const MOST = 16 << 20
/** What one SFTP read can carry from our server. */
const MOST_PER_READ = 254 << 10
const LEAST_PER_READ = 64 << 10
const RATE_WINDOW_MS = 200
/** Of what a session has fetched, the share that it may lose when it is killed. */
const SHARE_AT_RISK = 0.015

/**
 * Asks for twice what the line holds (rate x shortest round trip, as BBR does: queue.acm.org/detail.cfm?id=3022184), so
 * a long line is filled within a few round trips and a short one isn't flooded: what is on the way when the launcher
 * is killed is lost and has to be fetched again.
 */
export function pace(): Pace {
  let shortest = Number.POSITIVE_INFINITY
  let rate = 0
  let fetched = 0
  let windowStart: number | undefined
  let windowBytes = 0
  const target = (): number => {
    const line = Number.isFinite(shortest) ? 2 * rate * shortest : 0
    return Math.min(MOST, Math.max(LEAST, line, SHARE_AT_RISK * fetched))
  }
  return {
    target,
    readBytes: () => Math.min(MOST_PER_READ, Math.max(LEAST_PER_READ, target() / 4)),
    arrived(bytes, asked, now) {
      shortest = Math.min(shortest, Math.max(0.05, now - asked))
      fetched += bytes
      windowStart ??= asked
      windowBytes += bytes
      const took = now - windowStart
      if (took < Math.max(4 * shortest, Math.min(RATE_WINDOW_MS, 8 * shortest))) return
      // The best of late, forgotten slowly: one stall doesn't mean a shorter line.
      rate = Math.max(windowBytes / took, rate * 0.9)
      windowStart = now
      windowBytes = 0
    },
  }
}
