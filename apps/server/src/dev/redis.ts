import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { end, freePort, readPid } from './processes.ts'

export interface PrivateRedis {
  url: string
  pid: number
  stop(): Promise<void>
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

/** A Redis of one's own in `dir`, on a free loopback port with a password, that keeps what it was told across a restart. */
export async function startRedis(dir: string): Promise<PrivateRedis> {
  const data = join(dir, 'redis')
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const pidFile = join(data, 'redis.pid')
  await end(readPid(pidFile), 'server', 'SIGTERM')

  const passwordFile = join(dir, 'redis-password')
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  const password = readFileSync(passwordFile, 'utf8').trim()
  const port = await freePort()
  const config = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir "${data}"`,
    `requirepass ${password}`,
    'appendonly yes',
    'save ""',
    'daemonize no',
  ]
  // Its configuration goes in by stdin, so that the password shows in no process list.
  const child = spawn(findServer(), ['-'], { detached: true, stdio: ['pipe', 'pipe', 'ignore'] })
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
  const pid = child.pid ?? 0
  writeFileSync(pidFile, String(pid))
  child.unref()
  return { url: `redis://:${password}@127.0.0.1:${port}`, pid, stop: () => end(pid, 'server', 'SIGTERM') }
}
