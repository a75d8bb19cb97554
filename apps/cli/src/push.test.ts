import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builds, games, users } from '@kettle/db'
import { buildGamePage } from '@kettle/db/factories'
import { decodeManifest, diskStore, readWhole, scanTree } from '@kettle/depot'
import { noise, type Tree, writeTree } from '@kettle/depot/testing'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { call, type RunningStore, runStore } from '../../server/src/testing/run-store.ts'

/** Long enough to be killed in the middle of. */
const BIG_BYTES = inject('atLength') ? 150_000_000 : 50_000_000

let store: RunningStore
let home: string
let env: NodeJS.ProcessEnv
let token: string
beforeAll(async () => {
  store = await runStore({ roles: ['http', 'sftp', 'jobs'] })
  home = await mkdtemp(join(tmpdir(), 'kettle-push-'))
  env = { PATH: process.env.PATH, XDG_CONFIG_HOME: join(home, 'config'), XDG_STATE_HOME: join(home, 'state') }
  const [email, password] = ['push@kettle.test', 'a kettle for two people']
  await call(store.url, 'auth.register', { name: 'Paul', email, password })
  const answer = await call(store.url, 'auth.emailConfirmation', { email, code: await store.codeFor(email) })
  token = answer.body.result.data.token
  await store.database.db.transaction((tx) => tx.update(users).set({ role: 'publisher' }).where(eq(users.email, email)))
  const { code, said } = await kettle('login', '--server', store.url, '--token', token)
  if (code !== 0) throw new Error(said)
})
afterAll(async () => {
  await store.close()
  await rm(home, { recursive: true, force: true })
})

async function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (said += data))
  const [code] = await once(child, 'close')
  return { code, said }
}
function start(...words: string[]): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
const kettle = (...words: string[]) => ended(start(...words))

let count = 0
async function newGame(): Promise<{ slug: string; gameId: string }> {
  const slug = `pushed-${++count}`
  const { body } = await call(
    store.url,
    'storage.saveGame',
    buildGamePage({ slug, platforms: ['linux'], basePrice: 0 }),
    { authorization: `Bearer ${token}` },
  )
  return { slug, gameId: body.result.data.id }
}
async function folder(name: string, tree: Tree): Promise<string> {
  await writeTree(join(home, name), tree)
  return join(home, name)
}
const push = (dir: string, slug: string, version: string, ...more: string[]) =>
  ['push', dir, '--game', slug, '--platform', 'linux', '--version', version, ...more] as const

/** What of a folder is otherwise in the build that was made of it. */
async function differences(dir: string, slug: string, version: string): Promise<string[]> {
  const [row] = await store.database.db
    .select({ manifestSha256: builds.manifestSha256 })
    .from(builds)
    .innerJoin(games, eq(games.id, builds.gameId))
    .where(and(eq(games.slug, slug), eq(builds.version, version)))
  if (!row || store.config.depot.kind !== 'disk') throw new Error('there is no such build')
  const depot = diskStore(store.config.depot.dir)
  const manifest = decodeManifest(await readWhole(depot, 'manifests', row.manifestSha256))
  const { files, links } = await scanTree(dir, manifest)
  return [
    ...manifest.files.filter((_, at) => files[at]?.kind !== 'right' || !files[at].modeRight).map(({ path }) => path),
    ...manifest.links.filter((_, at) => !links[at]).map(({ path }) => path),
  ]
}

it('pushes, tells what an update costs, gives it out, takes it back and removes it', async () => {
  const { slug, gameId } = await newGame()
  const text = noise(400_000, 3).toString('hex')
  const tree: Tree = { 'start.sh': { program: '#!/bin/sh\n' }, 'data/слова.txt': text, 'a link': { link: 'start.sh' } }
  const dir = await folder('game', tree)
  const first = await kettle(...push(dir, slug, '1.0', '--channel', 'stable'))
  expect(first).toMatchObject({
    code: 0,
    said: expect.stringContaining('Players of the stable channel get it from now on'),
  })
  expect(await differences(dir, slug, '1.0')).toEqual([])

  await writeTree(dir, { 'data/слова.txt': `${text.slice(0, 300_000)}new${text.slice(300_000)}`, 'more.txt': 'more' })
  const seen = await kettle('preview', dir, '--game', slug, '--platform', 'linux')
  expect(seen.code).toBe(0)
  expect(seen.said).toContain('Against 1.0: 1 new, 1 changed, 0 gone')
  expect(seen.said).toContain('changed: data/слова.txt')
  expect(seen.said).toMatch(/Players of 1\.0 fetch at most about \d+(\.\d)? kB/)
  const [news, missing] = [join(home, 'news.txt'), join(home, 'none.txt')]
  await writeFile(news, 'Больше слов\r\n')
  const unread = await kettle(...push(dir, slug, '1.1', '--notes-file', missing))
  expect(unread).toMatchObject({ code: 1, said: expect.stringContaining(missing) })
  const endless = await kettle(...push(dir, slug, '1.1', '--notes', 'x'.repeat(8_001)))
  expect(endless).toMatchObject({ code: 1, said: expect.stringContaining('longer than 8000') })
  const second = await kettle(...push(dir, slug, '1.1', '--notes-file', news))
  const [made] = await store.database.db
    .select()
    .from(builds)
    .where(and(eq(builds.gameId, gameId), eq(builds.version, '1.1')))
  expect(made?.notes).toBe('Больше слов')
  expect(second.said).toMatch(/update from 1\.0: (\d{1,4} B|[1-9]\.\d kB)\n/)
  expect(await differences(dir, slug, '1.1')).toEqual([])

  const list = async () => (await kettle('builds', slug)).said.trim().split('\n')
  const [newer = '', older = ''] = (await list()).map((line) => line.split(' ')[0])
  expect((await kettle('promote', newer)).code).toBe(0)
  expect((await list())[0]).toContain('[stable]')
  expect(await kettle('remove', newer)).toMatchObject({ code: 1, said: expect.stringContaining('Promote another') })
  expect((await kettle('promote', older)).code).toBe(0)
  expect((await list())[1]).toContain('[stable]')
  expect((await kettle('remove', newer)).code).toBe(0)
  expect(await list()).toHaveLength(1)
  const { body } = await call(
    store.url,
    'storage.createUpload',
    { gameId, platform: 'linux', version: '1.0' },
    { authorization: `Bearer ${token}` },
  )
  expect(body.error.data.reason).toBe('VERSION_TAKEN')
})

