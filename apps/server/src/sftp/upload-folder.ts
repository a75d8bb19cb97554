import type { BigIntStats } from 'node:fs'
import { access, lstat, mkdir, readdir, readlink } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { type HeldFolder, holdBelow, holdFolder, MAX_LINKS, MAX_PATH_BYTES, pathProblem } from '@kettle/depot'
import type { SftpLimits } from './limits.ts'
import { SftpFailure } from './requests.ts'
import { newEntry, type PublisherUsage, UploadBudget, type UploadEntry, type UploadLimits } from './upload-budget.ts'

/** One place in an upload, with its folder held open: for a single call or two, then it is let go of. */
export interface UploadPlace {
  /** Below the upload, without a slash at either end; `''` is the upload itself. */
  relative: string
  /** Reaches the place in calls of node:fs. Only the place itself can be a link, never a folder on the way. */
  at: string
}

/** The folder of one upload, shared by all of its sessions on this node: where paths lead, and what it may still take. */
export interface UploadFolder {
  budget: UploadBudget
  /** Calls `use` with what a client names, after the rules of a build's paths. @throws SftpFailure */
  within<T>(path: string, use: (place: UploadPlace) => Promise<T>): Promise<T>
  /** Opens a folder of the upload. @throws SftpFailure */
  hold(path: string): Promise<HeldFolder>
  /** Runs one change after the other, also those of other sessions: what was checked stays true until it is done. */
  alone<T>(change: () => Promise<T>): Promise<T>
  /** The folder is let go of by one session. */
  leave(): void
}

export interface UploadOwner {
  userId: string
  /** Other uploads of the same publisher that are not yet builds. */
  others?: readonly string[]
}

export interface UploadFolders {
  /** @throws SftpFailure when the upload is sealed */
  enter(uploadId: string, owner: UploadOwner): Promise<UploadFolder>
}

