import { uploads } from '@kettle/db'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { finishBuild, makeCaller, makeGame, makeUser } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'
import { MAX_UPLOADS } from './create-upload.ts'
import { INGEST_TIMES, runNextIngest } from './run-ingests.ts'

const store = useStore()
/** Beats as often as the machine can, so that a test waits for what it means and for no clock. */
const QUICK = { ...INGEST_TIMES, beatMs: 1 }

async function publisher() {
  const user = await makeUser(store.deps.db, { role: 'publisher' })
  const api = await makeCaller(store.deps, { as: user })
  const { id: gameId } = await makeGame(store.deps.db, { ownerId: user.id })
  const begin = async (version: string) => {
    const { uploadId } = await api.storage.createUpload({ gameId, platform: 'any', version })
    store.deps.ingest.contents.set(uploadId, `${gameId} ${version}`)
    return uploadId
  }
  const finish = async (version: string) => {
    const uploadId = await begin(version)
    store.deps.clock.pass({ seconds: 1 })
    await api.storage.finishUpload({ uploadId })
    return uploadId
  }
  const state = (uploadId: string) => api.storage.upload({ uploadId })
  return { user, api, gameId, begin, finish, state }
}

/** Lets an ingest begin and holds it until it is told to end, or stopped. */
function hold() {
  const begun = Promise.withResolvers<string>()
  const go = Promise.withResolvers<void>()
  const stopped = Promise.withResolvers<unknown>()
  store.deps.ingest.wait = async (uploadId, signal, onProgress) => {
    store.deps.ingest.wait = null
    onProgress?.({ bytesDone: 3, bytesTotal: 7 })
    begun.resolve(uploadId)
    signal?.addEventListener('abort', () => stopped.resolve(signal.reason))
    await Promise.race([go.promise, stopped.promise])
  }
  return { begun: begun.promise, end: go.resolve, stopped: stopped.promise }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(setImmediate)
}

it('answers at once, tells how far it is, and then the build, the same each time', async () => {
  const { finish, state, api } = await publisher()
  const held = hold()
  const uploadId = await finish('1')
  expect(await state(uploadId)).toMatchObject({ state: 'waiting', bytesDone: 0, build: null })
  const running = runNextIngest(store.deps, { times: QUICK })
  await held.begun
  await until(async () => (await state(uploadId)).bytesDone === 3)
  expect(await api.storage.finishUpload({ uploadId })).toMatchObject({ state: 'ingesting', bytesTotal: 7, build: null })
  held.end()
  expect(await running).toBe(true)
  const done = await api.storage.finishUpload({ uploadId })
  expect(done).toMatchObject({ state: 'done', failure: null, build: { stats: { fileCount: 1 } } })
  expect(done.build?.stats.newBytes).toBeGreaterThan(0)
  expect(await state(uploadId)).toEqual(done)
  expect(await runNextIngest(store.deps)).toBe(false)
})

it('lets publishers take turns, however much one of them sends', async () => {
  const [many, few, late] = [await publisher(), await publisher(), await publisher()]
  const order: string[] = []
  const names = new Map<string, string>()
  for (const version of ['1', '2', '3', '4']) names.set(await many.finish(version), `many ${version}`)
  for (const version of ['1', '2']) names.set(await few.finish(version), `few ${version}`)
  names.set(await late.finish('1'), 'late 1')
  const { ingest } = store.deps
  ingest.wait = async (uploadId) => void order.push(names.get(uploadId) ?? '')
  while (await runNextIngest(store.deps)) store.deps.clock.pass({ seconds: 1 })
  ingest.wait = null
  expect(order).toEqual(['many 1', 'few 1', 'late 1', 'many 2', 'few 2', 'many 3', 'many 4'])
})

it('lets several nodes work at once, each at another upload, another publisher first', async () => {
  const [one, two] = [await publisher(), await publisher()]
  const first = await one.finish('1')
  await one.finish('2')
  const third = await two.finish('1')
  const begun: string[] = []
  const all = Promise.withResolvers<void>()
  store.deps.ingest.wait = async (uploadId) => {
    begun.push(uploadId)
    if (begun.length === 2) all.resolve()
    await all.promise
  }
  await Promise.all([runNextIngest(store.deps), runNextIngest(store.deps)])
  expect(new Set(begun)).toEqual(new Set([first, third]))
  store.deps.ingest.wait = null
  while (await runNextIngest(store.deps));
})

it('is taken over when its node dies, and the dead node’s work counts no more', async () => {
  const { finish, state } = await publisher()
  const held = hold()
  const uploadId = await finish('1')
  // Never heard of again: its lease is not renewed.
  const dead = runNextIngest(store.deps)
  await held.begun
  expect(await runNextIngest(store.deps)).toBe(false)
  store.deps.clock.pass({ seconds: 31 })
  expect(await runNextIngest(store.deps)).toBe(true)
  const { build } = await state(uploadId)
  expect(build?.buildId).toBeDefined()
  held.end()
  await dead
  expect((await state(uploadId)).build?.buildId).toBe(build?.buildId)
})

it('is handed back by a node that stops, at once and without counting against it', async () => {
  const { finish, state } = await publisher()
  const uploadId = await finish('1')
  for (let round = 0; round < 6; round++) {
    const held = hold()
    const stop = new AbortController()
    const running = runNextIngest(store.deps, { signal: stop.signal })
    await held.begun
    stop.abort(new Error('the server stops'))
    await running
    expect((await state(uploadId)).state).toBe('ingesting')
  }
  expect(await runNextIngest(store.deps)).toBe(true)
  expect((await state(uploadId)).state).toBe('done')
})

