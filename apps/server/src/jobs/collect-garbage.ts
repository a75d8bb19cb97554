import { type Clock, holdDepot, type Log } from '@kettle/api'
import { builds, chunkLocations, type Db, depotGarbage, patches, uploads } from '@kettle/db'
import { DEPOT_KINDS, type DepotKind, type DepotStore, parseManifest, readWhole } from '@kettle/depot'
import { and, eq, inArray, lt, lte } from 'drizzle-orm'

export interface GarbageDeps {
  db: Db
  store: DepotStore
  clock: Clock
  log: Log
  /** Forgets an uploaded folder. */
  discard: (uploadId: string) => Promise<void>
}

/** Garbage lies this long, so that who downloads a build that was just removed can end. */
export const GRACE_MS = 24 * 3600 * 1000
/** An upload that isn't a build by then is given up: while one is being ingested, nothing is deleted. */
export const UPLOAD_MS = 7 * 24 * 3600 * 1000
// Deleted under one lock: seconds at most, also in a bucket, since publishers wait meanwhile.
const AT_ONCE = 50
const MARKED_AT_ONCE = 1_000

export interface Collected {
  /** Objects found that no build needs. */
  marked: number
  /** Objects deleted, and their bytes. */
  deleted: number
  bytes: number
  uploadsClosed: number
}

/**
 * Throws away what the depot holds and no build needs, a day after it is found so. Twice, or on two nodes at once, is as
 * once. A manifest that can't be read stops it: what its build needs isn't known then. @throws DepotError
 */
export async function collectGarbage(deps: GarbageDeps): Promise<Collected> {
  const uploadsClosed = await closeOldUploads(deps)
  const needs = needsOf(deps)
  const needed = await needs()
  const sizes = new Map<string, number>()
  const garbage: { kind: DepotKind; sha256: string }[] = []
  const used: { kind: DepotKind; sha256: string }[] = []
  for (const kind of DEPOT_KINDS)
    for await (const { sha256, size } of deps.store.list(kind)) {
      sizes.set(`${kind}/${sha256}`, size)
      ;(needed.has(`${kind}/${sha256}`) ? used : garbage).push({ kind, sha256 })
    }
  await mark(deps, garbage, used)
  const { deleted, bytes } = await sweep(deps, needs, sizes)
  return { marked: garbage.length, deleted, bytes, uploadsClosed }
}

/** Answers what all builds of now need; manifests, which never change, are read once. */
function needsOf({ db, store }: GarbageDeps): () => Promise<ReadonlySet<string>> {
  const packsOf = new Map<string, string[]>()
  return async () => {
    const needed = new Set<string>()
    for (const { sha256 } of await db.select({ sha256: patches.sha256 }).from(patches)) needed.add(`patches/${sha256}`)
    const rows = await db.selectDistinct({ sha256: builds.manifestSha256 }).from(builds)
    for (const { sha256 } of rows) {
      const packs =
        packsOf.get(sha256) ??
        (await parseManifest(await readWhole(store, 'manifests', sha256), sha256)).packs.map((pack) => pack.sha256)
      packsOf.set(sha256, packs)
      needed.add(`manifests/${sha256}`)
      for (const pack of packs) needed.add(`packs/${pack}`)
    }
    return needed
  }
}

/** Notes what is garbage since when; what is needed again is noted no more. */
async function mark(
  { db, clock }: GarbageDeps,
  garbage: readonly { kind: DepotKind; sha256: string }[],
  used: readonly { kind: DepotKind; sha256: string }[],
): Promise<void> {
  const markedAt = clock.now()
  for (let at = 0; at < garbage.length; at += MARKED_AT_ONCE) {
    const some = garbage.slice(at, at + MARKED_AT_ONCE)
    await db.transaction((tx) =>
      tx
        .insert(depotGarbage)
        .values(some.map((one) => ({ ...one, markedAt })))
        .onConflictDoNothing(),
    )
  }
  const marked = await db.select().from(depotGarbage)
  const isUsed = new Set(used.map(({ kind, sha256 }) => `${kind}/${sha256}`))
  for (const { kind, sha256 } of marked.filter((one) => isUsed.has(`${one.kind}/${one.sha256}`)))
    await db.transaction((tx) =>
      tx.delete(depotGarbage).where(and(eq(depotGarbage.kind, kind), eq(depotGarbage.sha256, sha256))),
    )
}

/** Deletes what was marked a day ago and is still needed by nobody, as long as no folder is just becoming a build. */
async function sweep(
  { db, store, clock }: GarbageDeps,
  needs: () => Promise<ReadonlySet<string>>,
  sizes: ReadonlyMap<string, number>,
): Promise<{ deleted: number; bytes: number }> {
  const due = new Date(clock.now().getTime() - GRACE_MS)
  let deleted = 0
  let bytes = 0
  for (;;) {
    const done = await db.transaction(async (tx) => {
      await holdDepot(tx)
      const [ingesting] = await tx.select().from(uploads).where(eq(uploads.status, 'ingesting')).limit(1)
      if (ingesting) return 0
      const some = await tx.select().from(depotGarbage).where(lte(depotGarbage.markedAt, due)).limit(AT_ONCE)
      if (some.length === 0) return 0
      // Asked again now that nobody can add a build.
      const needed = await needs()
      const packs = some.filter(({ kind }) => kind === 'packs').map(({ sha256 }) => sha256)
      const free = some.filter(({ kind, sha256 }) => !needed.has(`${kind}/${sha256}`))
      if (packs.length > 0) {
        const freePacks = packs.filter((sha256) => !needed.has(`packs/${sha256}`))
        if (freePacks.length > 0) await tx.delete(chunkLocations).where(inArray(chunkLocations.pack, freePacks))
      }
      for (const { kind, sha256 } of some)
        await tx.delete(depotGarbage).where(and(eq(depotGarbage.kind, kind), eq(depotGarbage.sha256, sha256)))
      for (const { kind, sha256 } of free) {
        await store.remove(kind, sha256)
        deleted++
        bytes += sizes.get(`${kind}/${sha256}`) ?? 0
      }
      return some.length
    })
    if (done < AT_ONCE) return { deleted, bytes }
  }
}

async function closeOldUploads({ db, clock, log, discard }: GarbageDeps): Promise<number> {
  const old = new Date(clock.now().getTime() - UPLOAD_MS)
  const closed = await db.transaction((tx) =>
    tx
      .update(uploads)
      .set({ status: 'failed' })
      .where(and(inArray(uploads.status, ['open', 'ingesting']), lt(uploads.createdAt, old)))
      .returning({ id: uploads.id }),
  )
  for (const { id } of closed)
    await discard(id).catch((err: unknown) => log.warn({ err, uploadId: id }, 'an uploaded folder was not removed'))
  return closed.length
}
