import { constants } from 'node:fs'
import {
  chmod,
  type FileHandle,
  mkdir,
  open,
  readdir,
  readlink,
  rename,
  rmdir,
  symlink,
  truncate,
  unlink,
} from 'node:fs/promises'
import { posix } from 'node:path'
import type { Attributes, SFTPWrapper } from 'ssh2'
import { longName } from './attributes.ts'
import { handleTable } from './handles.ts'
import { MAX_READ_BYTES } from './limits.ts'
import { type RequestHandlers, SftpFailure } from './requests.ts'
import { lstatOrNull, type UploadFolder } from './upload-folder.ts'

const NAMES_AT_ONCE = 200
const PF = { READ: 1, WRITE: 2, APPEND: 4, CREAT: 8, TRUNC: 16, EXCL: 32 } as const

type WriteHandle =
  | { kind: 'file'; file: FileHandle; relative: string; size: number; append: boolean }
  | { kind: 'dir'; relative: string; full: string; names: string[] }

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
  const handles = handleTable<WriteHandle>(most)
  let closed = false
  const ok = (id: number): void => void sftp.status(id, 0)

  const attributesAt = async (path: string): Promise<Attributes> => {
    const { full, relative } = await folder.resolve(path)
    const found = await lstatOrNull(full)
    if (!found) throw new SftpFailure('NO_SUCH_FILE', `There is no "${relative}"`)
    return attributesOf(found)
  }
  const fileOf = (handle: Buffer): WriteHandle & { kind: 'file' } => {
    const opened = handles.get(handle)
    if (opened.kind !== 'file') throw new SftpFailure('FAILURE', 'That is a folder')
    return opened
  }
  const change =
    <Args extends unknown[]>(make: (...args: Args) => Promise<void>) =>
    async (id: number, ...args: Args): Promise<void> => {
      await folder.alone(() => make(...args))
      ok(id)
    }
  const stat = async (id: number, path: string): Promise<void> => sftp.attrs(id, await attributesAt(path))

  const handlers: RequestHandlers = {
    REALPATH: async (id, path) => {
      const filename = posix.resolve('/', path)
      sftp.name(id, [{ filename, longname: filename, attrs: {} as Attributes }])
    },
    STAT: stat,
    LSTAT: stat,
    READLINK: async (id, path) => {
      const { full, relative } = await folder.resolve(path)
      const found = await lstatOrNull(full)
      if (!found) throw new SftpFailure('NO_SUCH_FILE', `There is no "${relative}"`)
      if (!found.isSymbolicLink()) throw new SftpFailure('FAILURE', `"${relative}" is no link`)
      const target = await readlink(full)
      sftp.name(id, [{ filename: target, longname: target, attrs: {} as Attributes }])
    },
    OPEN: async (id, path, flags) => {
      const handle = handles.reserve()
      try {
        const opened = await folder.alone(() => openFile(folder, path, flags))
        // Who asked has gone meanwhile.
        if (closed && opened.kind === 'file') return opened.file.close()
        handles.set(handle, opened)
      } catch (error) {
        handles.delete(handle)
        throw error
      }
      sftp.handle(id, handle)
    },
    FSTAT: async (id, handle) => sftp.attrs(id, attributesOf(await fileOf(handle).file.stat())),
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
      const opened = fileOf(handle)
      const at = opened.append ? opened.size : offset
      if (!Number.isSafeInteger(at + data.length)) throw new SftpFailure('FAILURE', 'No file is that long')
      if (at + data.length > opened.size) {
        folder.account(opened.relative, at + data.length)
        opened.size = at + data.length
      }
      for (let done = 0; done < data.length; )
        done += (await opened.file.write(data, done, data.length - done, at + done)).bytesWritten
      ok(id)
    },
    SETSTAT: change(async (path, attributes) => {
      const { full, relative } = await folder.resolve(path)
      const found = await lstatOrNull(full)
      if (!found) throw new SftpFailure('NO_SUCH_FILE', `There is no "${relative}"`)
      if (!found.isFile()) return
      if (typeof attributes.size === 'number') {
        folder.account(relative, attributes.size)
        await truncate(full, attributes.size)
      }
      if (typeof attributes.mode === 'number') await chmod(full, fileMode(attributes.mode))
    }),
    FSETSTAT: change(async (handle, attributes) => {
      const opened = fileOf(handle)
      if (typeof attributes.size === 'number') {
        folder.account(opened.relative, attributes.size)
        await opened.file.truncate(attributes.size)
        opened.size = attributes.size
      }
      if (typeof attributes.mode === 'number') await opened.file.chmod(fileMode(attributes.mode))
    }),
    OPENDIR: async (id, path) => {
      const { full, relative } = await folder.resolve(path)
      if (!(await lstatOrNull(full))?.isDirectory())
        throw new SftpFailure('NO_SUCH_FILE', `There is no folder "${relative}"`)
      const handle = handles.reserve()
      handles.set(handle, { kind: 'dir', relative, full, names: await readdir(full) })
      sftp.handle(id, handle)
    },
    READDIR: async (id, handle) => {
      const opened = handles.get(handle)
      if (opened.kind !== 'dir') throw new SftpFailure('FAILURE', 'That is a file')
      const names = opened.names.splice(0, NAMES_AT_ONCE)
      if (names.length === 0) throw new SftpFailure('EOF', 'No more names')
      const rows = []
      for (const filename of names) {
        const found = await lstatOrNull(posix.join(opened.full, filename))
        if (found)
          rows.push({ filename, longname: longName(filename, attributesOf(found)), attrs: attributesOf(found) })
      }
      sftp.name(id, rows)
    },
    MKDIR: change(async (path) => {
      const { full, relative } = await folder.resolve(path)
      if (await lstatOrNull(full)) throw new SftpFailure('FAILURE', `"${relative}" is there already`)
      folder.account(relative, 0)
      await mkdir(full, 0o755)
    }),
    REMOVE: change(async (path) => {
      const { full, relative } = await folder.resolve(path)
      const found = await lstatOrNull(full)
      if (!found) throw new SftpFailure('NO_SUCH_FILE', `There is no "${relative}"`)
      if (found.isDirectory()) throw new SftpFailure('FAILURE', `"${relative}" is a folder`)
      await unlink(full)
      folder.account(relative, null)
    }),
    RMDIR: change(async (path) => {
      const { full, relative } = await folder.resolve(path)
      if (relative === '') throw new SftpFailure('PERMISSION_DENIED', 'The upload folder stays')
      if (!(await lstatOrNull(full))?.isDirectory())
        throw new SftpFailure('NO_SUCH_FILE', `There is no folder "${relative}"`)
      if ((await readdir(full)).length > 0) throw new SftpFailure('FAILURE', `"${relative}" is not empty`)
      await rmdir(full)
      folder.account(relative, null)
    }),
    RENAME: change(async (from, to) => {
      const source = await folder.resolve(from)
      const target = await folder.resolve(to)
      if (source.relative === '' || target.relative === '')
        throw new SftpFailure('PERMISSION_DENIED', 'The upload folder stays')
      if (!(await lstatOrNull(source.full))) throw new SftpFailure('NO_SUCH_FILE', `There is no "${source.relative}"`)
      if (await lstatOrNull(target.full)) throw new SftpFailure('FAILURE', `"${target.relative}" is there already`)
      await rename(source.full, target.full)
      await folder.recount()
    }),
    SYMLINK: change(async (path, target) => {
      const { full, relative } = await folder.resolve(path)
      const leadsTo = posix.join(posix.dirname(relative), target)
      if (
        target === '' ||
        target.startsWith('/') ||
        /[\\:\0]/.test(target) ||
        leadsTo === '..' ||
        leadsTo.startsWith('../')
      ) {
        throw new SftpFailure('PERMISSION_DENIED', `"${relative}" would be a link out of the upload`)
      }
      if (await lstatOrNull(full)) throw new SftpFailure('FAILURE', `"${relative}" is there already`)
      folder.account(relative, 0)
      await symlink(target, full)
    }),
    CLOSE: async (id, handle) => {
      const opened = handles.get(handle)
      handles.delete(handle)
      if (opened.kind === 'file') await opened.file.close()
      ok(id)
    },
  }
  const close = async (): Promise<void> => {
    closed = true
    for (const opened of handles.all()) if (opened.kind === 'file') await opened.file.close().catch(() => {})
    handles.clear()
    folder.leave()
  }
  return { handlers, close }
}

