import { builds, channels, type Db, games, patches, uploads } from '@kettle/db'
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { IngestedBuild, MadePatch } from '../ports/build-ingest.ts'
import { addBuild } from './add-build.ts'

type IngestDeps = Pick<Deps, 'db' | 'clock' | 'ingest' | 'log'>
type Upload = typeof uploads.$inferSelect

export interface IngestTimes {
  /** A node that has not been heard of for so long is taken to be dead, and another takes its work over. */
  leaseMs: number
  /** How often a node is heard of, tells how far it is, and learns that an upload was cancelled. */
  beatMs: number
  /** The most that one upload may take. */
  limitMs: number
  /** Before it is tried again after a failure that may pass. */
  pauseMs: number
}

export const INGEST_TIMES: IngestTimes = { leaseMs: 30_000, beatMs: 2_000, limitMs: 2 * 3600_000, pauseMs: 15_000 }

/** Any number that no other advisory lock has. */
const TURN_LOCK = 5_140_772

/** An upload at which nodes die again and again is given up. */
const MAX_ATTEMPTS = 4

/**
 * Makes a build of the upload whose turn it is; false when none waits. Publishers take turns, whoever has waited longest
 * first, and each upload is done by one node at a time. `signal` hands it back for another node.
 */
export async function runNextIngest(
  deps: IngestDeps,
  { signal, times = INGEST_TIMES }: { signal?: AbortSignal; times?: IngestTimes } = {},
): Promise<boolean> {
  const upload = await claim(deps, times)
  if (!upload) return false
  const stop = new AbortController()
  const progress = { bytesDone: upload.bytesDone, bytesTotal: upload.bytesTotal }
  const handBack = (): void => stop.abort(signal?.reason)
  signal?.addEventListener('abort', handBack, { once: true })
  if (signal?.aborted) handBack()
  const limit = setTimeout(
    () => stop.abort(new DomainError('INGEST_FAILED', { message: 'It took longer than an upload may' })),
    times.limitMs,
  )
  const beat = setInterval(() => {
    keepLease(deps, upload, times, progress).then(
      (kept) => kept || stop.abort(new DomainError('UPLOAD_CANCELLED')),
      (err: unknown) => deps.log.warn({ err, uploadId: upload.id }, 'the lease of an upload was not renewed'),
    )
  }, times.beatMs)
  try {
    await ingest(deps, upload, stop.signal, progress)
  } catch (error) {
    await settleFailure(deps, upload, error, { handedBack: signal?.aborted === true, times })
  } finally {
    clearInterval(beat)
    clearTimeout(limit)
    signal?.removeEventListener('abort', handBack)
  }
  return true
}

async function claim({ db, clock, log }: IngestDeps, { leaseMs }: IngestTimes): Promise<Upload | null> {
  const now = clock.now()
  return db.transaction(async (tx) => {
    // One node chooses after the other, so that each sees whose uploads the others have taken.
    await tx.execute(sql`select pg_advisory_xact_lock(${TURN_LOCK})`)
    const isFree = sql`(${uploads.leaseUntil} is null or ${uploads.leaseUntil} <= ${now.toISOString()})`
    const running = sql`(select count(*) from uploads other where other.user_id = ${uploads.userId}
      and other.status = 'ingesting' and other.lease_until > ${now.toISOString()} and other.lease_id is not null)`
    const lastTurn = sql`(select max(other.started_at) from uploads other where other.user_id = ${uploads.userId})`
    const [next] = await tx
      .select()
      .from(uploads)
      .where(and(eq(uploads.status, 'ingesting'), sql`${uploads.queuedAt} is not null`, isFree))
      .orderBy(running, sql`${lastTurn} nulls first`, uploads.queuedAt, uploads.id)
      .limit(1)
      .for('update', { skipLocked: true })
    if (!next) return null
    const [claimed] = await tx
      .update(uploads)
      .set({
        startedAt: now,
        leaseId: crypto.randomUUID(),
        leaseUntil: new Date(now.getTime() + leaseMs),
        attempts: sql`${uploads.attempts} + 1`,
      })
      .where(eq(uploads.id, next.id))
      .returning()
    if (next.leaseId) log.warn({ uploadId: next.id, attempts: next.attempts }, 'an upload was taken over')
    return claimed ?? null
  })
}

const isMine = ({ id, leaseId }: Upload) =>
  and(eq(uploads.id, id), eq(uploads.status, 'ingesting'), leaseId ? eq(uploads.leaseId, leaseId) : sql`false`)

