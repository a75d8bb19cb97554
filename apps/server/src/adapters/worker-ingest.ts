import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type BuildIngest, DomainError, type IngestedBuild } from '@kettle/api'
import type { DepotConfig } from '../config.ts'
import type { IngestReply, IngestWork } from '../jobs/ingest-worker.ts'

/** Where uploads lie until they are builds, and where builds go. */
export interface IngestPlaces {
  uploadsDir: string
  depot: DepotConfig
  databaseUrl: string
}

/** Makes builds in a worker thread, one after another; asked again for an upload in work, it waits for the same one. */
export function workerIngest({ uploadsDir, depot, databaseUrl }: IngestPlaces): BuildIngest {
  const running = new Map<string, Promise<IngestedBuild>>()
  let last: Promise<unknown> = Promise.resolve()
  return {
    ingest: (uploadId, from = []) => {
      const known = running.get(uploadId)
      if (known) return known
      const dir = join(uploadsDir, uploadId)
      const work = last.then(() => ingestFolderInWorker({ dir, depot, databaseUrl, from }))
      last = work.catch(() => {})
      running.set(uploadId, work)
      return work.finally(() => running.delete(uploadId))
    },
    discard: (uploadId) => rm(join(uploadsDir, uploadId), { recursive: true, force: true }),
  }
}

/** Makes one build of a folder. */
async function ingestFolderInWorker(work: IngestWork): Promise<IngestedBuild> {
  await mkdir(work.dir, { recursive: true })
  const reply = await new Promise<IngestReply>((resolve, reject) => {
    const worker = new Worker(new URL('../jobs/ingest-worker.ts', import.meta.url), { workerData: work })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the ingest thread ended without an answer')))
  })
  if ('refused' in reply) throw new DomainError('INVALID_BUILD', { message: reply.refused })
  return reply.build
}