export function uploadFolders(dir: string, limits: SftpLimits): UploadFolders {
  const uploadLimits: UploadLimits = {
    bytes: limits.uploadBytes,
    entries: limits.uploadEntries,
    links: MAX_LINKS,
    holes: limits.uploadHoleBytes,
    publisherBytes: limits.publisherBytes,
    publisherEntries: limits.publisherEntries,
  }
  const open = new Map<string, { folder: Promise<UploadFolder>; sessions: number; userId: string }>()
  const publishers = new Map<string, PublisherUsage>()

  /** Counts what lies in the publisher's other uploads, as far as nobody writes them here. */
  const usageOf = async (uploadId: string, { userId, others = [] }: UploadOwner): Promise<PublisherUsage> => {
    const known = publishers.get(userId) ?? { uploads: new Map() }
    publishers.set(userId, known)
    for (const id of known.uploads.keys()) if (!open.has(id) && !others.includes(id)) known.uploads.delete(id)
    for (const id of others) {
      if (id === uploadId || open.has(id) || !isName(id)) continue
      const entries = new Map([...(await countFolder(join(dir, id))), ...(await countFolder(join(dir, '.sealed', id)))])
      let bytes = 0
      for (const { size } of entries.values()) bytes += size
      known.uploads.set(id, { bytes, entries: entries.size })
    }
    return known
  }
  return {
    async enter(uploadId, owner) {
      if (!isName(uploadId)) throw new Error('An upload id is no file name')
      const leave = (): void => {
        const known = open.get(uploadId)
        if (!known || --known.sessions > 0) return
        open.delete(uploadId)
        if (![...open.values()].some(({ userId }) => userId === owner.userId)) publishers.delete(owner.userId)
      }
      const known = open.get(uploadId) ?? {
        folder: usageOf(uploadId, owner).then((usage) => openFolder({ dir, uploadId, uploadLimits, usage, leave })),
        sessions: 0,
        userId: owner.userId,
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

const isName = (uploadId: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(uploadId)

async function openFolder({
  dir,
  uploadId,
  uploadLimits,
  usage,
  leave,
}: {
  dir: string
  uploadId: string
  uploadLimits: UploadLimits
  usage: PublisherUsage
  leave: () => void
}): Promise<UploadFolder> {
  if (await exists(join(dir, '.sealed', uploadId))) throw new SftpFailure('PERMISSION_DENIED', 'This upload is over')
  // Opened by its path for every request: once the upload is sealed, the path leads nowhere.
  const root = join(dir, uploadId)
  await mkdir(root, { recursive: true, mode: 0o700 })
  const budget = new UploadBudget(uploadLimits, uploadId, usage, await countFolder(root))
  let last: Promise<unknown> = Promise.resolve()

  const hold = async (relative: string): Promise<HeldFolder> => {
    try {
      return await holdBelow(root, relative === '' ? [] : relative.split('/'))
    } catch (error) {
      if (hasCode(error, 'ENOENT')) throw new SftpFailure('NO_SUCH_FILE', `There is no folder "${relative}"`)
      if (hasCode(error, 'ENOTDIR', 'ELOOP')) throw new SftpFailure('PERMISSION_DENIED', `"${relative}" is no folder`)
      throw error
    }
  }
  return {
    budget,
    leave,
    hold: async (path) => hold(relativeOf(path)),
    async within(path, use) {
      const relative = relativeOf(path)
      const slash = relative.lastIndexOf('/')
      const folder = await hold(relative.slice(0, Math.max(0, slash)))
      try {
        // A folder's handle looks like a link to it; with a dot behind it, it is the folder.
        const at = relative === '' ? `${folder.at}/.` : join(folder.at, relative.slice(slash + 1))
        return await use({ relative, at })
      } finally {
        await folder.close()
      }
    },
    alone(change) {
      const done = last.then(change, change)
      last = done.catch(() => {})
      return done
    },
  }
}

/** A client's path as one below the upload. @throws SftpFailure */
export function relativeOf(path: string): string {
  if (path.length > 4 * MAX_PATH_BYTES) throw new SftpFailure('FAILURE', 'This path is too long')
  const relative = posix.resolve('/', path).slice(1)
  const problem = relative === '' ? null : pathProblem(relative)
  if (problem) throw new SftpFailure('PERMISSION_DENIED', `"${relative}" ${problem}`)
  return relative
}

/** Refuses a link that, at this path, would point out of the upload. @throws SftpFailure */
export function checkTarget(relative: string, target: string): void {
  const leadsTo = posix.join(posix.dirname(relative), target)
  const isOut = target.startsWith('/') || leadsTo === '..' || leadsTo.startsWith('../')
  if (target === '' || target.length > MAX_PATH_BYTES || /[\\:\0]/.test(target) || isOut)
    throw new SftpFailure('PERMISSION_DENIED', `"${relative}" would be a link out of the upload`)
}

/** What stands at a place, or null for nothing. Never follows a link. */
export async function lstatOrNull(at: string): Promise<BigIntStats | null> {
  try {
    return await lstat(at, { bigint: true })
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null
    throw error
  }
}

/** Everything in a folder by its path; a folder that isn't there has nothing. */
async function countFolder(root: string): Promise<Map<string, UploadEntry>> {
  const entries = new Map<string, UploadEntry>()
  const walk = async (folder: HeldFolder, below: string): Promise<void> => {
    for (const name of await readdir(folder.at)) {
      const relative = below === '' ? name : `${below}/${name}`
      const at = join(folder.at, name)
      const found = await lstat(at, { bigint: true })
      if (found.isFile()) entries.set(relative, newEntry(Number(found.size)))
      else entries.set(relative, newEntry(0, found.isSymbolicLink() ? await readlink(at) : undefined))
      if (found.isDirectory()) await inside(at, relative)
    }
  }
  const inside = async (path: string, below: string): Promise<void> => {
    const folder = await holdFolder(path).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return null
      throw error
    })
    if (!folder) return
    try {
      await walk(folder, below)
    } finally {
      await folder.close()
    }
  }
  await inside(root, '')
  return entries
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
