import { Worker } from 'node:worker_threads'
import { type BuildIngest, DomainError, type IngestedBuild } from '@kettle/api'
import { diskUploads } from '@kettle/depot'
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
  const uploads = diskUploads(uploadsDir)
  const running = new Map<string, Promise<IngestedBuild>>()
  let last: Promise<unknown> = Promise.resolve()
  return {
    seal: (uploadId) => uploads.seal(uploadId),
    ingest: (uploadId, from = []) => {
      const known = running.get(uploadId)
      if (known) return known
      const work = last.then(() => ingestInWorker({ uploadsDir, uploadId, depot, databaseUrl, from }))
      last = work.catch(() => {})
      running.set(uploadId, work)
      return work.finally(() => running.delete(uploadId))
    },
    discard: (uploadId) => uploads.discard(uploadId),
  }
}

/** Makes one build of a sealed upload. */
async function ingestInWorker(work: IngestWork): Promise<IngestedBuild> {
  const reply = await new Promise<IngestReply>((resolve, reject) => {
    const worker = new Worker(new URL('../jobs/ingest-worker.ts', import.meta.url), { workerData: work })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the ingest thread ended without an answer')))
  })
  if ('refused' in reply) throw new DomainError('INVALID_BUILD', { message: reply.refused })
  return reply.build
}
