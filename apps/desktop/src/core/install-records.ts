import { join } from 'node:path'
import { z } from 'zod'
import type { FailureReason } from '../shared/views.ts'
import { jsonFile } from './json-file.ts'
import type { Places } from './ports.ts'

const failure = z.object({
  reason: z.custom<FailureReason>((value) => typeof value === 'string'),
  message: z.string(),
  file: z.string().nullable(),
  chunk: z.string().nullable(),
})

const record = z.object({
  dir: z.string(),
  /** Kept for games that leave the library. */
  title: z.string(),
  /** `waiting`: in the queue or at work when this was written, so it goes on by itself. */
  state: z.enum(['waiting', 'stopped', 'ready', 'broken']),
  installed: z.object({ buildId: z.string(), version: z.string(), manifestSha256: z.string() }).nullable(),
  /** Why it stopped or is broken. */
  failure: failure.nullable().default(null),
  /** Its place among those that wait. */
  place: z.int().nullable().default(null),
})
const records = z.record(z.string(), record)

/** What the launcher knows of a game on this computer. */
export type InstallRecord = z.infer<typeof record>

/**
 * The games on this computer, kept over restarts. What a disk doesn't take is known until the launcher ends; afterwards the engine finds
 * out what is there.
 */
export interface InstallRecords {
  load(): Promise<void>
  all(): [gameId: string, InstallRecord][]
  get(gameId: string): InstallRecord | undefined
  /** Adds or changes one; it is on the disk when this resolves, if the disk takes it. Never rejects, like the others. */
  set(gameId: string, record: InstallRecord): Promise<void>
  change(gameId: string, change: Partial<InstallRecord>): Promise<void>
  forget(gameId: string): Promise<void>
  /** Writes down who waits behind whom. */
  order(queue: readonly string[]): Promise<void>
}

export function openInstallRecords(places: Places): InstallRecords {
  const file = jsonFile(join(places.data, 'installs.json'), records)
  const kept = new Map<string, InstallRecord>()
  // The disk may be full, which is when downloads fail too: the next change writes all of it again.
  const save = (): Promise<void> => file.write(Object.fromEntries(kept)).catch(() => {})
  return {
    async load() {
      for (const [gameId, one] of Object.entries((await file.read()) ?? {})) kept.set(gameId, one)
    },
    all: () => [...kept],
    get: (gameId) => kept.get(gameId),
    set(gameId, one) {
      kept.set(gameId, one)
      return save()
    },
    change(gameId, change) {
      const known = kept.get(gameId)
      if (known) kept.set(gameId, { ...known, ...change })
      return save()
    },
    forget(gameId) {
      kept.delete(gameId)
      return save()
    },
    order(queue) {
      for (const [gameId, one] of kept) {
        const place = queue.indexOf(gameId)
        kept.set(gameId, { ...one, place: place < 0 ? null : place })
      }
      return save()
    },
  }
}
