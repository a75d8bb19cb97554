import { classNames } from './class-names.ts'

export type PresenceState = 'online' | 'away' | 'playing' | 'offline'

// By shape as well as by colour: full, thick ring, square, and thin ring.
const looks: Record<PresenceState, string> = {
  online: 'rounded-full bg-patina',
  away: 'rounded-full border-3 border-copper-fill bg-surface',
  playing: 'rounded-[3px] bg-patina',
  offline: 'rounded-full border-2 border-edge bg-surface',
}

/** Whether somebody is there, as a dot. It decorates: the words for it stand beside it. */
export function PresenceDot({ state, className }: { state: PresenceState; className?: string }) {
  return <span aria-hidden="true" className={classNames('inline-block size-3 shrink-0', looks[state], className)} />
}
