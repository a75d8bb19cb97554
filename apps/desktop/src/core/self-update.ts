import type { UpdateView } from '../shared/views.ts'
import type { Clock, Updater } from './ports.ts'

const EVERY_MS = 6 * 3600_000

/** Keeps the launcher itself up to date: looks at the start and every six hours, and waits for the player to restart. */
export interface SelfUpdate {
  view(): UpdateView
  /** Looks, and again and again from now on. */
  start(): void
  /** Looks now. Calls at once share one look. */
  look(): Promise<void>
  /** Restarts into the new version; nothing happens as long as there is none. */
  install(): void
  close(): void
}

export function createSelfUpdate(deps: { updater: Updater | null; clock: Clock; changed: () => void }): SelfUpdate {
  const { updater, clock, changed } = deps
  let state: UpdateView['state'] = updater ? 'current' : 'off'
  let next: string | null = null
  let looking: Promise<void> | null = null

  const say = (now: UpdateView['state']): void => {
    state = now
    changed()
  }
  const ask = async (given: Updater): Promise<void> => {
    say('looking')
    try {
      next = await given.fetch()
      say(next === null ? 'current' : 'ready')
    } catch {
      // Offline, as a rule: the next look may do better.
      say('failed')
    }
  }
  const look = async (): Promise<void> => {
    if (!updater || state === 'ready') return
    looking ??= ask(updater).finally(() => {
      looking = null
    })
    await looking
  }
  let stop = (): void => {}
  return {
    view: () => ({ state, next, version: updater?.version ?? null }),
    start() {
      if (!updater) return
      stop = clock.every(EVERY_MS, () => void look())
      void look()
    },
    look,
    install() {
      if (state === 'ready') updater?.install()
    },
    close: () => stop(),
  }
}
