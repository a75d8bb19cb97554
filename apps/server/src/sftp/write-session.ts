import { constants, type Dir } from 'node:fs'
import { type FileHandle, mkdir, open, opendir, readlink, rename, rmdir, symlink, unlink } from 'node:fs/promises'
import { join, posix } from 'node:path'
import type { HeldFolder } from '@kettle/depot'
import type { Attributes, SFTPWrapper } from 'ssh2'
import { longName } from './attributes.ts'
import { handleTable } from './handles.ts'
import { MAX_READ_BYTES } from './limits.ts'
import { type RequestHandlers, SftpFailure } from './requests.ts'
import type { UploadEntry } from './upload-budget.ts'
import { checkTarget, hasCode, lstatOrNull, type UploadFolder, type UploadPlace } from './upload-folder.ts'

const NAMES_AT_ONCE = 200
const PF = { READ: 1, WRITE: 2, APPEND: 4, CREAT: 8, TRUNC: 16, EXCL: 32 } as const
const NOFOLLOW = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

type WriteHandle =
  | { kind: 'file'; file: FileHandle; entry: UploadEntry; append: boolean }
  | { kind: 'dir'; folder: HeldFolder; names: Dir }

/** The requests of a session that fills one upload folder. It sees that folder as `/`, and nothing else. */
export function writeSession({
  sftp,
  folder,
  handles: most,
}: {
  sftp: SFTPWrapper
  folder: UploadFolder
  handles: number
}): {
  handlers: RequestHandlers
  close: () => Promise<void>
} {
  const { budget } = folder
  const handles = handleTable<WriteHandle>(most)
  let closed = false
  const ok = (id: number): void => void sftp.status(id, 0)

  const fileOf = (handle: Buffer): WriteHandle & { kind: 'file' } => {
    const opened = handles.get(handle)
    if (opened.kind !== 'file') throw new SftpFailure('FAILURE', 'That is a folder')
    return opened
  }
  const closeHandle = async (opened: WriteHandle): Promise<void> => {
    if (opened.kind === 'file') {
      await opened.file.close()
      budget.close(opened.entry)
    } else {
      await opened.names.close()
      await opened.folder.close()
    }
  }
  /** Opens something under a handle of its own; what was opened for a session that has ended meanwhile is closed. */
  const openHandle = async (id: number, make: () => Promise<WriteHandle>): Promise<void> => {
    const handle = handles.reserve()
    try {
      const opened = await make()
      if (closed) return closeHandle(opened)
      handles.set(handle, opened)
    } catch (error) {
      handles.delete(handle)
      throw error
    }
    sftp.handle(id, handle)
  }
  const change =
    <Args extends unknown[]>(make: (...args: Args) => Promise<void>) =>
    async (id: number, ...args: Args): Promise<void> => {
      await folder.alone(() => make(...args))
      ok(id)
    }
  const stat = async (id: number, path: string): Promise<void> =>
    sftp.attrs(id, await folder.within(path, async (place) => attributesOf(await foundAt(place))))

  const handlers: RequestHandlers = {
    REALPATH: async (id, path) => {
      const filename = posix.resolve('/', path)
      sftp.name(id, [{ filename, longname: filename, attrs: {} as Attributes }])
    },
    STAT: stat,
    LSTAT: stat,
    READLINK: async (id, path) => {
      const target = await folder.within(path, async (place) => {
        if (!(await foundAt(place)).isSymbolicLink()) throw new SftpFailure('FAILURE', `"${place.relative}" is no link`)
        return readlink(place.at)
      })
      sftp.name(id, [{ filename: target, longname: target, attrs: {} as Attributes }])
    },
    OPEN: (id, path, flags) =>
      openHandle(id, () => folder.alone(() => folder.within(path, (place) => openFile(folder, place, flags)))),
    FSTAT: async (id, handle) => sftp.attrs(id, attributesOf(await fileOf(handle).file.stat({ bigint: true }))),
    READ: async (id, handle, offset, length) => {
      const { file } = fileOf(handle)
      if (!Number.isSafeInteger(offset)) throw new SftpFailure('EOF', 'End of file')
      const { bytesRead, buffer } = await file.read(
        Buffer.allocUnsafe(Math.min(length, MAX_READ_BYTES)),
        0,
        null,
        offset,
      )
      if (bytesRead === 0) throw new SftpFailure('EOF', 'End of file')
      sftp.data(id, buffer.subarray(0, bytesRead))
    },
    WRITE: async (id, handle, offset, data) => {
      const { file, entry, append } = fileOf(handle)
      const at = append ? entry.size : offset
      if (!Number.isSafeInteger(at + data.length)) throw new SftpFailure('FAILURE', 'No file is that long')
      budget.write(entry, at + data.length, data.length)
      for (let done = 0; done < data.length; )
        done += (await file.write(data, done, data.length - done, at + done)).bytesWritten
      ok(id)
    },
    SETSTAT: change((path, attributes) =>
      folder.within(path, async (place) => {
        const { size, mode } = attributes
        const entry = budget.entries.get(place.relative)
        if (!(await foundAt(place)).isFile() || !entry || (size === undefined && mode === undefined)) return
        const file = await open(place.at, constants.O_RDWR | NOFOLLOW)
        try {
          await setAttributes({ file, entry }, attributes)
        } finally {
          await file.close()
        }
      }),
    ),
    FSETSTAT: change((handle, attributes) => setAttributes(fileOf(handle), attributes)),
    OPENDIR: (id, path) =>
      openHandle(id, async () => {
        const held = await folder.hold(path)
        try {
          return { kind: 'dir', folder: held, names: await opendir(held.at, { bufferSize: NAMES_AT_ONCE }) }
        } catch (error) {
          await held.close()
          throw error
        }
      }),
    READDIR: async (id, handle) => {
      const opened = handles.get(handle)
      if (opened.kind !== 'dir') throw new SftpFailure('FAILURE', 'That is a file')
      const rows = []
      for (let next = await opened.names.read(); next !== null; next = await opened.names.read()) {
        const found = await lstatOrNull(join(opened.folder.at, next.name))
        const attrs = found && attributesOf(found)
        if (attrs) rows.push({ filename: next.name, longname: longName(next.name, attrs), attrs })
        if (rows.length === NAMES_AT_ONCE) break
      }
      if (rows.length === 0) throw new SftpFailure('EOF', 'No more names')
      sftp.name(id, rows)
    },
    MKDIR: change((path) =>
      folder.within(path, async (place) => {
        await freeAt(place)
        budget.add(place.relative)
        await undoing(mkdir(place.at, 0o755), () => budget.remove(place.relative))
      }),
    ),
    REMOVE: change((path) =>
      folder.within(path, async (place) => {
        if ((await foundAt(place)).isDirectory()) throw new SftpFailure('FAILURE', `"${place.relative}" is a folder`)
        await unlink(place.at)
        budget.remove(place.relative)
      }),
    ),
    RMDIR: change((path) =>
      folder.within(path, async (place) => {
        stays(place)
        if (!(await foundAt(place)).isDirectory())
          throw new SftpFailure('NO_SUCH_FILE', `There is no folder "${place.relative}"`)
        await rmdir(place.at).catch((error: unknown) => {
          throw hasCode(error, 'ENOTEMPTY', 'EEXIST')
            ? new SftpFailure('FAILURE', `"${place.relative}" is not empty`)
            : error
        })
        budget.remove(place.relative)
      }),
    ),
    RENAME: change((from, to) =>
      folder.within(from, (source) =>
        folder.within(to, async (target) => {
          stays(source)
          stays(target)
          await foundAt(source)
          await freeAt(target)
          // From another folder the same link points elsewhere.
          for (const [path, { target: pointsTo }] of budget.entries)
            if (pointsTo !== undefined && (path === source.relative || path.startsWith(`${source.relative}/`)))
              checkTarget(`${target.relative}${path.slice(source.relative.length)}`, pointsTo)
          await rename(source.at, target.at)
          budget.move(source.relative, target.relative)
        }),
      ),
    ),
    SYMLINK: change((path, target) =>
      folder.within(path, async (place) => {
        stays(place)
        checkTarget(place.relative, target)
        await freeAt(place)
        budget.add(place.relative, target)
        await undoing(symlink(target, place.at), () => budget.remove(place.relative))
      }),
    ),
    CLOSE: async (id, handle) => {
      const opened = handles.get(handle)
      handles.delete(handle)
      await closeHandle(opened)
      ok(id)
    },
  }

  async function setAttributes(
    { file, entry }: { file: FileHandle; entry: UploadEntry },
    { size, mode }: Attributes,
  ): Promise<void> {
    if (typeof size === 'number') {
      budget.resize(entry, size)
      await file.truncate(size)
    }
    if (typeof mode === 'number') await file.chmod(fileMode(mode))
  }
  const close = async (): Promise<void> => {
    closed = true
    for (const opened of handles.all()) await closeHandle(opened).catch(() => {})
    handles.clear()
    folder.leave()
  }
  return { handlers, close }
}

