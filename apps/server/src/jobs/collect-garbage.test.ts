import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addBuild, type Log, shareDepot } from '@kettle/api'
import { builds, chunkLocations, depotGarbage, games, patches, uploads, users } from '@kettle/db'
import { buildGame, buildPerson } from '@kettle/db/factories'
import { createTestDatabase, type TestDatabase } from '@kettle/db/testing'
import { checkDepot, type DepotStore, diskStore, ingestFolder, makePatch } from '@kettle/depot'
import { noise, writeTree } from '@kettle/depot/testing'
import { count, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { postgresChunkIndex } from '../adapters/postgres-chunk-index.ts'
import { collectGarbage, GRACE_MS, UPLOAD_MS } from './collect-garbage.ts'
import { cleanDepot } from './depot-care.ts'

let database: TestDatabase
let dir: string
let store: DepotStore
let now: Date
let discarded: string[]
let gameId: string
let userId: string
beforeEach(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  dir = await mkdtemp(join(tmpdir(), 'kettle-garbage-'))
  store = diskStore(join(dir, 'depot'))
  now = new Date('2026-05-05T05:05:05Z')
  discarded = []
  const made = await database.db.transaction(async (tx) => {
    const [user] = await tx
      .insert(users)
      .values(buildPerson({ registerDate: now }))
      .returning()
    const [game] = await tx
      .insert(games)
      .values(buildGame({ ownerId: user?.id }))
      .returning()
    return { userId: user?.id ?? '', gameId: game?.id ?? '' }
  })
  ;({ gameId, userId } = made)
})
afterEach(async () => {
  await database.close()
  await rm(dir, { recursive: true, force: true })
})

const silent: Log = { info() {}, warn() {}, error() {} }
const collect = () =>
  collectGarbage({
    db: database.db,
    store,
    clock: { now: () => now },
    log: silent,
    discard: async (uploadId) => void discarded.push(uploadId),
  })
const later = (ms: number): void => {
  now = new Date(now.getTime() + ms)
}

/** Puts a folder into the depot, as an ingest does before there is a build. */
async function ingest(name: string, seed: number) {
  const folder = join(dir, name)
  await writeTree(folder, { 'own.bin': noise(100_000, seed), 'shared.bin': noise(150_000, 99) })
  return ingestFolder({ dir: folder, store, index: postgresChunkIndex(database.db, 'paul') })
}
async function build(version: string, seed: number) {
  const { manifestSha256, installBytes, downloadBytes, fileCount } = await ingest(version, seed)
  const row = { gameId, platform: 'any', version, manifestSha256, installBytes, downloadBytes, fileCount, launch: [] }
  const id = await database.db.transaction((tx) => addBuild(tx, { ...row, createdAt: now }))
  return { id, manifestSha256 }
}
const forget = (id: string) => database.db.transaction((tx) => tx.delete(builds).where(eq(builds.id, id)))
async function upload(status: 'open' | 'ingesting') {
  const row = { gameId, userId, platform: 'any', version: '9', status, createdAt: now }
  const [made] = await database.db.transaction(async (tx) => {
    // As finishUpload does: it waits for who is deleting.
    await shareDepot(tx)
    return tx.insert(uploads).values(row).returning()
  })
  return made?.id ?? ''
}
async function rowsOf(table: typeof chunkLocations | typeof depotGarbage): Promise<number> {
  const [row] = await database.db.select({ rows: count() }).from(table)
  return row?.rows ?? 0
}
async function objects(): Promise<number> {
  return (await checkDepot(store)).objects
}

it('keeps what builds need, and deletes the rest after a day', async () => {
  const one = await build('1', 1)
  const two = await build('2', 2)
  const patch = await makePatch(store, { from: one.manifestSha256, to: two.manifestSha256 })
  expect(patch).toBeNull()
  await forget(one.id)
  expect(await collect()).toMatchObject({ marked: 1, deleted: 0 })
  later(GRACE_MS - 1)
  expect(await collect()).toMatchObject({ marked: 1, deleted: 0 })
  later(1)
  expect(await collect()).toMatchObject({ deleted: 1 })
  expect(await collect()).toMatchObject({ marked: 0, deleted: 0 })
  // The first pack stays: the second build has a file of it.
  expect(await checkDepot(store)).toMatchObject({ objects: 3, problems: [] })
  await forget(two.id)
  await collect()
  later(GRACE_MS)
  expect(await collect()).toMatchObject({ deleted: 3 })
  expect([await objects(), await rowsOf(chunkLocations), await rowsOf(depotGarbage)]).toEqual([0, 0, 0])
})

