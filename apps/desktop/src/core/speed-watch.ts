import type { HoldUp } from '../shared/views.ts'
import { holdUp, type Seen } from './hold-up.ts'
import type { Clock, Load } from './ports.ts'
import type { Traffic } from './traffic.ts'

const SECONDS_KEPT = 60

/** The last second of a work: what came, and what it waited for. */
export interface Second {
  bytes: number
  history: number[]
  heldUpBy: HoldUp | null
}

/** Looks every second how a work goes, until the function it returns is called. `phase` is asked at each look. */
export function watchSpeed({
  clock,
  traffic,
  load,
  phase,
  tell,
}: {
  clock: Clock
  traffic: Traffic
  load: () => Load
  phase: () => Seen['phase']
  tell: (second: Second) => void
}): () => void {
  let history: number[] = []
  let before = { at: clock.now(), ...load() }
  traffic.sample()
  return clock.every(1000, () => {
    const now = { at: clock.now(), ...load() }
    const seen = traffic.sample()
    const ms = now.at - before.at
    const busyMs = now.busyMs - before.busyMs
    const cpuMs = now.cpuMs - before.cpuMs
    before = now
    const bytes = ms > 0 ? Math.round((seen.bytes * 1000) / ms) : 0
    if (phase() === 'downloading') history = [...history, bytes].slice(-SECONDS_KEPT)
    tell({ bytes, history, heldUpBy: holdUp({ ...seen, ms, busyMs, cpuMs, phase: phase() }) })
  })
}
