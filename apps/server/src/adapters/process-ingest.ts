import { fork } from 'node:child_process'
import { type BuildIngest, DomainError, type IngestedBuild } from '@kettle/api'
import { diskUploads } from '@kettle/depot'
import { childEnvironment } from '../child-environment.ts'
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
    ingest: (uploadId, { owner, from, onProgress, signal }) =>
      new Promise<IngestedBuild>((resolve, reject) => {
        signal?.throwIfAborted()
        const child = fork(new URL('../jobs/ingest-process.ts', import.meta.url), {
          env: childEnvironment(),
          execArgv: [],
          stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        })
        const stop = (): void => void child.kill('SIGKILL')
        signal?.addEventListener('abort', stop, { once: true })
        let reply: IngestReply | null = null
        // One that dies at once can't be written to; its exit tells.
        child.on('error', () => {})
        child.on('message', (message: IngestReply) => {
          if (message.kind === 'progress') onProgress?.(message)
          else reply = message
        })
        child.once('exit', (code, ended) => {
          signal?.removeEventListener('abort', stop)
          if (signal?.aborted) reject(signal.reason)
          else if (reply?.kind === 'build') resolve(reply.build)
          else if (reply?.kind === 'refused') reject(new DomainError('INVALID_BUILD', { message: reply.message }))
          else if (reply?.kind === 'failed') reject(new Error(reply.message))
          else reject(new Error(`the ingest process ended with ${ended ?? code}`))
        })
        child.send({ uploadsDir, uploadId, depot, databaseUrl, owner, from } satisfies IngestWork, () => {})
      }),
  }
}
