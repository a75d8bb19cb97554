import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskStore, type Ingested, ingestFolder, memoryIndex } from '@kettle/depot'
import { SFTP_NODE_ARGUMENTS } from '../../apps/server/src/sftp/supervise.ts'
import { play, sentBytes } from './delivery/processes.ts'
import { startSshd } from './delivery/sshd.ts'

/** One line of the bench: seconds (or bytes) of ours and the peer, and what their ratio must reach. */
export interface Row {
  name: string
  ours: number
  peer: number
  unit: string
  ratio: number
  bar: string
}

const ROUNDS = 3
const KILLS = 50
const BIG_BYTES = 500_000_000

/** Our launcher core from our SFTP node against OpenSSH's sftp from sshd, both over loopback, in turn; medians. */
export async function delivery(report: (row: Row) => void, workDir = join(tmpdir(), 'kettle-bench')): Promise<void> {
  mkdirSync(workDir, { recursive: true })
  const sshd = await startSshd(workDir)
  try {
    const big = bigFile(workDir)
    const bigRow = await compare(workDir, big, (into) => sshd.fetch(big, into), 'remove')
    report({ name: 'download: one file of 500 MB, incompressible', ...bigRow, bar: '>= 0.8' })
    const tux = superTux(workDir)
    const tuxRow = await compare(workDir, tux, (into) => sshd.fetch(tux, into), 'keep')
    report({ name: "download: SuperTux's data, 4,060 files, 242 MB", ...tuxRow, bar: '>= 3' })
    report(await resumed(workDir, big))
  } finally {
    await sshd.stop()
    rmSync(join(workDir, 'fetched'), { recursive: true, force: true })
  }
}

async function compare(
  workDir: string,
  game: string,
  peer: (into: string) => Promise<number>,
  afterwards: 'keep' | 'remove',
): Promise<Omit<Row, 'name' | 'bar'>> {
  const { node, ticket, stop } = await serve(workDir, game)
  const ours: number[] = []
  const theirs: number[] = []
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      const one = await intoEmpty(workDir, (into) => played(into, ticket), afterwards)
      const other = await intoEmpty(workDir, peer, afterwards)
      // The first round warms the disk's cache for both.
      if (round > 0) ours.push(one) && theirs.push(other)
    }
  } finally {
    await stop(node)
  }
  return { ours: median(ours), peer: median(theirs), unit: 's', ratio: median(theirs) / median(ours) }
}

/** Kills the launcher again and again, each time when another fiftieth of the one file is there, and counts what the node sent in all. */
async function resumed(workDir: string, game: string): Promise<Row> {
  const { node, ticket, stop, ingested } = await serve(workDir, game)
  const into = emptyFolder(workDir)
  let kills = 0
  try {
    const staged = (): number => statSync(join(into, '.kettle/staging/0'), { throwIfNoEntry: false })?.size ?? 0
    for (; kills < KILLS; kills++) {
      const player = play(into, ticket)
      const enough = (ingested.installBytes * (kills + 1)) / (KILLS + 1)
      const watch = setInterval(() => staged() >= enough && player.kill('SIGKILL'), 1)
      const [code] = await once(player, 'exit')
      clearInterval(watch)
      if (code === 0) break
    }
    await played(into, ticket)
    const sent = await sentBytes(node)
    const ratio = sent / ingested.downloadBytes
    return {
      name: `resume: ${kills} kills during one download`,
      ours: sent,
      peer: ingested.downloadBytes,
      unit: 'bytes',
      ratio,
      bar: '<= 1.02',
    }
  } finally {
    await stop(node)
  }
}

export interface Serving {
  node: ChildProcess
  ticket: string
  ingested: Ingested
  stop: (node: ChildProcess) => Promise<void>
}

export async function serve(workDir: string, game: string): Promise<Serving> {
  const depot = join(workDir, 'depot')
  rmSync(depot, { recursive: true, force: true })
  const ingested = await ingestFolder({ dir: game, store: diskStore(depot), index: memoryIndex() })
  const node = fork(
    join(import.meta.dirname, 'delivery/node.ts'),
    [depot, ingested.manifestSha256, join(workDir, 'host-key')],
    { execArgv: SFTP_NODE_ARGUMENTS },
  )
  const [{ port, hostKeySha256 }] = await once(node, 'message')
  const build = {
    id: 'build',
    version: '1',
    manifestSha256: ingested.manifestSha256,
    installBytes: ingested.installBytes,
  }
  const ticket = JSON.stringify({
    host: '127.0.0.1',
    port,
    username: 'dl-bench',
    password: 'bench',
    hostKeySha256,
    expiresAt: '',
    build,
  })
  return {
    node,
    ticket,
    ingested,
    async stop() {
      node.disconnect()
      await once(node, 'exit')
      rmSync(depot, { recursive: true, force: true })
    },
  }
}

/** Seconds from the click to the last byte in place; the launcher was running before. */
export async function played(into: string, ticket: string): Promise<number> {
  const player = play(into, ticket)
  let took = Number.NaN
  player.on('message', ({ seconds }: { seconds?: number }) => {
    if (seconds !== undefined) took = seconds
  })
  const [code] = await once(player, 'exit')
  if (code !== 0) throw new Error(`the launcher's core ended with ${code}`)
  return took
}

let folders = 0

export function emptyFolder(workDir: string): string {
  const dir = join(workDir, 'fetched', String(++folders))
  mkdirSync(dir, { recursive: true })
  return dir
}

/**
 * Starts with all that was written before on the disk. A large file is removed at once, many small ones at the very end:
 * ext4 searches long for places of new files while it remembers many that were deleted within the last minute.
 */
async function intoEmpty(
  workDir: string,
  fetch: (into: string) => Promise<number>,
  afterwards: 'keep' | 'remove',
): Promise<number> {
  const into = emptyFolder(workDir)
  execFileSync('sync')
  const seconds = await fetch(into)
  if (afterwards === 'remove') rmSync(into, { recursive: true })
  return seconds
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

export function bigFile(workDir: string, bytes = BIG_BYTES): string {
  const dir = join(workDir, `big-${bytes}`)
  if (!existsSync(dir)) {
    mkdirSync(dir, { recursive: true })
    writeFileSync(join(dir, 'data.bin'), randomFillSync(Buffer.allocUnsafeSlow(bytes)))
  }
  return dir
}

/** Someone else's real game, from Debian's package; kept for the next time. */
function superTux(workDir: string): string {
  const dir = join(workDir, 'supertux')
  if (!existsSync(dir)) {
    const unpacking = join(workDir, 'unpacking')
    rmSync(unpacking, { recursive: true, force: true })
    mkdirSync(unpacking, { recursive: true })
    execFileSync('apt-get', ['download', '-q', 'supertux-data'], {
      cwd: unpacking,
      stdio: ['ignore', 'ignore', 'ignore'],
    })
    const file = readdirSync(unpacking).find((name) => name.endsWith('.deb')) ?? ''
    execFileSync('dpkg', ['-x', join(unpacking, file), join(unpacking, 'root')])
    cpSync(join(unpacking, 'root/usr'), dir, { recursive: true, verbatimSymlinks: true })
    rmSync(unpacking, { recursive: true, force: true })
  }
  return dir
}
