import { SftpFailure } from './requests.ts'

/** The open files and folders of one session, by the four bytes the client holds. */
export interface HandleTable<T> {
  /** A new handle, taken at once so that openings under way count. @throws SftpFailure when there are too many. */
  reserve(): Buffer
  set(handle: Buffer, value: T): void
  /** @throws SftpFailure for what isn't open. */
  get(handle: Buffer): T
  delete(handle: Buffer): void
  all(): T[]
  clear(): void
}

export function handleTable<T>(most: number): HandleTable<T> {
  const open = new Map<number, T | null>()
  let next = 0
  const key = (handle: Buffer): number => (handle.length === 4 ? handle.readUInt32BE() : -1)
  return {
    reserve() {
      if (open.size >= most) throw new SftpFailure('FAILURE', `Too many open files: ${most} at once`)
      next = (next + 1) >>> 0
      open.set(next, null)
      const handle = Buffer.alloc(4)
      handle.writeUInt32BE(next)
      return handle
    },
    set: (handle, value) => void open.set(key(handle), value),
    get(handle) {
      const value = open.get(key(handle))
      if (value === undefined || value === null) throw new SftpFailure('FAILURE', 'That handle is not open')
      return value
    },
    delete: (handle) => void open.delete(key(handle)),
    all: () => [...open.values()].filter((value) => value !== null),
    clear: () => open.clear(),
  }
}
