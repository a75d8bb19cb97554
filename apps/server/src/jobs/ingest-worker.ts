// A thread of its own, so that chunking a build never stalls the API.
import { parentPort, workerData } from 'node:worker_threads'
import type { IngestedBuild } from '@kettle/api'
import { createDb } from '@kettle/db'
import { DepotError, decodeManifest, diskStore, ingestFolder, readWhole } from '@kettle/depot'
import { postgresChunkIndex } from '../adapters/postgres-chunk-index.ts'

export interface IngestWork {
  dir: string
  depotDir: string
  databaseUrl: string
}

export type IngestReply = { build: IngestedBuild } | { refused: string }

const { dir, depotDir, databaseUrl } = workerData as IngestWork
const database = createDb(databaseUrl, { max: 2, name: 'kettle-ingest' })
try {
  parentPort?.postMessage(await work())
} finally {
  await database.close(1)
}

async function work(): Promise<IngestReply> {
  const store = diskStore(depotDir)
  try {
    const made = await ingestFolder({ dir, store, index: postgresChunkIndex(database.db) })
    const { manifestSha256, installBytes, downloadBytes, fileCount, newBytes } = made
    const { launch } = decodeManifest(await readWhole(store, 'manifests', manifestSha256), manifestSha256)
    return { build: { manifestSha256, installBytes, downloadBytes, fileCount, newBytes, launch } }
  } catch (error) {
    if (error instanceof DepotError && error.reason !== 'NOT_STORED') return { refused: error.message }
    throw error
  }
}
