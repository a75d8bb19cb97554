import type { BigIntStats } from 'node:fs'
import { lstat, open, readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { DepotError } from './errors.ts'
import { type HeldFolder, holdBelow, holdFolder, READ_NOFOLLOW } from './held-folder.ts'
import { MAX_PATH_BYTES } from './paths.ts'

export interface FolderEntries {
  files: { path: string; mode: 0o644 | 0o755; size: number }[]
  /** Empty ones only. */
  dirs: string[]
  links: { path: string; target: string }[]
}

/** A file of a source, open for reading from its beginning. */
export interface SourceFile {
  /** Fills `into` with the next bytes and answers how many it gave: 0 at the end. */
  read(into: Buffer): Promise<number>
  /** Makes sure that what was read is what was listed. @throws DepotError SOURCE_CHANGED */
  check(): Promise<void>
  close(): Promise<void>
}

/** What a build is made of. Nothing of it is reached through a link, and nothing that was not listed is read. */
export interface BuildSource {
  /**
   * All that there is, sorted by path so that the same folder always gives the same list.
   * @throws DepotError PATH_INVALID for what can't be shipped, such as sockets; BUILD_TOO_LARGE
   */
  list(): Promise<FolderEntries>
  /** Opens a file that was listed. @throws DepotError SOURCE_CHANGED when another or a changed one is in its place */
  open(path: string): Promise<SourceFile>
}

/** More files, folders and links than a build may have. */
export const MAX_BUILD_ENTRIES = 500_000

/**
 * A folder of this machine as a source. Files are opened below handles of their folders, without following links, and
 * compared with what was listed by device, inode, size and times, before and after they are read.
 */
export function folderSource(dir: string): BuildSource {
  const listed = new Map<string, string>()
  const changed = (path: string, cause?: unknown): DepotError =>
    new DepotError('SOURCE_CHANGED', `"${path}" was changed while it was read`, { cause })
  return {
    async list() {
      const found: FolderEntries = { files: [], dirs: [], links: [] }
      listed.clear()
      const root = await holdFolder(dir)
      try {
        await walk(root, '', { found, listed, entries: 0 })
      } finally {
        await root.close()
      }
      const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1)
      found.files.sort(byPath)
      found.links.sort(byPath)
      found.dirs.sort()
      return found
    },
    async open(path) {
      const expected = listed.get(path)
      if (expected === undefined) throw changed(path)
      const names = path.split('/')
      const name = names.pop() ?? ''
      try {
        const folder = await holdBelow(dir, names)
        try {
          const file = await open(join(folder.at, name), READ_NOFOLLOW)
          const check = async (): Promise<void> => {
            const now = await file.stat({ bigint: true })
            if (!now.isFile() || stateOf(now) !== expected) throw changed(path)
          }
          try {
            await check()
          } catch (error) {
            await file.close()
            throw error
          }
          return {
            read: async (into) => (await file.read(into, 0, into.length, null)).bytesRead,
            check,
            close: () => file.close(),
          }
        } finally {
          await folder.close()
        }
      } catch (error) {
        throw isReplaced(error) ? changed(path, error) : error
      }
    },
  }
}

async function walk(
  folder: HeldFolder,
  below: string,
  into: { found: FolderEntries; listed: Map<string, string>; entries: number },
): Promise<void> {
  const names = await readdir(folder.at)
  if (names.length === 0 && below !== '') into.found.dirs.push(below)
  into.entries += names.length
  if (into.entries > MAX_BUILD_ENTRIES)
    throw new DepotError('BUILD_TOO_LARGE', `The folder has more than ${MAX_BUILD_ENTRIES} files, folders and links`)
  for (const name of names) {
    const path = below === '' ? name : `${below}/${name}`
    if (Buffer.byteLength(path) > MAX_PATH_BYTES)
      throw new DepotError('PATH_INVALID', `"${path}" is longer than ${MAX_PATH_BYTES} bytes`)
    const at = join(folder.at, name)
    const entry = await lstat(at, { bigint: true })
    if (entry.isDirectory()) {
      const inner = await holdFolder(at)
      try {
        await walk(inner, path, into)
      } finally {
        await inner.close()
      }
    } else if (entry.isSymbolicLink())
      into.found.links.push({ path, target: (await readlink(at)).replaceAll('\\', '/') })
    else if (entry.isFile()) {
      // Of a mode only "may run" is kept: the rest belongs to the machine, not to the game.
      into.found.files.push({ path, mode: entry.mode & 0o111n ? 0o755 : 0o644, size: Number(entry.size) })
      into.listed.set(path, stateOf(entry))
    } else throw new DepotError('PATH_INVALID', `"${path}" is neither a file, a folder nor a link`)
  }
}

const stateOf = ({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string =>
  `${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`

function isReplaced(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ENXIO'
}
