import type { Clock } from '../ports.ts'

const AWAY_AFTER_MS = 10 * 60_000
const LOOK_MS = 15_000

/** Whether the player is at this computer: away after ten minutes without input. */
export interface Attention {
  /** Somebody has just been at the screen; for shells whose system can't tell. */
  attended(): void
  state(): 'online' | 'away'
  close(): void
}

/** `idleSeconds` is the system's own; without one, what the screen tells is all there is. */
export function createAttention(deps: {
  clock: Pick<Clock, 'now' | 'every'>
  idleSeconds: (() => number) | null
  changed: (state: 'online' | 'away') => void
}): Attention {
  const { clock, idleSeconds, changed } = deps
  let lastInput = clock.now()
  let said: 'online' | 'away' = 'online'
  const state = (): 'online' | 'away' => {
    const idleMs = idleSeconds ? idleSeconds() * 1000 : clock.now() - lastInput
    return idleMs >= AWAY_AFTER_MS ? 'away' : 'online'
  }
  const look = (): void => {
    if (state() === said) return
    said = state()
    changed(said)
  }
  const stop = clock.every(LOOK_MS, look)
  return {
    attended() {
      lastInput = clock.now()
      look()
    },
    state,
    close: stop,
  }
}
