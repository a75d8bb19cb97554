import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ask, call } from '../testing/run-store.ts'
import { demoGames } from './demo/catalogue.ts'
import { freePorts } from './processes.ts'
import { processesOf, type RunningStart, runStart } from './testing/run-start.ts'

const UP = /Kettle is on[\s\S]*└/u
const CREDENTIALS = { email: 'player@kettle.test', password: 'kettle-on-the-stove' }
/** A machine that does much else at once may be slow; the tests are about what happens, not how soon. */
const PATIENCE_MS = 30_000
/** It builds the web app first, if that is out of date. */
const FIRST_START_MS = 240_000

// What runs is looked up in /proc.
describe.skipIf(process.platform !== 'linux')('npm start', () => {
  let root: string
  let dataDir: string
  let env: Record<string, string>
  let url: string
  let running: RunningStart | undefined

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'kettle-start-'))
    dataDir = join(root, 'мой чайник')
    const [http, sftp] = await freePorts(2)
    url = `http://127.0.0.1:${http}`
    env = { KETTLE_DATA_DIR: dataDir, KETTLE_HTTP_PORT: String(http), KETTLE_SFTP_PORT: String(sftp) }
  })
  afterAll(async () => {
    running?.child.kill('SIGKILL')
    await gone()
    await rm(root, { recursive: true, force: true })
  })

  const start = (args: string[] = []) => {
    running = runStart(env, args)
    return running
  }
  const find = (part: string) => processesOf(dataDir).find(({ line }) => line.includes(part))?.pid
  const pidOf = (part: string) => {
    const pid = find(part)
    if (!pid) throw new Error(`no process ${part} runs:\n${running?.output()}`)
    return pid
  }
  const gone = () => vi.waitFor(() => expect(processesOf(dataDir)).toEqual([]), { timeout: PATIENCE_MS, interval: 50 })
  const ready = (expected: object) =>
    vi.waitFor(async () => expect((await ask(url, '../readyz')).body).toMatchObject(expected), {
      timeout: PATIENCE_MS,
      interval: 50,
    })
  const owned = async () => {
    const { body } = await call(url, 'auth.login', CREDENTIALS)
    const { token } = body.result.data
    const list = await ask(url, 'library.list', undefined, { authorization: `Bearer ${token}` })
    return list.body.result.data.length as number
  }

  it('is stopped in the middle of its first start and leaves no process', async () => {
    const first = start()
    await first.said(/Starting Postgres/u)
    await vi.waitFor(() => expect(processesOf(dataDir).length).toBeGreaterThan(2), {
      timeout: PATIENCE_MS,
      interval: 10,
    })
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
    // What the guard had to kill may be seen for another moment.
    await gone()
    expect(first.output()).not.toContain("can't start")
    expect(await readdir(dataDir)).not.toContain('lock')
  })

  it(
    'is killed while it fills the store: the guard ends the rest',
    async () => {
      const killed = start()
      await killed.said(/Filling the demo store/u)
      killed.child.kill('SIGKILL')
      await killed.ended
      await gone()
    },
    FIRST_START_MS,
  )

  it(
    'goes on filling where it was killed, and refuses a second start and a reset meanwhile',
    async () => {
      const store = start()
      await store.said(UP)
      const { body } = await ask(url, 'search.games')
      expect(body.result.data.total).toBe(demoGames.length)
      for (const args of [[], ['--reset', '--yes']]) {
        const second = runStart(env, args)
        expect(await second.ended).toBe(1)
        expect(second.output()).toContain(`it runs already (process ${store.child.pid})`)
      }
    },
    FIRST_START_MS,
  )

  it('answers 503 while Redis or Postgres is dead, and brings it back', async () => {
    process.kill(pidOf('redis-server'), 'SIGKILL')
    await running?.said(/The private Redis is back/u)
    await ready({ ok: true })
    process.kill(pidOf('/bin/postgres -D'), 'SIGKILL')
    const during = await ask(url, 'search.games')
    expect([200, 503]).toContain(during.status)
    if (during.status === 503) expect(during.body.error.data.reason).toBe('UNAVAILABLE')
    await running?.said(/The private Postgres is back/u)
    await ready({ ok: true })
    expect(await owned()).toBeGreaterThanOrEqual(0)
  })

  it('says so while Redis does not answer, and heals when it does', async () => {
    const redis = pidOf('redis-server')
    process.kill(redis, 'SIGSTOP')
    try {
      await ready({ ok: false, redis: false, postgres: true })
      const registration = { name: 'Vasya', email: 'vasya@kettle.test', password: 'a long enough secret' }
      const { status, body } = await call(url, 'auth.register', registration)
      expect([status, body.error.data.reason]).toEqual([503, 'UNAVAILABLE'])
    } finally {
      process.kill(redis, 'SIGCONT')
    }
    await ready({ ok: true })
  })

  it('starts the SFTP process again on its port', async () => {
    const before = pidOf('sftp/process.ts')
    process.kill(before, 'SIGKILL')
    await vi.waitFor(() => expect([undefined, before]).not.toContain(find('sftp/process.ts')), { timeout: PATIENCE_MS })
    await vi.waitFor(() => expect(banner(Number(env.KETTLE_SFTP_PORT))).resolves.toContain('SSH-2.0'), {
      timeout: PATIENCE_MS,
    })
  })

  it('recovers from a kill that took the guard too, and stops in order', async () => {
    const guard = pidOf('dev/guard.ts')
    // Frozen first, so that neither notices in time that the other is gone.
    process.kill(guard, 'SIGSTOP')
    running?.child.kill('SIGKILL')
    await running?.ended
    process.kill(guard, 'SIGKILL')
    expect(pidOf('redis-server')).toBeGreaterThan(0)
    expect(pidOf('/bin/postgres -D')).toBeGreaterThan(0)
    const again = start()
    await again.said(UP)
    const answers = Array.from({ length: 20 }, () => ask(url, 'search.storefront'))
    expect([200, 503]).toContain((await Promise.race(answers)).status)
    again.child.kill('SIGTERM')
    expect(await again.ended).toBe(0)
    await gone()
    // A connection that the store has not heard a word on when it stops is cut off, as one that was idle.
    for (const answer of await Promise.allSettled(answers))
      if (answer.status === 'fulfilled') expect([200, 503]).toContain(answer.value.status)
  })

  it('names the port that is taken and its setting, before anything is started', async () => {
    for (const setting of ['KETTLE_HTTP_PORT', 'KETTLE_SFTP_PORT']) {
      const taken = createServer().listen(Number(env[setting]), '127.0.0.1')
      const refused = start()
      expect(await refused.ended).toBe(1)
      expect(refused.output()).toContain(`Port ${env[setting]} is taken by another program.`)
      expect(refused.output()).toContain(setting)
      expect(refused.output()).not.toContain('Starting Postgres')
      taken.close()
    }
  })

  it('does not empty a store without being told so, nor run on a damaged secret', async () => {
    const asked = start(['--reset'])
    expect(await asked.ended).toBe(1)
    expect(asked.output()).toContain('--yes')
    await writeFile(join(dataDir, 'secret'), '')
    const damaged = start()
    expect(await damaged.ended).toBe(1)
    expect(damaged.output()).toContain('secret is damaged')
  })
})

/** The first line that an SSH server sends. */
async function banner(port: number): Promise<string> {
  const { connect } = await import('node:net')
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.setEncoding('utf8').once('data', (text: string) => {
      socket.destroy()
      resolve(text)
    })
    socket.once('error', reject)
  })
}
