import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePorts } from './processes.ts'
import { processesOf, type RunningStart, runStart } from './testing/run-start.ts'

let dataDir: string
let env: Record<string, string>
let dev: RunningStart

const runDev = (changes: Record<string, string> = {}) => runStart({ ...env, ...changes }, [], 'dev.ts')

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'kettle-dev-'))
  // Without the demo, which would take longer than all else.
  writeFileSync(join(dataDir, 'seeded'), '')
  const names = ['KETTLE_HTTP_PORT', 'KETTLE_SFTP_PORT', 'KETTLE_WEB_PORT', 'KETTLE_LAUNCHER_PORT']
  env = { KETTLE_DATA_DIR: dataDir }
  const ports = await freePorts(names.length)
  for (const [at, name] of names.entries()) env[name] = String(ports[at])
  dev = runDev()
  await dev.said(/Ctrl-C stops everything/u)
})

afterAll(async () => {
  dev.child.kill('SIGTERM')
  await dev.ended
  rmSync(dataDir, { recursive: true, force: true })
})

/** The process group of a process, by Linux's /proc. */
function groupOf(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]
}

const web = () => `http://localhost:${env.KETTLE_WEB_PORT}`
const logIn = (origin: string, server = web()) =>
  fetch(`${server}/trpc/auth.login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kettle-client': 'web', origin },
    body: JSON.stringify({ email: 'nobody@kettle.test', password: 'no password of theirs' }),
  })

it('shows web and launcher from their sources, and the mails, on the ports of the environment', async () => {
  expect(await (await fetch(web())).text()).toContain('/@vite/client')
  expect((await fetch(`${web()}/dev/outbox`)).status).toBe(200)
  const launcher = /Launcher +(\S+)/u.exec(dev.output())?.[1] ?? ''
  expect(new URL(launcher).port).toBe(env.KETTLE_LAUNCHER_PORT)
  expect(await (await fetch(launcher)).text()).toContain('/@vite/client')
  expect((await fetch(new URL('main.tsx', launcher))).status).toBe(200)
  expect((await fetch(new URL('/main.tsx', launcher))).status).toBe(404)
})

it("takes a log-in from Vite's port, by both of its names, and from no other site", async () => {
  const api = `http://localhost:${env.KETTLE_HTTP_PORT}`
  for (const origin of [web(), `http://127.0.0.1:${env.KETTLE_WEB_PORT}`, api])
    expect((await logIn(origin)).status, origin).toBe(401)
  expect((await logIn('http://evil.test')).status).toBe(403)
  expect((await logIn('http://localhost:1', api)).status).toBe(403)
})

it('starts the server anew after a change, beside the same services', async () => {
  const services = () =>
    processesOf(dataDir)
      .filter(({ line }) => /postgres -D|redis-server/u.test(line))
      .map(({ pid }) => pid)
  const before = services()
  expect(before.length).toBeGreaterThan(0)
  const source = fileURLToPath(new URL('../http/loopback-origins.ts', import.meta.url))
  utimesSync(source, new Date(), new Date())
  await dev.said(/The server is started again: \S+loopback-origins\.ts changed/u)
  await dev.said(/The server is back/u)
  expect((await fetch(`${web()}/readyz`)).status).toBe(200)
  expect(services()).toEqual(before)
})

it('says what is in the way: another on the same folder, a taken port, a database of the operator', async () => {
  const second = runDev()
  expect(await second.ended).toBe(1)
  expect(second.output()).toMatch(/it runs already \(process \d+\) on .*\. End that one, or set KETTLE_DATA_DIR\./u)

  const [taken, other] = [createServer().listen(0, '127.0.0.1'), mkdtempSync(join(tmpdir(), 'kettle-dev-'))]
  await once(taken, 'listening')
  const address = taken.address()
  const port = String(typeof address === 'object' && address?.port)
  for (const name of ['KETTLE_WEB_PORT', 'KETTLE_LAUNCHER_PORT']) {
    const free = { ...env, KETTLE_DATA_DIR: other }
    const names = Object.keys(free).filter((each) => each.endsWith('_PORT'))
    const ports = await freePorts(names.length)
    for (const [at, each] of names.entries()) free[each as never] = String(ports[at]) as never
    const third = runDev({ ...free, [name]: port })
    expect(await third.ended).toBe(1)
    expect(third.output()).toContain(`${name}`)
    expect(third.output()).toContain(port)
  }
  taken.close()

  const same = runDev({ KETTLE_DATA_DIR: other, KETTLE_WEB_PORT: env.KETTLE_HTTP_PORT ?? '' })
  expect(await same.ended).toBe(1)
  expect(same.output()).toContain('they must differ')

  const operators = runDev({ DATABASE_URL: 'postgres://localhost/store', REDIS_URL: 'redis://localhost' })
  expect(await operators.ended).toBe(1)
  expect(operators.output()).toContain('unset DATABASE_URL and REDIS_URL')
  rmSync(other, { recursive: true, force: true })
})

it("ends all that it started on Ctrl-C, which a terminal sends to every process of the program's group", async () => {
  expect(processesOf(dataDir).length).toBeGreaterThan(4)
  const group = groupOf(dev.child.pid ?? 0)
  const ofGroup = processesOf(dataDir).filter(({ pid }) => groupOf(pid) === group)
  expect(ofGroup.map(({ pid }) => pid)).toContain(dev.child.pid)
  for (const { pid } of ofGroup) process.kill(pid, 'SIGINT')
  expect(await dev.ended).toBe(0)
  expect(dev.output()).toMatch(/Stopping …\nStopped\.\n$/u)
  await expect.poll(() => processesOf(dataDir)).toEqual([])
})
