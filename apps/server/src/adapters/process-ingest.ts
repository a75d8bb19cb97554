import { type BuildIngest, DomainError } from '@kettle/api'
import { diskUploads } from '@kettle/depot'
import { inChild } from '../child-process.ts'
import type { DepotConfig } from '../config.ts'
import type { IngestReply, IngestWork } from '../jobs/ingest-process.ts'

/** Where uploads lie until they are builds, and where builds go. */
export interface IngestPlaces {
  uploadsDir: string
  depot: DepotConfig
  databaseUrl: string
}

/** Makes each build in a process of its own, which is ended by force when it is told to stop. */
export function processIngest({ uploadsDir, depot, databaseUrl }: IngestPlaces): BuildIngest {
  const uploads = diskUploads(uploadsDir)
  return {
    seal: (uploadId) => uploads.seal(uploadId),
    discard: (uploadId) => uploads.discard(uploadId),
    async ingest(uploadId, { owner, from, onProgress, signal }) {
      const work: IngestWork = { uploadsDir, uploadId, depot, databaseUrl, owner, from }
      const reply = await inChild<IngestReply>(new URL('../jobs/ingest-process.ts', import.meta.url), work, {
        signal,
        onMessage: (message) => message.kind === 'progress' && onProgress?.(message),
      })
      if (reply.kind === 'build') return reply.build
      if (reply.kind === 'refused') throw new DomainError('INVALID_BUILD', { message: reply.message })
      throw new Error(reply.kind === 'failed' ? reply.message : 'the ingest process ended half-way')
    },
  }
}
