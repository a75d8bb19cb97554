import { lstat, readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { DepotError } from './errors.ts'

export interface FolderEntries {
  files: { path: string; mode: 0o644 | 0o755; size: number }[]
  /** Empty ones only. */
  dirs: string[]
  links: { path: string; target: string }[]
}

/**
 * All that lies in a folder, sorted by path so that the same folder always gives the same list. Of a mode only
 * "may run" is kept: the rest belongs to the machine, not to the game.
 * @throws DepotError PATH_INVALID for what can't be shipped, such as sockets.
 */
export async function listFolder(dir: string): Promise<FolderEntries> {
  const found: FolderEntries = { files: [], dirs: [], links: [] }
  await walk(dir, '', found)
  const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1)
  found.files.sort(byPath)
  found.links.sort(byPath)
  found.dirs.sort()
  return found
}

async function walk(dir: string, below: string, found: FolderEntries): Promise<void> {
  const entries = await readdir(join(dir, below), { withFileTypes: true })
  if (entries.length === 0 && below !== '') found.dirs.push(below)
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) await walk(dir, path, found)
    else if (entry.isSymbolicLink())
      found.links.push({ path, target: (await readlink(join(dir, path))).replaceAll('\\', '/') })
    else if (entry.isFile()) {
      const { mode, size } = await lstat(join(dir, path))
      found.files.push({ path, mode: mode & 0o111 ? 0o755 : 0o644, size })
    } else throw new DepotError('PATH_INVALID', `"${path}" is neither a file, a folder nor a link`)
  }
}
