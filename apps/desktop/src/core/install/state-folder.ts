import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { decodeManifest, type Manifest, sha256Hex } from '@kettle/depot'
import { errorCode } from './errors.ts'
import { statePaths } from './state-paths.ts'

export { statePaths }

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

/** The same with the manifest's name. */
export async function readNamedManifest(path: string): Promise<{ manifest: Manifest; sha256: string } | null> {
  try {
    const bytes = await readFile(path)
    return { manifest: decodeManifest(bytes), sha256: sha256Hex(bytes) }
  } catch {
    return null
  }
}

/** The manifest in a file, or null where there is none that can be read: then nothing is known and all is checked. */
export async function readManifest(path: string, expectedSha256?: string): Promise<Manifest | null> {
  try {
    return decodeManifest(await readFile(path), expectedSha256)
  } catch {
    return null
  }
}

/**
 * Replaces a manifest at once: a kill leaves the old or the new. After a power cut it may be torn, which its hash or its
 * form shows, and then everything is looked at anew; waiting for the disk here would hold up every install.
 */
export async function writeManifest(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.new`
  await writeFile(temporary, bytes)
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