async function openFile(folder: UploadFolder, path: string, flags: number): Promise<WriteHandle> {
  const { full, relative } = await folder.resolve(path)
  const found = await lstatOrNull(full)
  if (found && !found.isFile()) throw new SftpFailure('FAILURE', `"${relative}" is no file`)
  const writes = (flags & PF.WRITE) !== 0
  if (!found && !(writes && flags & PF.CREAT)) throw new SftpFailure('NO_SUCH_FILE', `There is no "${relative}"`)
  if (found && flags & PF.EXCL) throw new SftpFailure('FAILURE', `"${relative}" is there already`)
  const truncates = writes && (flags & PF.TRUNC) !== 0
  const size = found && !truncates ? Number(found.size) : 0
  if (writes) folder.account(relative, size)
  const mode =
    (writes ? constants.O_RDWR : constants.O_RDONLY) |
    (writes && !found ? constants.O_CREAT : 0) |
    (truncates ? constants.O_TRUNC : 0)
  const file = await open(full, mode | (constants.O_NOFOLLOW ?? 0), 0o644)
  return { kind: 'file', file, relative, size, append: (flags & PF.APPEND) !== 0 }
}

/** Only "may run" is taken over; the owner must always be able to read what was uploaded. */
function fileMode(mode: number): number {
  return mode & 0o111 ? 0o755 : 0o644
}

function attributesOf(found: { mode: number | bigint; size: number | bigint; mtimeMs: number | bigint }): Attributes {
  const seconds = Math.floor(Number(found.mtimeMs) / 1000)
  return { mode: Number(found.mode), size: Number(found.size), uid: 0, gid: 0, atime: seconds, mtime: seconds }
}