/** False when the upload was cancelled, or belongs to another node by now. */
async function keepLease(
  { db, clock }: IngestDeps,
  upload: Upload,
  { leaseMs }: IngestTimes,
  progress: { bytesDone: number; bytesTotal: number },
): Promise<boolean> {
  const leaseUntil = new Date(clock.now().getTime() + leaseMs)
  const kept = await db.transaction((tx) =>
    tx
      .update(uploads)
      .set({ leaseUntil, ...progress })
      .where(isMine(upload))
      .returning({ id: uploads.id }),
  )
  return kept.length > 0
}

async function ingest(
  deps: IngestDeps,
  upload: Upload,
  signal: AbortSignal,
  progress: { bytesDone: number; bytesTotal: number },
): Promise<void> {
  if (upload.attempts > MAX_ATTEMPTS)
    throw new DomainError('INGEST_FAILED', { message: 'The store failed at it again and again' })
  signal.throwIfAborted()
  await deps.ingest.seal(upload.id)
  const from = await updatedBuilds(deps.db, upload)
  const made = await deps.ingest.ingest(upload.id, {
    owner: await ownerOf(deps.db, upload.gameId),
    from: [...new Set(from.map(({ manifestSha256 }) => manifestSha256))],
    onProgress: (now) => Object.assign(progress, now),
    signal,
  })
  signal.throwIfAborted()
  await complete(deps, upload, made, from)
  await discard(deps, upload.id)
}

/** Whose builds share what they have in common. */
async function ownerOf(db: Db, gameId: string): Promise<string> {
  const [game] = await db.select({ ownerId: games.ownerId }).from(games).where(eq(games.id, gameId))
  return game?.ownerId ?? gameId
}

async function complete(
  { db, clock }: IngestDeps,
  upload: Upload,
  { newBytes, patches: ways, ...build }: IngestedBuild,
  from: { id: string; manifestSha256: string }[],
): Promise<void> {
  const { gameId, platform, version, notes, userId } = upload
  await db.transaction(async (tx) => {
    const made = { ...build, gameId, platform, version, notes, createdBy: userId, createdAt: clock.now() }
    const buildId = await addBuild(tx, made)
    await addPatches(tx, buildId, from, ways)
    const { installBytes } = build
    const ended = await tx
      .update(uploads)
      .set({
        ...{ status: 'done', buildId, newBytes, leaseUntil: null },
        ...{ bytesDone: installBytes, bytesTotal: installBytes },
      })
      .where(isMine(upload))
      .returning({ id: uploads.id })
    // It was cancelled, or taken over because it took so long, and what it needs may be gone.
    if (ended.length === 0) throw new DomainError('UPLOAD_CANCELLED')
  })
}

/** What will fail again is told to the publisher; what may pass is tried again, by this node or by another. */
async function settleFailure(
  deps: IngestDeps,
  upload: Upload,
  error: unknown,
  { handedBack, times }: { handedBack: boolean; times: IngestTimes },
): Promise<void> {
  const { db, clock, log } = deps
  const final = error instanceof DomainError && FINAL.includes(error.reason) ? error : null
  if (!handedBack && !final) log.warn({ err: error, uploadId: upload.id }, 'an upload did not become a build')
  const pause = handedBack ? 0 : times.pauseMs
  const changed = await db.transaction((tx) =>
    tx
      .update(uploads)
      .set(
        final
          ? { status: 'failed', failure: final.reason, failureMessage: final.message, leaseUntil: null }
          : {
              leaseId: null,
              leaseUntil: new Date(clock.now().getTime() + pause),
              attempts: handedBack ? upload.attempts - 1 : upload.attempts,
            },
      )
      .where(isMine(upload))
      .returning({ id: uploads.id }),
  )
  if (changed.length > 0 && !final) return
  // When it wasn't this node's any more, it is only forgotten if nobody makes a build of it.
  const [now] = await db.select({ status: uploads.status }).from(uploads).where(eq(uploads.id, upload.id))
  if (now?.status !== 'ingesting') await discard(deps, upload.id)
}

const FINAL: readonly string[] = ['INVALID_BUILD', 'VERSION_TAKEN', 'INGEST_FAILED', 'UPLOAD_CANCELLED']

async function discard({ ingest: store, log }: IngestDeps, uploadId: string): Promise<void> {
  await store
    .discard(uploadId)
    .catch((err: unknown) => log.warn({ err, uploadId }, 'an uploaded folder was not removed'))
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
