import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sha256Hex } from './chunk.ts'
import { DepotError } from './errors.ts'

export const DEPOT_KINDS = ['packs', 'manifests', 'patches'] as const
export type DepotKind = (typeof DEPOT_KINDS)[number]

/** A stored object, open for reading. Its content never changes. */
export interface DepotObject {
  /** In bytes. */
  readonly size: number
  /** Fills `into` from `offset` and answers how many bytes it gave: fewer only at the end. */
  read(into: Buffer, offset: number): Promise<number>
  /** Twice is as once. */
  close(): Promise<void>
}

/** Where packs and manifests lie, each under the lower-case hex SHA-256 of its bytes. */
export interface DepotStore {
  /**
   * Stores the parts, one after the other, and answers their name. When it resolves the object is there for good and
   * whole; before, and after a crash, it isn't there at all. Twice, or two at once, is as once.
   */
  put(kind: DepotKind, parts: readonly Uint8Array[]): Promise<string>
  has(kind: DepotKind, sha256: string): Promise<boolean>
  /** @throws DepotError NOT_STORED */
  open(kind: DepotKind, sha256: string): Promise<DepotObject>
  /** Everything of a kind, in no order. What is stored or removed meanwhile may be told or not. Sizes are in bytes. */
  list(kind: DepotKind): AsyncIterable<{ sha256: string; size: number }>
  /** Forgets an object for good; who has it open may read on or fail. What isn't there is no error: twice is as once. */
  remove(kind: DepotKind, sha256: string): Promise<void>
}

/** Reads a stored object whole, for what is small. @throws DepotError NOT_STORED */
export async function readWhole(store: DepotStore, kind: DepotKind, sha256: string): Promise<Buffer> {
  const object = await store.open(kind, sha256)
  try {
    const bytes = Buffer.allocUnsafeSlow(object.size)
    const got = await object.read(bytes, 0)
    if (got !== object.size)
      throw new DepotError('NOT_STORED', `${kind} ${sha256} ends after ${got} of ${object.size} bytes`)
    return bytes
  } finally {
    await object.close()
  }
}

/** A depot in a folder: `packs/ab/ab12...` and `manifests/cd/cd34...`, which any plain file server can mirror. */
export function diskStore(dir: string): DepotStore {
  const pathOf = (kind: DepotKind, sha256: string): string => {
    if (!isName(sha256)) throw new DepotError('NOT_STORED', `"${sha256}" is not the name of anything stored`)
    return join(dir, kind, sha256.slice(0, 2), sha256)
  }
  const has = async (kind: DepotKind, sha256: string): Promise<boolean> => {
    try {
      return (await stat(pathOf(kind, sha256))).isFile()
    } catch (error) {
      if (isMissing(error)) return false
      throw error
    }
  }
  return {
    has,
    async put(kind, parts) {
      const sha256 = sha256Hex(...parts)
      if (!(await has(kind, sha256))) await writeDurably(join(dir, 'tmp', randomUUID()), pathOf(kind, sha256), parts)
      return sha256
    },
    async open(kind, sha256) {
      const path = pathOf(kind, sha256)
      try {
        const file = await open(path, 'r')
        const { size } = await file.stat()
        let closing: Promise<void> | undefined
        return {
          size,
          read: async (into, offset) => (await file.read(into, 0, into.length, offset)).bytesRead,
          close: () => (closing ??= file.close()),
        }
      } catch (error) {
        if (isMissing(error))
          throw new DepotError('NOT_STORED', `${kind} ${sha256} is not in the depot`, { cause: error })
        throw error
      }
    },
    async *list(kind) {
      for (const folder of await namesIn(join(dir, kind)))
        for (const sha256 of await namesIn(join(dir, kind, folder))) {
          if (!isName(sha256)) continue
          const found = await stat(join(dir, kind, folder, sha256)).catch(() => null)
          if (found?.isFile()) yield { sha256, size: found.size }
        }
    },
    remove: (kind, sha256) => rm(pathOf(kind, sha256), { force: true }),
  }
}

async function namesIn(dir: string): Promise<string[]> {
  try {
    return await readdir(dir)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function writeDurably(temporary: string, path: string, parts: readonly Uint8Array[]): Promise<void> {
  await mkdir(dirname(temporary), { recursive: true })
  await mkdir(dirname(path), { recursive: true })
  try {
    const file = await open(temporary, 'wx')
    try {
      for (const part of parts) await file.writeFile(part)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** Makes a rename survive a power cut. Windows can't open folders and needs no such thing. */
async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(dir, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Whether a text can name something in a depot: a lower-case hex SHA-256. */
export const isName = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** A depot in memory, for tests. */
export function memoryStore(): DepotStore & { objects: Map<string, Buffer> } {
  const objects = new Map<string, Buffer>()
  return {
    objects,
    async put(kind, parts) {
      const sha256 = sha256Hex(...parts)
      objects.set(`${kind}/${sha256}`, Buffer.concat(parts))
      return sha256
    },
    has: async (kind, sha256) => objects.has(`${kind}/${sha256}`),
    async open(kind, sha256) {
      const bytes = objects.get(`${kind}/${sha256}`)
      if (!bytes) throw new DepotError('NOT_STORED', `${kind} ${sha256} is not in the depot`)
      return {
        size: bytes.length,
        read: async (into, offset) => bytes.copy(into, 0, Math.min(offset, bytes.length)),
        close: async () => {},
      }
    },
    async *list(kind) {
      for (const [key, bytes] of [...objects])
        if (key.startsWith(`${kind}/`)) yield { sha256: key.slice(kind.length + 1), size: bytes.length }
    },
    remove: async (kind, sha256) => void objects.delete(`${kind}/${sha256}`),
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
