import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { decodeManifest, type Manifest, STATE_FOLDER } from '@kettle/depot'
import { errorCode } from './errors.ts'

/** The files of the state folder inside an install folder. */
export function statePaths(dir: string): {
  folder: string
  lock: string
  manifest: string
  want: string
  journal: string
  staging: string
} {
  const folder = join(dir, STATE_FOLDER)
  return {
    folder,
    lock: join(folder, 'lock'),
    /** The build that is installed, whole. */
    manifest: join(folder, 'manifest'),
    /** The build that is being installed. While it is there, the folder must not be played. */
    want: join(folder, 'want'),
    journal: join(folder, 'journal'),
    staging: join(folder, 'staging'),
  }
}

/** What a folder holds. */
export interface InstallState {
  installed: Manifest | null
  /** A build whose installation has begun and not ended. */
  pending: Manifest | null
}

export async function readState(dir: string): Promise<InstallState> {
  const paths = statePaths(dir)
  return { installed: await readManifest(paths.manifest), pending: await readManifest(paths.want) }
}

/** The manifest in a file, or null where there is none that can be read: then nothing is known and all is checked. */
export async function readManifest(path: string, expectedSha256?: string): Promise<Manifest | null> {
  try {
    return decodeManifest(await readFile(path), expectedSha256)
  } catch {
    return null
  }
}

/** Replaces a file at once: after a crash it holds the old bytes or the new. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.new`
  const file = await open(temporary, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

export async function makeStateFolder(dir: string): Promise<void> {
  await mkdir(statePaths(dir).folder, { recursive: true })
}

/** Forgets a begun installation; what is installed stays. */
export async function clearPending(dir: string): Promise<void> {
  const { want, journal, staging } = statePaths(dir)
  await rm(staging, { recursive: true, force: true })
  await rm(journal, { force: true })
  await rm(want, { force: true })
}

export async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/** When this computer was started, in seconds since 1970: tells files of before a power cut from files of now. */
export function bootSeconds(): number {
  return Math.round(Date.now() / 1000 - uptime())
}

/** Clocks are set and uptimes rounded: two readings this close are of one start. */
export function sameBoot(one: number, other: number): boolean {
  return Math.abs(one - other) <= 5
}
