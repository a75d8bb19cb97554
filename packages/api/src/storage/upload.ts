import { builds, type Db, uploads } from '@kettle/db'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { type SftpTicket, ticket } from './download.ts'
import { requireOwnGame } from './publish.ts'
import type { createUploadInput } from './schema.ts'

/** Opens an empty folder that the credential may write. Once `finishUpload` is called nothing more can be written. */
export async function createUpload(
  deps: Pick<Deps, 'db' | 'clock' | 'credentials' | 'settings'>,
  user: SignedInUser,
  input: z.infer<typeof createUploadInput>,
): Promise<SftpTicket & { uploadId: string }> {
  const { gameId } = input
  await requireOwnGame(deps.db, user, gameId)
  if (await findVersion(deps.db, input))
    throw new DomainError('VERSION_TAKEN', { fields: { version: 'VERSION_TAKEN' } })
  const [upload] = await deps.db.transaction((tx) =>
    tx
      .insert(uploads)
      .values({ ...input, userId: user.id, createdAt: deps.clock.now() })
      .returning({ id: uploads.id }),
  )
  if (!upload) throw new DomainError('INTERNAL')
  const credential = await deps.credentials.issue({ mode: 'write', userId: user.id, gameId, uploadId: upload.id })
  return { uploadId: upload.id, ...ticket(deps, credential) }
}

export interface FinishedUpload {
  buildId: string
  stats: { fileCount: number; installBytes: number; downloadBytes: number; newBytes: number }
}

/**
 * Makes a build of what was uploaded. It reaches no player before it is promoted. Twice gives the same build, and after a crash
 * in the middle it can be called again.
 */
export async function finishUpload(
  deps: Pick<Deps, 'db' | 'clock' | 'credentials' | 'ingest' | 'log'>,
  user: SignedInUser,
  uploadId: string,
): Promise<FinishedUpload> {
  const upload = await findUpload(deps.db, user, uploadId)
  if (upload.buildId) return finished(deps.db, upload.buildId)
  if (upload.status === 'failed') throw new DomainError('UPLOAD_CLOSED')
  const { gameId, platform, version } = upload
  await deps.db.transaction((tx) => tx.update(uploads).set({ status: 'ingesting' }).where(eq(uploads.id, uploadId)))
  // Nobody writes while it is read.
  await deps.credentials.revoke({ userId: upload.userId, gameId, uploadId })

  const { newBytes, ...build } = await deps.ingest.ingest(uploadId).catch(async (error: unknown) => {
    if (error instanceof DomainError && error.reason === 'INVALID_BUILD') await close(deps, uploadId)
    throw error
  })
  const buildId = await deps.db.transaction(async (tx) => {
    const id = await addBuild(tx, {
      ...build,
      gameId,
      platform,
      version,
      createdBy: user.id,
      createdAt: deps.clock.now(),
    })
    await tx.update(uploads).set({ status: 'done', buildId: id }).where(eq(uploads.id, uploadId))
    return id
  })
  await deps.ingest
    .discard(uploadId)
    .catch((err: unknown) => deps.log.warn({ err, uploadId }, 'an uploaded folder was not removed'))
  const { stats } = await finished(deps.db, buildId)
  return { buildId, stats: { ...stats, newBytes } }
}

/** Writes a build of the depot down. The same content under the same version is no quarrel: it is the build that is there. */
export async function addBuild(tx: Db, build: typeof builds.$inferInsert): Promise<string> {
  const [made] = await tx.insert(builds).values(build).onConflictDoNothing().returning()
  const known = made ?? (await findVersion(tx, build))
  if (known?.manifestSha256 !== build.manifestSha256) throw new DomainError('VERSION_TAKEN')
  return known.id
}

/** A folder that can't become a build is thrown away; its publisher starts a new upload. */
async function close(deps: Pick<Deps, 'db' | 'ingest'>, uploadId: string): Promise<void> {
  await deps.db.transaction((tx) => tx.update(uploads).set({ status: 'failed' }).where(eq(uploads.id, uploadId)))
  await deps.ingest.discard(uploadId)
}

async function findUpload(db: Db, user: SignedInUser, id: string) {
  const [upload] = await db
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, id), eq(uploads.userId, user.id)))
  if (!upload) throw new DomainError('NOT_FOUND')
  return upload
}

async function findVersion(
  db: Db,
  { gameId, platform, version }: { gameId: string; platform: string; version: string },
) {
  const [build] = await db
    .select()
    .from(builds)
    .where(and(eq(builds.gameId, gameId), eq(builds.platform, platform), eq(builds.version, version)))
  return build
}

async function finished(db: Db, buildId: string): Promise<FinishedUpload> {
  const [build] = await db.select().from(builds).where(eq(builds.id, buildId))
  if (!build) throw new DomainError('NOT_FOUND')
  const { fileCount, installBytes, downloadBytes } = build
  return { buildId, stats: { fileCount, installBytes, downloadBytes, newBytes: 0 } }
}
