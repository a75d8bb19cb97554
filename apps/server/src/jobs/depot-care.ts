import { type Deps, forgetOldEvents } from '@kettle/api'
import type { DepotStore } from '@kettle/depot'
import { collectGarbage } from './collect-garbage.ts'

const FIRST_MS = 10 * 60_000
const PAUSE_MS = 6 * 3600_000

/** Throws the depot's garbage and old events away a few times a day; `stop` waits for the round in work. */
export function startDepotCare({ deps, depot }: { deps: Deps; depot: DepotStore }): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const { db, clock, log } = deps
  const discard = (uploadId: string) => deps.ingest.discard(uploadId)
  const turn = (): void => {
    running = collectGarbage({ db, clock, log, store: depot, discard })
      .then(
        (collected) => log.info({ ...collected }, 'the depot was cleaned'),
        (err: unknown) => log.warn({ err }, 'the depot could not be cleaned'),
      )
      .then(() => forgetOldEvents({ db, clock }))
      .catch((err: unknown) => log.warn({ err }, 'old events could not be forgotten'))
      .finally(() => plan(PAUSE_MS))
  }
  const plan = (ms: number): void => {
    if (!stopped) timer = setTimeout(turn, ms).unref()
  }
  plan(FIRST_MS)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
