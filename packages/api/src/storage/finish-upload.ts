import { builds, channels, type Db, patches, uploads } from '@kettle/db'
import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { MadePatch } from '../ports/build-ingest.ts'
import { addBuild } from './add-build.ts'
import { shareDepot } from './depot-lock.ts'
import { requireOwnUpload } from './own.ts'

export interface FinishedUpload {
  buildId: string
  stats: { fileCount: number; installBytes: number; downloadBytes: number; newBytes: number }
  /** What players of earlier builds fetch in all, where patches make it less. */
  updates: { fromVersion: string; bytes: number }[]
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
  const upload = await requireOwnUpload(deps.db, user, uploadId)
  if (upload.buildId) return finished(deps.db, upload.buildId)
  if (upload.status === 'failed' || upload.status === 'done') throw new DomainError('UPLOAD_CLOSED')
  const { gameId, platform, version, notes } = upload
  if (!(await begin(deps.db, uploadId))) return finishUpload(deps, user, uploadId)
  // Sessions end a moment later, and what they had asked for goes on until then: by that time the folder has another name.
  await deps.credentials.revoke({ userId: upload.userId, gameId, uploadId })
  await deps.ingest.seal(uploadId)

  const from = await updatedBuilds(deps.db, upload)
  const names = [...new Set(from.map(({ manifestSha256 }) => manifestSha256))]
  const made = await deps.ingest.ingest(uploadId, names).catch(async (error: unknown) => {
    // Any other failure may be over when it is asked for again; the folder is sealed, so that nobody writes it any more.
    if (error instanceof DomainError && error.reason === 'INVALID_BUILD') await close(deps, uploadId)
    throw error
  })
  const { newBytes, patches: ways, ...build } = made
  const buildId = await deps.db.transaction(async (tx) => {
    const id = await addBuild(tx, {
      ...build,
      gameId,
      platform,
      version,
      notes,
      createdBy: user.id,
      createdAt: deps.clock.now(),
    })
    await addPatches(tx, id, from, ways)
    const [ended] = await tx
      .update(uploads)
      .set({ status: 'done', buildId: id })
      .where(and(eq(uploads.id, uploadId), ne(uploads.status, 'failed')))
      .returning()
    // It took so long that it was given up, and what it needs may be gone.
    if (!ended) throw new DomainError('UPLOAD_CLOSED')
    return id
  })
  await deps.ingest
    .discard(uploadId)
    .catch((err: unknown) => deps.log.warn({ err, uploadId }, 'an uploaded folder was not removed'))
  const { stats, updates } = await finished(deps.db, buildId)
  return { buildId, stats: { ...stats, newBytes }, updates }
}

/** The latest builds before it, beside those on channels, that are worth a patch. */
const LATEST = 3

/** The builds that players of this one will come from: those on channels now and the latest few, for the same platform. */
async function updatedBuilds(db: Db, { gameId, platform }: { gameId: string; platform: string }) {
  const ofGame = and(eq(builds.gameId, gameId), eq(builds.platform, platform))
  const live = db
    .select({ id: channels.buildId })
    .from(channels)
    .where(and(eq(channels.gameId, gameId), eq(channels.platform, platform)))
  const latest = await db.select().from(builds).where(ofGame).orderBy(desc(builds.id)).limit(LATEST)
  const onChannels = await db
    .select()
    .from(builds)
    .where(and(ofGame, inArray(builds.id, live)))
  return [...new Map([...onChannels, ...latest].map((build) => [build.id, build])).values()]
}

async function addPatches(
  tx: Db,
  buildId: string,
  from: { id: string; manifestSha256: string }[],
  ways: readonly MadePatch[],
): Promise<void> {
  const rows = from.flatMap(({ id, manifestSha256 }) =>
    ways
      .filter(({ fromManifestSha256 }) => id !== buildId && fromManifestSha256 === manifestSha256)
      .map(({ sha256, size, updateBytes }) => ({ buildId, fromBuildId: id, sha256, size, updateBytes })),
  )
  if (rows.length > 0) await tx.insert(patches).values(rows).onConflictDoNothing()
}

/** From now on the depot's garbage stays. False when another caller has ended it meanwhile. */
function begin(db: Db, uploadId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    await shareDepot(tx)
    const begun = await tx
      .update(uploads)
      .set({ status: 'ingesting' })
      .where(and(eq(uploads.id, uploadId), inArray(uploads.status, ['open', 'ingesting'])))
      .returning()
    return begun.length > 0
  })
}

/** A folder that can't become a build is thrown away; its publisher starts a new upload. */
async function close(deps: Pick<Deps, 'db' | 'ingest'>, uploadId: string): Promise<void> {
  await deps.db.transaction((tx) => tx.update(uploads).set({ status: 'failed' }).where(eq(uploads.id, uploadId)))
  await deps.ingest.discard(uploadId)
}

async function finished(db: Db, buildId: string): Promise<FinishedUpload> {
  const [build] = await db.select().from(builds).where(eq(builds.id, buildId))
  if (!build) throw new DomainError('NOT_FOUND')
  const { fileCount, installBytes, downloadBytes } = build
  const updates = await db
    .select({ fromVersion: builds.version, bytes: patches.updateBytes })
    .from(patches)
    .innerJoin(builds, eq(builds.id, patches.fromBuildId))
    .where(eq(patches.buildId, buildId))
    .orderBy(desc(builds.id))
  return { buildId, stats: { fileCount, installBytes, downloadBytes, newBytes: 0 }, updates }
}
