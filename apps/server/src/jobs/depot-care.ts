import { type Deps, forgetOldEvents, forgetUnusedPictures } from '@kettle/api'
import { inChild } from '../child-process.ts'
import type { GarbageReply, GarbageWork } from './garbage-process.ts'

const FIRST_MS = 10 * 60_000
const PAUSE_MS = 6 * 3600_000

/** Throws the depot's garbage, unused pictures and old events away a few times a day; `stop` ends the round in work. */
export function startDepotCare({ deps, work }: { deps: Deps; work: GarbageWork }): { stop(): Promise<void> } {
  const stop = new AbortController()
  let running: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const { log } = deps
  const parts: [string, () => Promise<unknown>][] = [
    ['the depot', () => cleanDepot(work, stop.signal)],
    ['unused pictures', () => forgetUnusedPictures(deps)],
    ['old events', () => forgetOldEvents(deps)],
  ]
  const round = async (): Promise<void> => {
    for (const [what, clean] of parts) {
      if (stop.signal.aborted) return
      await clean().then(
        (done) => log.info({ what, done }, 'cleaned'),
        (err: unknown) => stop.signal.aborted || log.warn({ err, what }, 'could not be cleaned'),
      )
    }
  }
  const plan = (ms: number): void => {
    if (stop.signal.aborted) return
    timer = setTimeout(() => {
      running = round().finally(() => plan(PAUSE_MS))
    }, ms).unref()
  }
  plan(FIRST_MS)
  return {
    stop: async () => {
      stop.abort(new Error('the server stops'))
      clearTimeout(timer)
      await running
    },
  }
}

/** Throws away what no build needs, in a process of its own. @throws Error with what it says when it fails */
export async function cleanDepot(
  work: GarbageWork,
  signal?: AbortSignal,
): Promise<GarbageReply & { kind: 'collected' }> {
  const reply = await inChild<GarbageReply>(new URL('./garbage-process.ts', import.meta.url), work, { signal })
  if (reply.kind === 'failed') throw new Error(reply.message)
  return reply
}
