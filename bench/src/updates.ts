import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskStore, ingestFolder, type MadePatch, makePatch, memoryIndex } from '@kettle/depot'
import { SFTP_NODE_ARGUMENTS } from '../../apps/server/src/sftp/supervise.ts'
import { play, sentBytes } from './delivery/processes.ts'
import type { Report } from './row.ts'

const PROGRAM = 'pokemon-showdown'
const VERSIONS = ['0.11.9', '0.11.10', '0.11.11'] as const
/** Megabytes that each update may cost. */
const BARS = [5.5, 2.5]

/**
 * Bytes that the node sends for updates between real versions of one program, by patches against by chunks alone. The
 * launcher's core does both, so what is counted was also installed and checked.
 */
export async function updates(report: Report, workDir = join(tmpdir(), 'kettle-bench')): Promise<void> {
  const depot = join(workDir, 'updates-depot')
  const folders = join(workDir, 'updates-installed')
  for (const dir of [depot, folders]) rmSync(dir, { recursive: true, force: true })
  const store = diskStore(depot)
  const index = memoryIndex()
  const names: string[] = []
  for (const version of VERSIONS)
    names.push((await ingestFolder({ dir: unpacked(workDir, version), store, index })).manifestSha256)
  try {
    for (const [at, bar] of BARS.entries()) {
      const [from = '', to = ''] = names.slice(at)
      const began = performance.now()
      const patch = await makePatch(store, { from, to })
      const seconds = (performance.now() - began) / 1000
      const fetched = async (way: MadePatch | null): Promise<number> => {
        const dir = join(folders, `${at}-${way ? 'patch' : 'chunks'}`)
        await updated(workDir, depot, dir, from, null)
        return updated(workDir, depot, dir, to, way && { from, ...way })
      }
      const ours = (await fetched(patch)) / 1e6
      const peer = (await fetched(null)) / 1e6
      const [old, next] = VERSIONS.slice(at)
      const name = `update: ${PROGRAM} ${old} -> ${next}, against chunks alone; the patch took ${seconds.toFixed(0)} s to make`
      report({ name, ours, peer, unit: 'MB', ratio: peer / ours, bar: `ours <= ${bar} MB` })
    }
  } finally {
    for (const dir of [depot, folders]) rmSync(dir, { recursive: true, force: true })
  }
}

/** Brings a folder to a build, and answers the bytes that the node sent for it. */
async function updated(
  workDir: string,
  depot: string,
  dir: string,
  manifestSha256: string,
  patch: (MadePatch & { from: string }) | null,
): Promise<number> {
  const patches = patch ? [{ from: patch.from, sha256: patch.sha256, size: patch.size }] : []
  const node = fork(
    join(import.meta.dirname, 'delivery/node.ts'),
    [depot, manifestSha256, join(workDir, 'host-key'), JSON.stringify(patches)],
    { execArgv: SFTP_NODE_ARGUMENTS },
  )
  const [{ port, hostKeySha256 }] = await once(node, 'message')
  const build = { id: 'build', version: '1', manifestSha256, installBytes: 0, patches }
  const ticket = {
    host: '127.0.0.1',
    port,
    username: 'dl-bench',
    password: 'bench',
    hostKeySha256,
    expiresAt: '',
    build,
  }
  const [code] = await once(play(dir, JSON.stringify(ticket)), 'exit')
  if (code !== 0) throw new Error(`the launcher's core ended with ${code}`)
  const sent = await sentBytes(node)
  node.disconnect()
  await once(node, 'exit')
  return sent
}

/** A published version, unpacked; kept for the next time. */
function unpacked(workDir: string, version: string): string {
  const dir = join(workDir, `${PROGRAM}-${version}`)
  if (!existsSync(dir)) {
    const unpacking = join(workDir, 'unpacking')
    rmSync(unpacking, { recursive: true, force: true })
    mkdirSync(unpacking, { recursive: true })
    execFileSync('npm', ['pack', '--silent', `${PROGRAM}@${version}`], { cwd: unpacking, stdio: 'ignore' })
    const file = readdirSync(unpacking).find((name) => name.endsWith('.tgz')) ?? ''
    mkdirSync(dir)
    execFileSync('tar', ['-xzf', join(unpacking, file), '-C', dir, '--strip-components=1'])
    rmSync(unpacking, { recursive: true, force: true })
  }
  return dir
}
