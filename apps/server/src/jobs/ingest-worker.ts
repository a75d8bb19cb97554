// A thread of its own, so that chunking a build never stalls the API.
import { parentPort, workerData } from 'node:worker_threads'
import type { IngestedBuild, MadePatch } from '@kettle/api'
import { createDb } from '@kettle/db'
import {
  DepotError,
  type DepotStore,
  decodeManifest,
  diskUploads,
  ingestSource,
  makePatch,
  readWhole,
} from '@kettle/depot'
import { depotStore } from '../adapters/depot-store.ts'
import { postgresChunkIndex } from '../adapters/postgres-chunk-index.ts'

import type { DepotConfig } from '../config.ts'

export interface IngestWork {
  uploadsDir: string
  /** An upload that is sealed. */
  uploadId: string
  depot: DepotConfig
  databaseUrl: string
  /** Manifests of builds to make patches from. */
  from: readonly string[]
}

export type IngestReply = { build: IngestedBuild } | { refused: string }

/** Once so long has been spent on patches no further one is begun: a publisher waits for them. */
const PATCHES_MS = 120_000

const { uploadsDir, uploadId, depot, databaseUrl, from } = workerData as IngestWork
const database = createDb(databaseUrl, { max: 2, name: 'kettle-ingest' })
try {
  parentPort?.postMessage(await work())
} finally {
  await database.close(1)
}

async function work(): Promise<IngestReply> {
  const store = await depotStore(depot)
  const source = await diskUploads(uploadsDir).read(uploadId)
  try {
    const made = await ingestSource({ source, store, index: postgresChunkIndex(database.db) })
    const { manifestSha256, installBytes, downloadBytes, fileCount, newBytes } = made
    const { launch } = decodeManifest(await readWhole(store, 'manifests', manifestSha256), manifestSha256)
    const patches = await patchesFrom(store, manifestSha256)
    return { build: { manifestSha256, installBytes, downloadBytes, fileCount, newBytes, launch, patches } }
  } catch (error) {
    if (error instanceof DepotError && error.reason !== 'NOT_STORED') return { refused: error.message }
    throw error
  }
}

/** A patch only saves bytes: an old build that can't be read any more is no reason to refuse a new one. */
async function patchesFrom(store: DepotStore, to: string): Promise<MadePatch[]> {
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
