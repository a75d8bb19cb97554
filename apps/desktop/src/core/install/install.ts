import { access, constants, mkdir, rename } from 'node:fs/promises'
import {
  decodeManifest,
  easeBufferCollection,
  MAX_MANIFEST_BYTES,
  type Manifest,
  type Plan,
  planInstall,
  type Source,
  scanTree,
  sourcesIn,
  type TreeState,
} from '@kettle/depot'
import { copyChunks } from './copy.ts'
import { type Dialer, openDialer } from './dialer.ts'
import { diskError, InstallError } from './errors.ts'
import { fetchChunks } from './fetch.ts'
import { finish } from './finish.ts'
import type { StagedChunks } from './journal.ts'
import { type Connect, connectSftp } from './line.ts'
import { lockFolder } from './lock.ts'
import { choosePatch } from './patch-source.ts'
import { type Disk, type DownloadTicket, type InstallClock, systemClock, systemDisk } from './ports.ts'
import { type InstallProgress, type Meter, progressMeter } from './progress.ts'
import { forgetStaged, readStaged } from './staged.ts'
import { clearPending, readManifest, readNamedManifest, writeManifest } from './state-folder.ts'
import { statePaths } from './state-paths.ts'
import { openTaker } from './taker.ts'

export interface InstallOptions {
  /** The game's folder. Made when missing; files in it that no build listed are left alone. */
  dir: string
  /** Asks the store for a ticket: at the start, and whenever the last one is used up. */
  ticket: () => Promise<DownloadTicket>
  /** The most connections at once. */
  connections?: number
  onProgress?: (progress: InstallProgress) => void
  /** Pauses or cancels: what has arrived stays for the next time. */
  signal?: AbortSignal
  disk?: Disk
  connect?: Connect
  clock?: InstallClock
}

export interface Installed {
  build: DownloadTicket['build']
  manifest: Manifest
  /** Packed bytes that were fetched this time. */
  fetchedBytes: number
}

const CONNECTIONS = 4
const ROUNDS = 3
/** What a file takes on a disk beyond its bytes, at the most. */
const BLOCK_BYTES = 4096

/**
 * Makes the folder hold the build that the ticket names, whatever it holds now: installs, resumes, repairs and updates.
 * Everything that is there is hashed first, and only the rest is fetched. Killed at any point, the next call goes on
 * where it stopped. Two at once: the second is refused.
 * @throws InstallError, whose `reason` says why it stopped.
 */
export async function install(options: InstallOptions): Promise<Installed> {
  const { dir, ticket, connect = connectSftp, clock = systemClock } = options
  const signal = options.signal ?? new AbortController().signal
  easeBufferCollection()
  try {
    await mkdir(dir, { recursive: true })
    await access(dir, constants.W_OK)
  } catch (error) {
    throw diskError(error, dir)
  }
  const unlock = await lockFolder(dir)
  try {
    const meter = progressMeter(clock, options.onProgress)
    for (let round = 1; ; round++) {
      const dialer = openDialer({ ticket, connect, clock, signal })
      try {
        return await installBuild(options, dialer, meter, clock, signal)
      } catch (error) {
        // A new build was put out meanwhile: go for that one, and use what is here.
        if (!(error instanceof InstallError && error.reason === 'BUILD_CHANGED') || round === ROUNDS) throw error
      } finally {
        dialer.close()
      }
    }
  } catch (error) {
    if (signal.aborted && !(error instanceof InstallError))
      throw new InstallError('CANCELLED', 'The install was stopped', { cause: error })
    throw error
  } finally {
    await unlock()
  }
}

async function installBuild(
  options: InstallOptions,
  dialer: Dialer,
  meter: Meter,
  clock: InstallClock,
  signal: AbortSignal,
): Promise<Installed> {
  const { dir, connections = CONNECTIONS, disk = systemDisk } = options
  const paths = statePaths(dir)
  const { build } = await dialer.ticket()
  const want = await wantedManifest(dir, build.manifestSha256, dialer)
  const before = await readNamedManifest(paths.manifest)
  const old = before?.manifest ?? null

  const installBytes = want.files.reduce((sum, { size }) => sum + size, 0)
  meter.phase('checking', installBytes)
  const tree = await scanTree(dir, want, { onBytes: meter.add, signal })
  const staged = await stagedChunks(dir, want, build.manifestSha256)
  const input = { want, old, files: tree.files, staged }
  const plan = planInstall({ ...input, sources: sourcesHere(want, old, tree) })
  await checkSpace(dir, plan, disk)

  const taker = openTaker({ dir, want, manifestSha256: build.manifestSha256, staged })
  let fetchedBytes = 0
  try {
    if (plan.copies.length > 0) await copyChunks(dir, want, plan.copies, taker, signal)
    taker.makeEmpty(plan.build.filter((index) => want.files[index]?.chunks.length === 0))
    const chunks = plan.copies.length > 0 ? planInstall({ ...input, sources: new Map() }) : plan
    const patch = before && (await choosePatch({ dir, before, want, build, fetch: chunks.fetch, dialer, signal }))
    const { fetch, fetchBytes } = patch ?? chunks
    const total = want.chunks.reduce((sum, { packedSize }) => sum + packedSize, 0)
    meter.phase('downloading', total, total - fetchBytes)
    const onTaken = (packedBytes: number): void => {
      fetchedBytes += packedBytes
      meter.add(packedBytes)
    }
    const { manifestSha256 } = build
    if (fetch.length > 0 || patch)
      await fetchChunks({ want, manifestSha256, fetch, patch, dialer, taker, connections, clock, signal, onTaken })
  } finally {
    taker.close()
  }
  meter.phase('finishing', installBytes, installBytes)
  await finish(dir, want, plan, tree.links)
  await rename(paths.want, paths.manifest)
  await clearPending(dir)
  meter.phase('done', installBytes, installBytes)
  return { build, manifest: want, fetchedBytes }
}

/** The manifest of the wanted build, from here or from the store, noted as the one that is being installed. */
async function wantedManifest(dir: string, sha256: string, dialer: Dialer): Promise<Manifest> {
  const { want } = statePaths(dir)
  const begun = await readManifest(want, sha256)
  if (begun) return begun
  return dialer.use(sha256, async (line) => {
    const bytes = await line.readWhole('/manifest', MAX_MANIFEST_BYTES)
    const manifest = decodeManifest(bytes, sha256)
    await writeManifest(want, bytes)
    return manifest
  })
}

async function stagedChunks(dir: string, want: Manifest, manifestSha256: string): Promise<StagedChunks> {
  const staged = await readStaged(dir, want, manifestSha256)
  if (staged) return staged
  await forgetStaged(dir)
  return new Map()
}

/** Where the folder may hold wanted chunks already: in files of the old build, and in wanted files that are partly right. */
function sourcesHere(want: Manifest, old: Manifest | null, tree: TreeState): Map<string, Source> {
  const here = sourcesIn(want, (index) => {
    const state = tree.files[index]
    if (state?.kind === 'right') return 'all'
    return state?.kind === 'changed' ? state.rightChunks : 'none'
  })
  return old ? new Map([...sourcesIn(old, () => 'all'), ...here]) : here
}

async function checkSpace(dir: string, plan: Plan, disk: Disk): Promise<void> {
  const needed = plan.diskBytes + plan.build.length * BLOCK_BYTES
  const free = await disk.freeBytes(dir)
  if (plan.diskBytes > 0 && free < needed) {
    throw new InstallError('NO_SPACE', `The install needs ${needed} bytes more in ${dir}, and ${free} are free`)
  }
}
