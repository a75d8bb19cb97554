import type { HoldUp } from '../shared/views.ts'

/** What was seen of a download over the last second or so. Times in milliseconds. */
export interface Seen {
  phase: 'checking' | 'downloading'
  ms: number
  /** How long reads waited because of the player's speed limit. */
  heldMs: number
  /** How long this program's only thread was at work, and how much of that on a processor. */
  busyMs: number
  cpuMs: number
  /** How long something has been asked of the server without any answer. */
  silentMs: number
  /** Bytes that came over the line. */
  bytes: number
}

const SILENT_MS = 2_000
const MOSTLY = 0.8
/** A thread that is at work without a processor waits for the disk: files are written in place, not in the background. */
const ON_PROCESSOR = 0.6

/** What a download waits for most; null while nothing can be said. */
export function holdUp({ phase, ms, heldMs, busyMs, cpuMs, silentMs, bytes }: Seen): HoldUp | null {
  if (ms <= 0) return null
  if (busyMs > MOSTLY * ms) return cpuMs > ON_PROCESSOR * busyMs ? 'cpu' : 'disk'
  if (phase === 'checking') return 'disk'
  if (heldMs > ms / 2) return 'limit'
  if (silentMs >= SILENT_MS) return 'server'
  return bytes > 0 ? 'line' : null
}
