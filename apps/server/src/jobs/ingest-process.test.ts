import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTestDatabase, type TestDatabase } from '@kettle/db/testing'
import { diskStore, readWhole } from '@kettle/depot'
import { noise, temporaryFolder, writeTree } from '@kettle/depot/testing'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { processIngest } from '../adapters/process-ingest.ts'
import { childEnvironment } from '../child-environment.ts'

let database: TestDatabase
let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  folder = await temporaryFolder()
})
afterAll(async () => {
  await database.close()
  await folder.remove()
})

const places = () => ({
  uploadsDir: join(folder.dir, 'uploads'),
  depot: { kind: 'disk', dir: join(folder.dir, 'depot') } as const,
  databaseUrl: database.url,
})

/** The processes that this one has started, with the environment that each was given. */
async function children(): Promise<{ pid: number; environment: string }[]> {
  const found: { pid: number; environment: string }[] = []
  for (const name of await readdir('/proc')) {
    const status = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    if (Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]) !== process.pid) continue
    found.push({ pid: Number(name), environment: await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '') })
  }
  return found
}

it('makes a build, tells how far it is, and refuses what is none', async () => {
  const ingest = processIngest(places())
  await writeTree(join(places().uploadsDir, 'one'), { 'index.html': 'x', 'data.bin': noise(200_000) })
  await ingest.seal('one')
  const made = await ingest.ingest('one', { owner: 'paul', from: [] })
  expect(made).toMatchObject({ fileCount: 2, installBytes: 200_001, patches: [] })
  expect(made.newBytes).toBeGreaterThan(200_000)
  expect((await ingest.ingest('one', { owner: 'paul', from: [] })).newBytes).toBe(0)
  // Another publisher is told the same as if nobody had any of it.
  const other = await ingest.ingest('one', { owner: 'anna', from: [] })
  expect(other.newBytes).toBe(made.newBytes)
  expect((await readWhole(diskStore(places().depot.dir), 'manifests', other.manifestSha256)).length).toBeGreaterThan(0)
  await writeTree(join(places().uploadsDir, 'two'), { 'a.txt': 'a', 'A.txt': 'b' })
  await ingest.seal('two')
  await expect(ingest.ingest('two', { owner: 'paul', from: [] })).rejects.toMatchObject({ reason: 'INVALID_BUILD' })
  await expect(ingest.ingest('unknown', { owner: 'paul', from: [] })).rejects.toThrow('not sealed')
})

it.runIf(process.platform === 'linux')(
  'has no secret of the store in its environment, and ends when it is told to',
  async () => {
    process.env.STRIPE_SECRET_KEY = 'a secret that no child may have'
    try {
      const ingest = processIngest(places())
      await writeTree(join(places().uploadsDir, 'big'), { 'a.bin': noise(60_000_000) })
      await ingest.seal('big')
      const before = new Set((await children()).map(({ pid }) => pid))
      const stop = new AbortController()
      const working = ingest.ingest('big', { owner: 'paul', from: [], signal: stop.signal })
      const ended = expect(working).rejects.toThrow('cancelled')
      let seen: { pid: number; environment: string } | undefined
      while (!seen?.environment) seen = (await children()).find(({ pid }) => !before.has(pid))
      expect(seen.environment).not.toContain('no child may have')
      expect(seen.environment).not.toMatch(/DATABASE|POSTGRES|STRIPE|RESEND|SECRET|REDIS|KETTLE/)
      stop.abort(new Error('cancelled'))
      await ended
      expect((await children()).some(({ pid }) => pid === seen?.pid)).toBe(false)
    } finally {
      delete process.env.STRIPE_SECRET_KEY
    }
  },
)

it('passes on what a system needs to run a program, and nothing else', () => {
  const given = {
    PATH: '/bin',
    TZ: 'UTC',
    DATABASE_URL: 'x',
    RESEND_API_KEY: 'x',
    S3_SECRET_ACCESS_KEY: 'x',
    AWS_SECRET: 'x',
  }
  expect(childEnvironment(given)).toEqual({ PATH: '/bin', TZ: 'UTC' })
})
