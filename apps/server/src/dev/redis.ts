import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from './files.ts'
import type { Guard } from './guarding.ts'
import { end, freePort, readPid, runs, sight } from './processes.ts'

export interface PrivateRedis {
  url: string
  port: number
  child: ChildProcess
}

/** The server program: KETTLE_REDIS_SERVER (set by scripts/install.mjs when it had to build one), else one on the PATH. */
function findServer(): string {
  const candidates = [process.env.KETTLE_REDIS_SERVER, 'redis-server', 'valkey-server'].filter(
    (name) => name !== undefined,
  )
  const found = candidates.find((name) => spawnSync(name, ['--version']).status === 0)
  if (!found) throw new Error('No redis-server or valkey-server was found. Install one, or set REDIS_URL.')
  return found
}

/**
 * A Redis of one's own in `dir`, on a loopback port with a password, that keeps what it was told across a restart.
 * One left over by a killed start is ended first.
 */
export async function startRedis(dir: string, guard: Guard, wantedPort?: number): Promise<PrivateRedis> {
  const data = join(dir, 'redis')
  mkdirSync(data, { recursive: true, mode: 0o700 })
  await endLeftRedis(dir)

  const passwordFile = join(dir, 'redis-password')
  if (!existsSync(passwordFile)) writeWhole(passwordFile, randomBytes(24).toString('base64url'))
  const password = readFileSync(passwordFile, 'utf8').trim()
  const port = wantedPort ?? (await freePort())
  const config = [
    ...[`port ${port}`, 'bind 127.0.0.1', `requirepass ${password}`],
    ...['appendonly yes', 'save ""', 'daemonize no'],
  ]
  // Its configuration goes in by stdin, so that the password shows in no process list; its files go where it stands.
  const child = spawn(findServer(), ['-'], { detached: true, stdio: ['pipe', 'pipe', 'ignore'], cwd: data })
  guard.watch(child, 'SIGTERM')
  writeFileSync(pidFileOf(dir), `${child.pid}\n${port}\n`)
  child.stdin.on('error', () => {})
  child.stdin.end(config.join('\n'))
  await new Promise<void>((resolve, reject) => {
    let log = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-4000)
      if (/ready to accept connections/i.test(log)) resolve()
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`The private Redis did not start:\n${log}`)))
  })
  child.stdout.removeAllListeners('data').resume()
  child.unref()
  return { url: `redis://:${password}@127.0.0.1:${port}`, port, child }
}

const pidFileOf = (dir: string) => join(dir, 'redis', 'redis.pid')

/** Ends a Redis of this folder that a killed start has left: the one with that id that names itself by that port. */
export async function endLeftRedis(dir: string): Promise<void> {
  const pid = readPid(pidFileOf(dir))
  if (!pid) return
  const [, port] = readFileSync(pidFileOf(dir), 'utf8').split('\n')
  if (port && runs(pid, `127.0.0.1:${port}`)) await end(sight(pid), 'SIGTERM')
}
