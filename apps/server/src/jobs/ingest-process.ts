// One build is made in a process of its own: neither its work nor what a publisher sends can slow or read what serves. It
// ends when its parent does.
import { constants, setPriority } from 'node:os'
import type { IngestedBuild, MadePatch } from '@kettle/api'
import { createDb, type Db } from '@kettle/db'
import {
  DepotError,
  type DepotStore,
  decodeManifest,
  diskUploads,
  easeBufferCollection,
  ingestSource,
  makePatch,
  readWhole,
} from '@kettle/depot'
import { depotStore } from '../adapters/depot-store.ts'
import { postgresChunkIndex } from '../adapters/postgres-chunk-index.ts'
import { answerParent } from '../child-process.ts'
import type { DepotConfig } from '../config.ts'

export interface IngestWork {
  uploadsDir: string
  /** An upload that is sealed. */
  uploadId: string
  depot: DepotConfig
  databaseUrl: string
  /** Whose builds share chunks with it. */
  owner: string
  /** Manifests of builds to make patches from. */
  from: readonly string[]
}

export type IngestReply =
  | { kind: 'progress'; bytesDone: number; bytesTotal: number }
  | { kind: 'build'; build: IngestedBuild }
  | { kind: 'refused'; message: string }
  | { kind: 'failed'; message: string }

/** Once so long has been spent on patches no further one is begun: a publisher waits for them. */
const PATCHES_MS = 120_000
const PROGRESS_MS = 500

answerParent<IngestWork>(async (task): Promise<IngestReply> => {
  easeBufferCollection()
  // What serves goes first; a system that doesn't allow it loses nothing.
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {}
  const database = createDb(task.databaseUrl, { max: 2, name: 'kettle-ingest' })
  try {
    return await work(task, database.db)
  } finally {
    await database.close(1).catch(() => {})
  }
})

async function work({ uploadsDir, uploadId, depot, owner, from }: IngestWork, db: Db): Promise<IngestReply> {
  const store = await depotStore(depot)
  const source = await diskUploads(uploadsDir).read(uploadId)
  let told = 0
  const onProgress = (progress: { bytesDone: number; bytesTotal: number }): void => {
    if (performance.now() - told < PROGRESS_MS) return
    told = performance.now()
    process.send?.({ kind: 'progress', ...progress } satisfies IngestReply)
  }
  try {
    const made = await ingestSource({ source, store, index: postgresChunkIndex(db, owner), onProgress })
    const { manifestSha256, installBytes, downloadBytes, fileCount, newBytes } = made
    const { launch } = decodeManifest(await readWhole(store, 'manifests', manifestSha256), manifestSha256)
    const patches = await patchesFrom(store, manifestSha256, from)
    const build = { manifestSha256, installBytes, downloadBytes, fileCount, newBytes, launch, patches }
    return { kind: 'build', build }
  } catch (error) {
    if (error instanceof DepotError && error.reason !== 'NOT_STORED') return { kind: 'refused', message: error.message }
    throw error
  }
}

/** A patch only saves bytes: an old build that can't be read any more is no reason to refuse a new one. */
async function patchesFrom(store: DepotStore, to: string, from: readonly string[]): Promise<MadePatch[]> {
  const made: MadePatch[] = []
  const began = performance.now()
  for (const one of from) {
    if (one === to || performance.now() - began > PATCHES_MS) continue
    const patch = await makePatch(store, { from: one, to }).catch((error: unknown) => {
      if (error instanceof DepotError) return null
      throw error
    })
    if (patch) made.push({ fromManifestSha256: one, ...patch })
  }
  return made
}