it('keeps patches that a build offers, and no others', async () => {
  const one = await build('1', 1)
  const two = await build('2', 2)
  const name = await store.put('patches', [Buffer.from('a patch in use')])
  await store.put('patches', [Buffer.from('a patch of an ingest that was broken off')])
  const row = { buildId: two.id, fromBuildId: one.id, sha256: name, size: 14, updateBytes: 14 }
  await database.db.transaction((tx) => tx.insert(patches).values(row))
  await collect()
  later(GRACE_MS)
  expect(await collect()).toMatchObject({ deleted: 1 })
  expect(await store.has('patches', name)).toBe(true)
})

it('does not count what is needed again in the meantime', async () => {
  const one = await build('1', 1)
  await forget(one.id)
  await collect()
  later(GRACE_MS)
  await build('1 again', 1)
  expect(await collect()).toMatchObject({ marked: 0, deleted: 0 })
  expect(await rowsOf(depotGarbage)).toBe(0)
  expect(await checkDepot(store)).toMatchObject({ problems: [] })
})

it('deletes nothing while a folder becomes a build, and the build is whole', async () => {
  const one = await build('1', 1)
  await forget(one.id)
  await collect()
  later(GRACE_MS)
  const ingesting = await upload('ingesting')
  const again = await ingest('2', 1)
  expect(again.newBytes).toBe(0)
  expect(await collect()).toMatchObject({ deleted: 0 })
  await build('2', 1)
  await database.db.transaction((tx) => tx.update(uploads).set({ status: 'done' }).where(eq(uploads.id, ingesting)))
  expect(await collect()).toMatchObject({ marked: 0, deleted: 0 })
  expect(await checkDepot(store)).toMatchObject({ problems: [] })
})

it('gives uploads up that no one finishes, and is not held up by them for ever', async () => {
  const one = await build('1', 1)
  await forget(one.id)
  const ids = [await upload('open'), await upload('ingesting')]
  later(UPLOAD_MS)
  await collect()
  expect(discarded).toEqual([])
  later(GRACE_MS)
  expect(await collect()).toMatchObject({ uploadsClosed: 2, deleted: 2 })
  expect(discarded.toSorted()).toEqual(ids.toSorted())
})

it('stops rather than guess when a manifest is lost', async () => {
  const one = await build('1', 1)
  await build('2', 2)
  await store.remove('manifests', one.manifestSha256)
  later(10 * GRACE_MS)
  await expect(collect()).rejects.toMatchObject({ reason: 'NOT_STORED' })
  expect(await objects()).toBe(3)
})

it('runs on several nodes at once, and beside ingests, without losing anything', async () => {
  const kept = await build('kept', 7)
  for (let round = 0; round < 4; round++) await forget((await build(`gone ${round}`, 10 + round)).id)
  await collect()
  later(GRACE_MS)
  const builder = async () => {
    const made: string[] = []
    for (let round = 0; round < 4; round++) {
      const ingesting = await upload('ingesting')
      made.push((await build(`new ${round}`, 10 + round)).manifestSha256)
      await database.db.transaction((tx) => tx.update(uploads).set({ status: 'done' }).where(eq(uploads.id, ingesting)))
    }
    return made
  }
  const collector = async () => {
    for (let round = 0; round < 6; round++) await collect()
  }
  const [made] = await Promise.all([builder(), collector(), collector()])
  await collect()
  expect((await checkDepot(store)).problems).toEqual([])
  for (const sha256 of [...made, kept.manifestSha256]) expect(await store.has('manifests', sha256)).toBe(true)
})

it('is done in a process of its own, which tells what it did or why it could not', async () => {
  now = new Date()
  const one = await build('1', 1)
  const two = await build('2', 2)
  await forget(one.id)
  const work = { depot: { kind: 'disk', dir: join(dir, 'depot') } as const, databaseUrl: database.url, uploadsDir: dir }
  expect((await cleanDepot(work)).collected).toMatchObject({ marked: 1, deleted: 0 })
  await store.remove('manifests', two.manifestSha256)
  await expect(cleanDepot(work)).rejects.toThrow('is not in the depot')
})
