import { builds, type Db, patches, type uploads } from '@kettle/db'
import { desc, eq } from 'drizzle-orm'
import { type Reason, reasons } from '../reasons.ts'

/** How far an upload is on its way to a build. */
export interface UploadState {
  uploadId: string
  /** `waiting` until it is its turn, `ingesting` while its files are read and patches are made. */
  state: 'open' | 'waiting' | 'ingesting' | 'done' | 'failed'
  /** Bytes of its files that were read, of all of them. */
  bytesDone: number
  bytesTotal: number
  /** Once it is done. */
  build: FinishedUpload | null
  /** Once it has failed; a new upload must be begun. */
  failure: { reason: Reason; message: string } | null
}

export interface FinishedUpload {
  buildId: string
  /** `newBytes` is what the publisher's own builds did not have before. */
  stats: { fileCount: number; installBytes: number; downloadBytes: number; newBytes: number }
  /** What players of earlier builds fetch in all, where patches make it less. */
  updates: { fromVersion: string; bytes: number }[]
}

export async function uploadState(db: Db, upload: typeof uploads.$inferSelect): Promise<UploadState> {
  const { id, status, bytesDone, bytesTotal, startedAt, buildId, newBytes } = upload
  const build = status === 'done' && buildId ? await finished(db, buildId, newBytes) : null
  // A build that was removed again takes its upload along.
  const isOver = status === 'failed' || (status === 'done' && !build)
  const state = isOver ? 'failed' : status === 'ingesting' && startedAt === null ? 'waiting' : status
  const reason = reasons.find((known) => known === upload.failure) ?? 'UPLOAD_CLOSED'
  const failure = isOver ? { reason, message: upload.failureMessage ?? 'This upload was given up' } : null
  return { uploadId: id, state, bytesDone, bytesTotal, build, failure }
}

async function finished(db: Db, buildId: string, newBytes: number): Promise<FinishedUpload | null> {
  const [build] = await db.select().from(builds).where(eq(builds.id, buildId))
  if (!build) return null
  const { fileCount, installBytes, downloadBytes } = build
  const updates = await db
    .select({ fromVersion: builds.version, bytes: patches.updateBytes })
    .from(patches)
    .innerJoin(builds, eq(builds.id, patches.fromBuildId))
    .where(eq(patches.buildId, buildId))
    .orderBy(desc(builds.id))
  return { buildId, stats: { fileCount, installBytes, downloadBytes, newBytes }, updates }
}
