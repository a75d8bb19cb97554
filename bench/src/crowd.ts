import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import autocannon from 'autocannon'
import { startSshd } from './delivery/sshd.ts'
import { bigFile, emptyFolder, played, serve } from './delivery.ts'
import type { Talkers } from './messages/server.ts'
import type { Report } from './row.ts'

const CROWD = 20
const CROWD_BYTES = 60_000_000
const BESIDE = 4
const SECONDS = 8
/** Requests a second of somebody who uses the store while others download. */
const RATE = 100
const MB = 1_000_000
/** Linux counts processor time in these. */
const TICKS = 100

/** What a crowd costs the SFTP node against sshd, and what four downloads do to the API's slowest answers. */
export async function crowd(report: Report): Promise<void> {
  if (process.platform !== 'linux') return console.log('crowd: skipped, it reads /proc')
  const workDir = join(tmpdir(), 'kettle-bench')
  mkdirSync(workDir, { recursive: true })
  try {
    await parallel(workDir, report)
    await beside(workDir, report)
  } finally {
    rmSync(join(workDir, 'fetched'), { recursive: true, force: true })
  }
}

async function parallel(workDir: string, report: Report): Promise<void> {
  const game = bigFile(workDir, CROWD_BYTES)
  const { node, ticket, stop } = await serve(workDir, game)
  const ours = await costOf(node.pid ?? 0, () => all((into) => played(into, ticket)))
  await stop(node)
  const sshd = await startSshd(workDir)
  const peer = await costOf(sshd.pid, () => all((into) => sshd.fetch(game, into)))
  await sshd.stop()
  const name = `${CROWD} downloads of ${CROWD_BYTES / MB} MB at once`
  const row = (what: string, unit: string, a: number, b: number) =>
    report({ name: `${name}: ${what}`, ours: a, peer: b, unit, ratio: b / a, bar: 'for information' })
  row('memory of the node at its highest / of all sshd', 'MB', ours.bytes / MB, peer.bytes / MB)
  row('processor time of the node / of all sshd', 's', ours.seconds, peer.seconds)
  row('until all have it', 's', ours.took, peer.took)

  async function all(fetch: (into: string) => Promise<number>): Promise<void> {
    const folders = Array.from({ length: CROWD }, () => emptyFolder(workDir))
    await Promise.all(folders.map(fetch))
    for (const into of folders) rmSync(into, { recursive: true })
  }
}

async function beside(workDir: string, report: Report): Promise<void> {
  const store = fork(new URL('./messages/server.ts', import.meta.url), ['2'])
  const [{ ours, people }] = (await once(store, 'message')) as [Talkers]
  const { node, ticket, stop } = await serve(workDir, bigFile(workDir))
  try {
    const token = people[0]?.token ?? ''
    await slowest(ours, token)
    const idle = await slowest(ours, token)
    let over = false
    const downloads = Array.from({ length: BESIDE }, async () => {
      while (!over) {
        const into = emptyFolder(workDir)
        await played(into, ticket)
        rmSync(into, { recursive: true })
      }
    })
    // Past the start, in the middle of the bytes.
    await wait(2000)
    const busy = await slowest(ours, token)
    over = true
    await Promise.all(downloads)
    for (const [path, before] of idle) {
      const during = busy.get(path) ?? Number.NaN
      report({
        name: `${path} p99 beside ${BESIDE} downloads (their players on this machine too) / idle`,
        ...{ ours: during, peer: before, unit: 'ms', ratio: during / before, bar: '<= 2' },
      })
    }
  } finally {
    await stop(node)
    await end(store)
  }
}

/** The 99th percentile in ms at a steady rate of requests. */
async function slowest(url: string, token: string): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  for (const path of ['auth.me', 'search.storefront']) {
    const { latency, non2xx, errors } = await autocannon({
      ...{ url: `${url}/trpc/${path}`, headers: { authorization: `Bearer ${token}` } },
      ...{ connections: 4, overallRate: RATE, duration: SECONDS },
    })
    if (non2xx > 0 || errors > 0) throw new Error(`${path}: ${non2xx} refusals, ${errors} errors`)
    times.set(path, latency.p99)
  }
  return times
}

/** What a process and all its children cost while something happens: highest memory of all together, processor time, and how long. */
async function costOf(
  pid: number,
  work: () => Promise<void>,
): Promise<{ bytes: number; seconds: number; took: number }> {
  let bytes = 0
  const times = new Map<number, number>()
  const look = (): void => {
    let sum = 0
    for (const one of family(pid)) {
      const { resident, ticks } = statOf(one)
      sum += resident
      times.set(one, Math.max(times.get(one) ?? 0, ticks))
    }
    bytes = Math.max(bytes, sum)
  }
  look()
  const before = [...times.values()].reduce((sum, ticks) => sum + ticks, 0)
  const began = performance.now()
  const looking = setInterval(look, 50)
  try {
    await work()
  } finally {
    clearInterval(looking)
  }
  look()
  const after = [...times.values()].reduce((sum, ticks) => sum + ticks, 0)
  return { bytes, seconds: (after - before) / TICKS, took: (performance.now() - began) / 1000 }
}

/** The process and all that it has started. */
function family(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((name): [number, number] => [Number(name), statOf(Number(name)).parent])
  const found = [pid]
  for (const one of found) found.push(...parents.filter(([, parent]) => parent === one).map(([child]) => child))
  return found
}

/** Of /proc/<pid>/stat: the parent, resident bytes, and ticks of processor time; zeros for one that is gone. */
function statOf(pid: number): { parent: number; resident: number; ticks: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ')
    const field = (number: number) => Number(fields[number - 3])
    return { parent: field(4), resident: field(24) * 4096, ticks: field(14) + field(15) }
  } catch {
    return { parent: 0, resident: 0, ticks: 0 }
  }
}

async function end(child: ChildProcess): Promise<void> {
  child.disconnect()
  await once(child, 'exit')
}
