import { lstat, mkdir, readdir, realpath } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { pathProblem } from '@kettle/depot'
import { SftpFailure } from './requests.ts'

/** The folder of one upload, shared by all of its sessions on this node: where paths lead, and what it may still take. */
export interface UploadFolder {
  root: string
  /**
   * The file system path of what a client names, after the rules of a build's paths, with nothing but real folders on
   * the way. `''` is the folder itself. @throws SftpFailure
   */
  resolve(path: string): Promise<{ relative: string; full: string }>
  /** Notes that a file has this size now, or that nothing is there (null). @throws SftpFailure over a limit. */
  account(relative: string, size: number | null): void
  /** Forgets what lay below, after a rename, so that it is counted anew. */
  recount(): Promise<void>
  /** Runs one change after the other, also those of other sessions: what was checked stays true until it is done. */
  alone<T>(change: () => Promise<T>): Promise<T>
  /** The folder is let go of by one session. */
  leave(): void
}

export interface UploadFolders {
  enter(uploadId: string): Promise<UploadFolder>
}

/** @param maxBytes of all files of one upload @param maxEntries files, folders and links of one upload */
export function uploadFolders(
  dir: string,
  { maxBytes, maxEntries }: { maxBytes: number; maxEntries: number },
): UploadFolders {
  const open = new Map<string, { folder: Promise<UploadFolder>; sessions: number }>()
  return {
    async enter(uploadId) {
      if (!/^[A-Za-z0-9_-]{1,64}$/.test(uploadId)) throw new Error('An upload id is no file name')
      const leave = (): void => {
        const known = open.get(uploadId)
        if (known && --known.sessions === 0) open.delete(uploadId)
      }
      const known = open.get(uploadId) ?? {
        folder: openFolder(join(dir, uploadId), { maxBytes, maxEntries }, leave),
        sessions: 0,
      }
      known.sessions++
      open.set(uploadId, known)
      try {
        return await known.folder
      } catch (error) {
        leave()
        throw error
      }
    },
  }
}

async function openFolder(
  dir: string,
  { maxBytes, maxEntries }: { maxBytes: number; maxEntries: number },
  leave: () => void,
): Promise<UploadFolder> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const root = await realpath(dir)
  let sizes = await countFolder(root)
  let bytes = sum(sizes)
  let last: Promise<unknown> = Promise.resolve()

  return {
    root,
    leave,
    async resolve(path) {
      const relative = posix.resolve('/', path).slice(1)
      if (relative === '') return { relative, full: root }
      const problem = pathProblem(relative)
      if (problem) throw new SftpFailure('PERMISSION_DENIED', `"${relative}" ${problem}`)
      const names = relative.split('/')
      for (let depth = 1; depth < names.length; depth++) {
        const folder = await lstatOrNull(join(root, ...names.slice(0, depth)))
        if (!folder) throw new SftpFailure('NO_SUCH_FILE', `There is no folder "${names.slice(0, depth).join('/')}"`)
        if (!folder.isDirectory())
          throw new SftpFailure('PERMISSION_DENIED', `"${names.slice(0, depth).join('/')}" is no folder`)
      }
      return { relative, full: join(root, ...names) }
    },
    account(relative, size) {
      const before = sizes.get(relative)
      if (size === null) {
        sizes.delete(relative)
        bytes -= before ?? 0
        return
      }
      const after = bytes - (before ?? 0) + size
      if (!Number.isSafeInteger(after) || after > maxBytes)
        throw new SftpFailure('FAILURE', `An upload takes up to ${maxBytes} bytes`)
      if (before === undefined && sizes.size >= maxEntries)
        throw new SftpFailure('FAILURE', `An upload takes up to ${maxEntries} files and folders`)
      sizes.set(relative, size)
      bytes = after
    },
    async recount() {
      sizes = await countFolder(root)
      bytes = sum(sizes)
    },
    alone(change) {
      const done = last.then(change, change)
      last = done.catch(() => {})
      return done
    },
  }
}

/** What stands at a path, or null for nothing. Never follows a link. */
export async function lstatOrNull(path: string): Promise<Awaited<ReturnType<typeof lstat>> | null> {
  try {
    return await lstat(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null
    throw error
  }
}

async function countFolder(root: string): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  const walk = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(root, below), { withFileTypes: true })) {
      const relative = below === '' ? entry.name : `${below}/${entry.name}`
      sizes.set(relative, entry.isFile() ? (await lstat(join(root, relative))).size : 0)
      if (entry.isDirectory()) await walk(relative)
    }
  }
  await walk('')
  return sizes
}

function sum(sizes: ReadonlyMap<string, number>): number {
  let total = 0
  for (const size of sizes.values()) total += size
  return total
}
