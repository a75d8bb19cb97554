import { promisify } from 'node:util'
import { constants, zstdCompress } from 'node:zlib'
import { openBuild } from './build-reader.ts'
import { decodeManifest, type Manifest } from './manifest.ts'
import { type DictionarySpan, encodePatch, joinDictionary, openPiece, PATCH_HEAD_BYTES } from './patch.ts'
import { type PieceSketch, sketchPatch } from './patch-match.ts'
import { type DepotStore, readWhole } from './store.ts'

export interface MadePatch {
  /** Its name in the store. */
  sha256: string
  /** In bytes, as stored. */
  size: number
  /** What a player of the old build fetches to have the new one: the better of pieces and chunks, and both lists. */
  updateBytes: number
}

const compress = promisify(zstdCompress)
/**
 * Small updates are compressed well, large ones as far as a publisher's patience goes: docs/decisions/0007-patches.md has
 * the figures. `upTo` is in bytes of new chunks; `searchLog` bounds the time that repetitive text takes.
 */
const EFFORTS = [
  { upTo: 256 << 20, level: 17, searchLog: 4 },
  { upTo: 1 << 30, level: 12, searchLog: 5 },
  { upTo: Number.POSITIVE_INFINITY, level: 6, searchLog: 3 },
] as const
type Effort = (typeof EFFORTS)[number]
// What is compressed at a time; more would only hold more memory.
const PARALLEL = 2
/** Pieces are held until the patch is stored. */
const MOST_PACKED_BYTES = 512 << 20

/**
 * Makes the patch from one build to another, both in the depot; null where chunks alone are as good. The same builds give
 * the same patch, as long as the zstd inside Node stays the same.
 * @throws DepotError NOT_STORED, CHUNK_CORRUPT; the signal's reason.
 */
export async function makePatch(
  store: DepotStore,
  { from, to, signal }: { from: string; to: string; signal?: AbortSignal },
): Promise<MadePatch | null> {
  const [old, want] = await Promise.all([readManifest(store, from), readManifest(store, to)])
  const sketches = sketchPatch(old.manifest, want.manifest)
  const pieces: { chunks: number[]; dictionary: DictionarySpan[]; packed: Buffer }[] = []
  const oldBuild = openBuild(store, old.manifest)
  const newBuild = openBuild(store, want.manifest)
  const total = sketches.reduce((sum, { chunks }) => sum + sizeOf(want.manifest, chunks), 0)
  const effort = EFFORTS.find(({ upTo }) => total <= upTo) ?? EFFORTS[2]
  let updateBytes = want.bytes
  let packedBytes = 0
  try {
    for (let at = 0; at < sketches.length && packedBytes < MOST_PACKED_BYTES; at += PARALLEL) {
      signal?.throwIfAborted()
      const some: { sketch: PieceSketch; target: Buffer; dictionary: Buffer }[] = []
      for (const sketch of sketches.slice(at, at + PARALLEL)) {
        const target = Buffer.concat(await readAll(sketch.chunks, newBuild.chunk))
        some.push({
          sketch,
          target,
          dictionary: joinDictionary(await readAll(oldChunks(old.manifest, sketch.dictionary), oldBuild.chunk)),
        })
      }
      const packed = await Promise.all(some.map(({ target, dictionary }) => squeeze(target, dictionary, effort)))
      for (const [index, { sketch, dictionary }] of some.entries()) {
        const piece = packed[index] as Buffer
        const asChunks = packedSizeOf(want.manifest, sketch.chunks)
        // What zstd can't give back, such as with a dictionary that looks like one of its own, goes as chunks.
        const good =
          piece.length < asChunks &&
          openPiece(piece, dictionary, sketch, want.manifest).every((bytes) => bytes !== null)
        updateBytes += good ? piece.length : asChunks
        if (!good) continue
        pieces.push({ chunks: sketch.chunks, dictionary: sketch.dictionary, packed: piece })
        packedBytes += piece.length
      }
    }
  } finally {
    await oldBuild.close()
    await newBuild.close()
  }
  if (pieces.length === 0) return null
  const parts = encodePatch(pieces)
  const sha256 = await store.put('patches', parts)
  const size = parts.reduce((sum, part) => sum + part.length, 0)
  return { sha256, size, updateBytes: updateBytes + PATCH_HEAD_BYTES + (parts[1]?.length ?? 0) }
}

async function readManifest(store: DepotStore, sha256: string): Promise<{ manifest: Manifest; bytes: number }> {
  const bytes = await readWhole(store, 'manifests', sha256)
  return { manifest: decodeManifest(bytes, sha256), bytes: bytes.length }
}

async function squeeze(target: Buffer, dictionary: Buffer, { level, searchLog }: Effort): Promise<Buffer> {
  const windowLog = Math.min(27, Math.max(10, Math.ceil(Math.log2(target.length + dictionary.length + 1))))
  const params = {
    [constants.ZSTD_c_compressionLevel]: level,
    [constants.ZSTD_c_searchLog]: searchLog,
    [constants.ZSTD_c_windowLog]: windowLog,
    [constants.ZSTD_c_enableLongDistanceMatching]: 1,
  }
  return compress(target, { params, pledgedSrcSize: target.length, ...(dictionary.length > 0 ? { dictionary } : {}) })
}

const oldChunks = (old: Manifest, spans: readonly DictionarySpan[]): number[] =>
  spans.flatMap(({ file, first, count }) => old.files[file]?.chunks.slice(first, first + count) ?? [])

async function readAll(chunks: readonly number[], read: (chunk: number) => Promise<Buffer>): Promise<Buffer[]> {
  const parts: Buffer[] = []
  for (const chunk of chunks) parts.push(await read(chunk))
  return parts
}

const sizeOf = (manifest: Manifest, chunks: readonly number[]): number =>
  chunks.reduce((sum, chunk) => sum + (manifest.chunks[chunk]?.size ?? 0), 0)
const packedSizeOf = (manifest: Manifest, chunks: readonly number[]): number =>
  chunks.reduce((sum, chunk) => sum + (manifest.chunks[chunk]?.packedSize ?? 0), 0)