async function openFile(
  { budget }: UploadFolder,
  { relative, at }: UploadPlace,
  flags: number,
): Promise<WriteHandle & { kind: 'file' }> {
  const found = await lstatOrNull(at)
  if (found && !found.isFile()) throw new SftpFailure('FAILURE', `"${relative}" is no file`)
  const writes = (flags & PF.WRITE) !== 0
  const creates = !found && writes && (flags & PF.CREAT) !== 0
  if (!found && !creates) throw new SftpFailure('NO_SUCH_FILE', `There is no "${relative}"`)
  if (found && flags & PF.EXCL) throw new SftpFailure('FAILURE', `"${relative}" is there already`)
  const entry = budget.entries.get(relative) ?? budget.add(relative)
  const mode = writes ? constants.O_RDWR : constants.O_RDONLY
  const file = await undoing(
    open(at, mode | NOFOLLOW | (creates ? constants.O_CREAT | constants.O_EXCL : 0), 0o644),
    () => creates && budget.remove(relative),
  )
  entry.handles++
  const opened = { kind: 'file', file, entry, append: (flags & PF.APPEND) !== 0 } as const
  if (writes && flags & PF.TRUNC && found)
    await undoing(file.truncate(0), async () => {
      await file.close()
      budget.close(entry)
    })
  if (writes && flags & PF.TRUNC) budget.resize(entry, 0)
  return opened
}