it('can be cancelled: before it is finished, while it waits, and while it is worked at', async () => {
  const { api, begin, finish, state } = await publisher()
  const { discarded } = store.deps.ingest
  const open = await begin('1')
  const resumed = await api.storage.resumeUpload({ uploadId: open })
  const waiting = await finish('2')
  for (const uploadId of [open, waiting, waiting]) {
    expect(await api.storage.cancelUpload({ uploadId })).toMatchObject({
      ...{ state: 'failed', build: null, failure: { reason: 'UPLOAD_CANCELLED' } },
    })
    expect(discarded).toContain(uploadId)
  }
  expect(await store.deps.credentials.redeem(resumed.username, resumed.password)).toBeNull()
  expect(await runNextIngest(store.deps)).toBe(false)

  const held = hold()
  const working = await finish('3')
  const running = runNextIngest(store.deps, { times: QUICK })
  await held.begun
  await api.storage.cancelUpload({ uploadId: working })
  expect(await held.stopped).toMatchObject({ reason: 'UPLOAD_CANCELLED' })
  await running
  expect(await state(working)).toMatchObject({ state: 'failed', failure: { reason: 'UPLOAD_CANCELLED' } })
  // The version is free, and a build that is there can't be cancelled any more.
  const again = await begin('3')
  const { buildId } = await finishBuild(store.deps, api, again)
  expect(await reasonOf(api.storage.cancelUpload({ uploadId: again }))).toBe('UPLOAD_CLOSED')
  expect((await state(again)).build?.buildId).toBe(buildId)
})

it('ends what takes longer than an upload may', async () => {
  const { finish, state } = await publisher()
  const uploadId = await finish('1')
  store.deps.ingest.wait = (_uploadId, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) resolve()
      signal?.addEventListener('abort', () => resolve())
    })
  await runNextIngest(store.deps, { times: { ...INGEST_TIMES, limitMs: 1 } })
  store.deps.ingest.wait = null
  expect(await state(uploadId)).toMatchObject({ state: 'failed', failure: { reason: 'INGEST_FAILED' } })
})

it('tries again what may pass, later and not for ever', async () => {
  const { finish, state } = await publisher()
  const uploadId = await finish('1')
  const { ingest } = store.deps
  let tries = 0
  ingest.wait = async () => {
    tries++
    throw new Error('the depot is away')
  }
  for (let round = 0; round < 10; round++) {
    while (await runNextIngest(store.deps));
    store.deps.clock.pass({ seconds: 60 })
  }
  ingest.wait = null
  expect(tries).toBe(4)
  const failed = await state(uploadId)
  expect(failed).toMatchObject({ state: 'failed', failure: { reason: 'INGEST_FAILED' } })
  expect(JSON.stringify(failed)).not.toContain('depot is away')
  expect(ingest.discarded).toContain(uploadId)
})

it('takes a few uploads of one publisher at a time, also at once, and says so', async () => {
  const { api, gameId, begin, user } = await publisher()
  const input = (version: number) => ({ gameId, platform: 'any' as const, version: String(version) })
  const tries = await Promise.allSettled(
    Array.from({ length: MAX_UPLOADS + 4 }, (_, at) => api.storage.createUpload(input(at))),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(MAX_UPLOADS)
  expect(await reasonOf(begin('more'))).toBe('TOO_MANY_UPLOADS')
  const { items } = await api.storage.uploads()
  expect(items.map(({ state, platform }) => [state, platform])).toEqual(Array(MAX_UPLOADS).fill(['open', 'any']))
  const rows = await store.deps.db.select().from(uploads).where(eq(uploads.userId, user.id))
  expect((await (await publisher()).api.storage.uploads()).items).toEqual([])
  await api.storage.cancelUpload({ uploadId: rows[0]?.id ?? '' })
  const uploadId = await begin('more')
  // Each credential names the others, which are bounded together with it.
  const { username, password } = await api.storage.resumeUpload({ uploadId })
  const grant = await store.deps.credentials.redeem(username, password)
  expect(grant?.mode === 'write' && grant.others?.toSorted()).toEqual(
    rows
      .slice(1)
      .map(({ id }) => id)
      .toSorted(),
  )
  await (await publisher()).begin('1')
})

it('belongs to its publisher alone, and shares chunks with their builds only', async () => {
  const [one, two] = [await publisher(), await publisher()]
  const uploadId = await one.finish('1')
  expect(await reasonOf(two.api.storage.upload({ uploadId }))).toBe('NOT_FOUND')
  expect(await reasonOf(two.api.storage.cancelUpload({ uploadId }))).toBe('NOT_FOUND')
  const player = await makeCaller(store.deps, { as: await makeUser(store.deps.db) })
  expect(await reasonOf(player.storage.upload({ uploadId }))).toBe('FORBIDDEN')
  expect(await reasonOf((await makeCaller(store.deps)).storage.cancelUpload({ uploadId }))).toBe('NOT_SIGNED_IN')
  await finishBuild(store.deps, one.api, uploadId)
  const other = await two.finish('1')
  await finishBuild(store.deps, two.api, other)
  expect(store.deps.ingest.owners.get(uploadId)).toBe(one.user.id)
  expect(store.deps.ingest.owners.get(other)).toBe(two.user.id)
})