it('goes on where a killed push was, with what the folder has by then', async () => {
  const { slug, gameId } = await newGame()
  const dir = await folder('big', {
    ...{ 'big.bin': randomBytes(BIG_BYTES), 'other.bin': noise(2_000_000, 6), 'goes.txt': 'x', 'old/gone.txt': 'x' },
    ...{ 'becomes a folder': 'x', link: { link: 'goes.txt' } },
  })
  const states = join(home, 'state/kettle/uploads')
  const child = start(...push(dir, slug, '1'))
  const end = ended(child)
  /** What the killed push will have left word of. */
  const kept = async (): Promise<number> => {
    let sum = 0
    for (const name of await readdir(states).catch(() => [])) {
      if (!name.endsWith('.json')) continue
      const text = await readFile(join(states, name), 'utf8').catch(() => '{}')
      const { files = {} } = JSON.parse(text) as { files?: Record<string, { sent: number }> }
      sum += files['big.bin']?.sent ?? 0
    }
    return sum
  }
  while ((await kept()) < BIG_BYTES / 5 && child.exitCode === null) await new Promise(setImmediate)
  child.kill('SIGKILL')
  expect((await end).code).toBeNull()

  await rm(join(dir, 'goes.txt'))
  await rm(join(dir, 'old'), { recursive: true })
  await rm(join(dir, 'becomes a folder'))
  await rm(join(dir, 'link'))
  await writeTree(dir, {
    'becomes a folder/new.txt': 'new',
    link: { link: 'big.bin' },
    'other.bin': noise(2_000_000, 9),
  })
  await mkdir(join(dir, 'empty'))
  const again = await kettle(...push(dir, slug, '1', '--notes', 'Said only now'))
  expect(again).toMatchObject({
    code: 0,
    said: expect.stringContaining('Going on with the upload that was broken off'),
  })
  const sent = Number(/Sent ([\d.]+) MB of/.exec(again.said)?.[1])
  expect(sent * 1e6).toBeLessThan(BIG_BYTES * 0.8 + 2_100_000)
  const [made] = await store.database.db.select().from(builds).where(eq(builds.gameId, gameId))
  expect(made?.notes).toBe('Said only now')
  expect(await differences(dir, slug, '1')).toEqual([])
  expect(await kettle(...push(dir, slug, '1'))).toMatchObject({
    code: 1,
    said: expect.stringContaining('pushed already'),
  })
})

it('sends no secrets unless told to', async () => {
  const { slug } = await newGame()
  const dir = await folder('leaky', { 'game.txt': 'x', '.env': 'PASSWORD=1', 'run.sh': '#!/bin/sh\n' })
  const refused = await kettle(...push(dir, slug, '1'))
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('SECRET: .env') })
  expect(refused.said).toContain('warning: run.sh looks like a program')
  expect((await kettle('builds', slug)).said).toContain('has no builds yet')
  expect((await kettle(...push(dir, slug, '1', '--anyway'))).code).toBe(0)
})

it('previews a folder without any store, and refuses what could not be installed', async () => {
  const dir = await folder('lonely', { 'a.txt': 'x', 'b/c.txt': 'y' })
  const alone = { env: { ...env, XDG_CONFIG_HOME: join(home, 'nobody') } }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), 'preview', dir], {
    ...alone,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  expect(await ended(child)).toEqual({ code: 0, said: '2 files, 2 B; a first install fetches about 2 B\n' })
  await writeFile(join(dir, 'A.txt'), 'z')
  await chmod(join(dir, 'A.txt'), 0o644)
  expect(await kettle('preview', dir)).toMatchObject({ code: 1, said: expect.stringContaining('differ only in case') })
})

it('lists uploads that were broken off, and gives them up', async () => {
  const { slug, gameId } = await newGame()
  const { body } = await call(
    store.url,
    'storage.createUpload',
    { gameId, platform: 'linux', version: '7.0' },
    { authorization: `Bearer ${token}` },
  )
  const { uploadId } = body.result.data
  expect((await kettle('uploads')).said).toContain(`${uploadId}  ${slug}  7.0  linux`)
  expect((await kettle('cancel', uploadId)).code).toBe(0)
  expect((await kettle('uploads')).said).not.toContain(uploadId)
})
