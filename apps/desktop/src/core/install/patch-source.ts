import { closeSync, openSync, readSync } from 'node:fs'
import { lstat, open } from 'node:fs/promises'
import { join } from 'node:path'
import {
  decodePatchIndex,
  dictionariesOf,
  dictionaryChunks,
  type FetchChunk,
  joinDictionary,
  type Manifest,
  PATCH_HEAD_BYTES,
  type Patch,
  type PatchPiece,
  type PatchPlan,
  patchIndexBytes,
  planPatch,
  sha256Hex,
} from '@kettle/depot'
import type { Dialer } from './dialer.ts'
import type { Line } from './line.ts'
import type { DownloadTicket } from './ports.ts'

/** A patch on the server that is to be used, and what is fetched by it. */
export interface PatchSource extends PatchPlan {
  /** Where the server has it. */
  path: string
  /** The build that it starts from, whose files lie in the folder. */
  old: Manifest
}

/** How often the list of a patch is asked for before the update goes by chunks. */
const TRIES = 2

/**
 * The patch from the installed build to the wanted one, if the store has one and it saves something. Old bytes are hashed
 * before they are counted on, and a patch that is no good is no trouble: chunks do without it.
 */
export async function choosePatch({
  dir,
  before,
  want,
  build,
  fetch,
  dialer,
  signal,
}: {
  dir: string
  before: { manifest: Manifest; sha256: string }
  want: Manifest
  build: DownloadTicket['build']
  fetch: readonly FetchChunk[]
  dialer: Dialer
  signal: AbortSignal
}): Promise<PatchSource | null> {
  const offered = build.patches?.find(({ from }) => from === before.sha256)
  if (!offered || fetch.length === 0) return null
  const path = `/patches/${offered.sha256}`
  const old = before.manifest
  let tries = 0
  const patch = await dialer.use(build.manifestSha256, async (line) => {
    try {
      return await readPatch(line, path, old, want)
    } catch (error) {
      if (++tries < TRIES) throw new Error('The list of a patch could not be read', { cause: error })
      return null
    }
  })
  if (!patch) return null
  const { pieces } = planPatch(want, fetch, patch, () => true)
  const right = await rightChunks(
    dir,
    dictionariesOf(
      pieces.map(({ piece }) => piece),
      old,
    ),
    signal,
  )
  const usable = (piece: PatchPiece): boolean => {
    for (const { path: file, offset } of dictionaryChunks(piece, old)) if (!right.has(`${offset} ${file}`)) return false
    return true
  }
  const plan = planPatch(want, fetch, patch, usable)
  return plan.pieces.length > 0 ? { ...plan, path, old } : null
}

async function readPatch(line: Line, path: string, old: Manifest, want: Manifest): Promise<Patch> {
  const handle = await line.open(path)
  const head = Buffer.alloc(PATCH_HEAD_BYTES)
  await line.read(handle, head, 0)
  const index = Buffer.alloc(patchIndexBytes(head))
  await line.read(handle, index, PATCH_HEAD_BYTES)
  line.closeFile(handle)
  return decodePatchIndex(index, old, want)
}

/** Which of these old chunks lie unchanged in the folder. */
async function rightChunks(
  dir: string,
  files: ReadonlyMap<string, { offset: number; size: number; sha256: string }[]>,
  signal: AbortSignal,
): Promise<Set<string>> {
  const right = new Set<string>()
  for (const [path, chunks] of files) {
    const full = join(dir, path)
    const file = (await lstat(full).catch(() => null))?.isFile() ? await open(full, 'r').catch(() => null) : null
    if (!file) continue
    try {
      for (const { offset, size, sha256 } of chunks) {
        signal.throwIfAborted()
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(size), 0, size, offset)
        if (bytesRead === size && sha256Hex(buffer) === sha256) right.add(`${offset} ${path}`)
      }
    } finally {
      await file.close()
    }
  }
  return right
}

/** The dictionary of a piece from the folder; null where it can't be read any more. What it gives is checked by its hash. */
export function readDictionary(dir: string, piece: PatchPiece, old: Manifest): Buffer | null {
  const chunks: Buffer[] = []
  const fds = new Map<string, number>()
  try {
    for (const { path, offset, size } of dictionaryChunks(piece, old)) {
      const fd = fds.get(path) ?? openSync(join(dir, path), 'r')
      fds.set(path, fd)
      const bytes = Buffer.allocUnsafe(size)
      if (readSync(fd, bytes, 0, size, offset) !== size) return null
      chunks.push(bytes)
    }
    return joinDictionary(chunks)
  } catch {
    return null
  } finally {
    for (const fd of fds.values()) closeSync(fd)
  }
}
