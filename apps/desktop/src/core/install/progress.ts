import type { InstallClock } from './ports.ts'

/** How far an install is. Bytes of `downloading` are those fetched, packed; of `checking`, those of the files. */
export interface InstallProgress {
  phase: 'checking' | 'downloading' | 'finishing' | 'done'
  bytesDone: number
  bytesTotal: number
  /** Of the last seconds; 0 while nothing is known. */
  bytesPerSecond: number
  /** Null while nothing is known. */
  secondsLeft: number | null
}

/** Counts bytes and tells the listener, at most ten times a second within a phase. */
export interface Meter {
  phase(phase: InstallProgress['phase'], bytesTotal: number, bytesDone?: number): void
  add(bytes: number): void
}

const TELL_MS = 100
const SMOOTHING_MS = 3_000

export function progressMeter(clock: InstallClock, listener: ((progress: InstallProgress) => void) | undefined): Meter {
  let now: InstallProgress = { phase: 'checking', bytesDone: 0, bytesTotal: 0, bytesPerSecond: 0, secondsLeft: null }
  let toldAt = 0
  let toldBytes = 0

  const tell = (at: number, rate: number): void => {
    const left = now.bytesTotal - now.bytesDone
    now.bytesPerSecond = rate
    now.secondsLeft = left <= 0 ? 0 : rate > 0 ? Math.ceil(left / rate) : null
    toldAt = at
    toldBytes = now.bytesDone
    listener?.({ ...now })
  }
  return {
    phase(phase, bytesTotal, bytesDone = 0) {
      now = { phase, bytesDone, bytesTotal, bytesPerSecond: 0, secondsLeft: null }
      tell(clock.now(), 0)
    },
    add(bytes) {
      now.bytesDone += bytes
      const at = clock.now()
      const took = at - toldAt
      if (took < TELL_MS) return
      const rate = ((now.bytesDone - toldBytes) / took) * 1000
      const weight = now.bytesPerSecond === 0 ? 1 : Math.min(1, took / SMOOTHING_MS)
      tell(at, now.bytesPerSecond + weight * (rate - now.bytesPerSecond))
    },
  }
}
