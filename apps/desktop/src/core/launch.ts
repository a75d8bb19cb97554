import { createHash } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { LaunchEntry, Manifest } from '@kettle/depot'
import { contentType } from './content-type.ts'
import { fail } from './failure.ts'
import { readManifest, statePaths } from './install/state-folder.ts'
import type { PageGame, Platform } from './ports.ts'

/** How to start a game here: the entry for this platform, else an html one for any; null when nothing starts here. */
export function chooseEntry(launch: readonly LaunchEntry[], platform: Platform): LaunchEntry | null {
  const own = launch.find((entry) => entry.platform === platform)
  return own ?? launch.find((entry) => entry.platform === 'any' && entry.kind === 'html') ?? null
}

/** An installed game that is about to be started. */
export interface Installed {
  dir: string
  manifest: Manifest
}

/**
 * The installed build in a folder, if its manifest is the one that the store named.
 * @throws BridgeError NOT_INSTALLED
 */
export async function openInstalled(dir: string, manifestSha256: string): Promise<Installed> {
  const manifest = await readManifest(statePaths(dir).manifest, manifestSha256)
  if (!manifest) throw fail('NOT_INSTALLED', `The build in ${dir} is not the one that was installed`)
  return { dir, manifest }
}

/**
 * A file of the build with the bytes that the manifest says, or null for a path that the build doesn't have.
 * @throws BridgeError BUILD_DAMAGED when the file is gone, changed, or leads out of the folder.
 */
export async function readChecked(
  { dir, manifest }: Installed,
  path: string,
): Promise<{ file: string; bytes: Buffer } | null> {
  const listed = manifest.files.find((one) => one.path === path)
  if (!listed) return null
  try {
    const root = await realpath(dir)
    const file = await realpath(join(root, path))
    const bytes = file.startsWith(root + sep) ? await readFile(file) : null
    if (bytes && createHash('sha256').update(bytes).digest('hex') === listed.sha256) return { file, bytes }
  } catch (cause) {
    throw fail('BUILD_DAMAGED', `"${path}" can't be read`, cause)
  }
  throw fail('BUILD_DAMAGED', `"${path}" is not as it was installed`)
}

/** Reads the files of an html game for whoever shows it; what is not of the build, or not whole, is not there. */
export function pageReader(installed: Installed): PageGame['read'] {
  return async (path) => {
    const found = await readChecked(installed, path).catch(() => null)
    return found && { bytes: found.bytes, type: contentType(path) }
  }
}
