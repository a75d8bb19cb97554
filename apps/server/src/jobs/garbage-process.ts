// The depot's garbage is looked for in a process of its own: it reads every manifest there is, which would stall what serves.
import { createDb } from '@kettle/db'
import { diskUploads } from '@kettle/depot'
import { depotStore } from '../adapters/depot-store.ts'
import { answerParent } from '../child-process.ts'
import type { DepotConfig } from '../config.ts'
import { type Collected, collectGarbage } from './collect-garbage.ts'

export interface GarbageWork {
  depot: DepotConfig
  databaseUrl: string
  uploadsDir: string
}

export type GarbageReply =
  | { kind: 'collected'; collected: Collected; warnings: string[] }
  | { kind: 'failed'; message: string }

answerParent<GarbageWork>(async ({ depot, databaseUrl, uploadsDir }): Promise<GarbageReply> => {
  const database = createDb(databaseUrl, { max: 2, name: 'kettle-garbage' })
  const uploads = diskUploads(uploadsDir)
  const warnings: string[] = []
  try {
    const collected = await collectGarbage({
      db: database.db,
      store: await depotStore(depot),
      clock: { now: () => new Date() },
      log: {
        info() {},
        warn: (facts, message) => void warnings.push(`${message} ${JSON.stringify(facts)}`),
        error() {},
      },
      discard: (uploadId) => uploads.discard(uploadId),
    })
    return { kind: 'collected', collected, warnings }
  } finally {
    await database.close(1)
  }
})