async function foundAt({ at, relative }: UploadPlace) {
  const found = await lstatOrNull(at)
  if (!found) throw new SftpFailure('NO_SUCH_FILE', `There is no "${relative}"`)
  return found
}

async function freeAt({ at, relative }: UploadPlace): Promise<void> {
  if (await lstatOrNull(at)) throw new SftpFailure('FAILURE', `"${relative}" is there already`)
}

function stays({ relative }: UploadPlace): void {
  if (relative === '') throw new SftpFailure('PERMISSION_DENIED', 'The upload folder stays')
}

/** Takes back what was noted for a change that the system then refused. */
async function undoing<T>(done: Promise<T>, undo: () => unknown): Promise<T> {
  try {
    return await done
  } catch (error) {
    await undo()
    throw error
  }
}

/** Only "may run" is taken over; the owner must always be able to read what was uploaded. */
function fileMode(mode: number): number {
  return mode & 0o111 ? 0o755 : 0o644
}

function attributesOf(found: { mode: number | bigint; size: number | bigint; mtimeMs: number | bigint }): Attributes {
  const seconds = Math.floor(Number(found.mtimeMs) / 1000)
  return { mode: Number(found.mode), size: Number(found.size), uid: 0, gid: 0, atime: seconds, mtime: seconds }
}
