import type { Dirent } from 'node:fs'
import { type FileHandle, open, readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from './chunk.ts'
import type { Manifest, ManifestFile } from './manifest.ts'

/** What a folder holds at the path of a wanted file. */
export type FileState =
  | { kind: 'right'; modeRight: boolean }
  | { kind: 'missing' }
  /** A file with other bytes; these of the wanted chunks are right where they are. */
  | { kind: 'changed'; rightChunks: ReadonlySet<number> }
  /** Something that is no plain file stands there or on the way, such as a folder or a link. */
  | { kind: 'blocked' }

export interface TreeState {
  /** By file index. */
  files: FileState[]
  /** By link index: whether the link is there and says what it should. */
  links: boolean[]
}

// Read at once when hashing: large enough that the disk, not the calls, takes the time.
const WINDOW_BYTES = 2 << 20
const PARALLEL_FILES = 4

/**
 * Compares a folder with a manifest by hashing every file that is there. Never follows a link, reads nothing that the
 * manifest doesn't list. `onBytes` is told the bytes of each file done, there or not.
 */
export async function scanTree(
  dir: string,
  manifest: Manifest,
  { onBytes, signal }: { onBytes?: (bytes: number) => void; signal?: AbortSignal } = {},
): Promise<TreeState> {
  const kindOf = folderKinds(dir)
  const files: FileState[] = new Array(manifest.files.length)
  let next = 0
  const worker = async (): Promise<void> => {
    for (let index = next++; index < manifest.files.length; index = next++) {
      signal?.throwIfAborted()
      const file = manifest.files[index] as ManifestFile
      const kind = await kindOf(file.path)
      files[index] =
        kind === 'file'
          ? await checkFile(join(dir, file.path), file, manifest)
          : { kind: kind === null ? 'missing' : 'blocked' }
      onBytes?.(file.size)
    }
  }
  await Promise.all(Array.from({ length: PARALLEL_FILES }, worker))
  const links: boolean[] = []
  for (const { path, target } of manifest.links) {
    links.push((await kindOf(path)) === 'link' && (await readlink(join(dir, path))).replaceAll('\\', '/') === target)
  }
  return { files, links }
}

type EntryKind = 'file' | 'dir' | 'link' | 'other'

/**
 * Answers what a path is, or null for nothing; 'other' also for a path below something that is no folder. Reads each
 * folder once, which for thousands of files is far quicker than asking for each.
 */
function folderKinds(dir: string): (path: string) => Promise<EntryKind | null> {
  const folders = new Map<string, Promise<Map<string, EntryKind> | 'missing' | 'blocked'>>()
  const listing = (folder: string): Promise<Map<string, EntryKind> | 'missing' | 'blocked'> => {
    const known = folders.get(folder)
    if (known) return known
    const list = readKinds(folder)
    folders.set(folder, list)
    return list
  }
  const readKinds = async (folder: string): Promise<Map<string, EntryKind> | 'missing' | 'blocked'> => {
    if (folder !== '') {
      const kind = await kindOf(folder)
      if (kind !== 'dir') return kind === null ? 'missing' : 'blocked'
    }
    try {
      const entries = await readdir(join(dir, folder), { withFileTypes: true })
      return new Map(entries.map((entry) => [entry.name, entryKind(entry)]))
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'missing'
      throw error
    }
  }
  const kindOf = async (path: string): Promise<EntryKind | null> => {
    const slash = path.lastIndexOf('/')
    const list = await listing(slash < 0 ? '' : path.slice(0, slash))
    if (list === 'missing') return null
    return list === 'blocked' ? 'other' : (list.get(path.slice(slash + 1)) ?? null)
  }
  return kindOf
}

function entryKind(entry: Dirent): EntryKind {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'dir'
  return entry.isSymbolicLink() ? 'link' : 'other'
}

/** Hashes the file at `path` chunk by chunk as the manifest's `index`-th, and answers which ordinals are right. */
export async function verifyChunks(path: string, manifest: Manifest, index: number): Promise<Set<number>> {
  const file = manifest.files[index]
  if (!file) return new Set()
  const handle = await open(path, 'r')
  try {
    return await rightChunksOf(handle, file, manifest)
  } finally {
    await handle.close()
  }
}

async function checkFile(path: string, file: ManifestFile, manifest: Manifest): Promise<FileState> {
  const handle = await open(path, 'r')
  try {
    const { size, mode } = await handle.stat()
    const rightChunks = await rightChunksOf(handle, file, manifest)
    if (size !== file.size || rightChunks.size !== file.chunks.length) return { kind: 'changed', rightChunks }
    return {
      kind: 'right',
      modeRight: process.platform === 'win32' || ((mode & 0o100) !== 0) === (file.mode === 0o755),
    }
  } finally {
    await handle.close()
  }
}

async function rightChunksOf(handle: FileHandle, file: ManifestFile, manifest: Manifest): Promise<Set<number>> {
  const right = new Set<number>()
  await eachChunk(handle, file, manifest, (ordinal, bytes, sha256) => {
    if (sha256Hex(bytes) === sha256) right.add(ordinal)
  })
  return right
}

async function eachChunk(
  handle: FileHandle,
  file: ManifestFile,
  manifest: Manifest,
  onChunk: (ordinal: number, bytes: Buffer, sha256: string) => void,
): Promise<void> {
  const window = Buffer.allocUnsafeSlow(Math.min(WINDOW_BYTES, file.size))
  let position = 0
  for (let ordinal = 0; ordinal < file.chunks.length; ) {
    const sizes: { size: number; sha256: string }[] = []
    let length = 0
    for (let chunk = manifest.chunks[file.chunks[ordinal] ?? -1]; chunk && length + chunk.size <= window.length; ) {
      sizes.push(chunk)
      length += chunk.size
      chunk = manifest.chunks[file.chunks[ordinal + sizes.length] ?? -1]
    }
    if (sizes.length === 0) return
    const { bytesRead } = await handle.read(window, 0, length, position)
    let at = 0
    for (const { size, sha256 } of sizes) {
      if (at + size > bytesRead) return
      onChunk(ordinal++, window.subarray(at, at + size), sha256)
      at += size
    }
    position += length
  }
}
