import type { Manifest } from './manifest.ts'
import { dictionaryChunks, type Patch, type PatchPiece } from './patch.ts'
import type { FetchChunk } from './plan.ts'

/** A piece of a patch to fetch, and those of its chunks that are wanted. */
export interface FetchPiece {
  piece: PatchPiece
  wanted: FetchChunk[]
}

export interface PatchPlan {
  /** Sorted by where they lie in the patch. */
  pieces: FetchPiece[]
  /** What is still to be fetched as chunks, in the order it had. */
  fetch: FetchChunk[]
  /** Packed bytes of both. */
  fetchBytes: number
}

/** Pure: of what a plan fetches, what comes cheaper by pieces of a patch, as far as their dictionaries are usable. */
export function planPatch(
  want: Manifest,
  fetch: readonly FetchChunk[],
  patch: Patch,
  usable: (piece: PatchPiece) => boolean,
): PatchPlan {
  const missing = new Map(fetch.map((one) => [one.chunk, one]))
  const packedSize = (one: FetchChunk): number => want.chunks[one.chunk]?.packedSize ?? 0
  const pieces: FetchPiece[] = []
  let fetchBytes = 0
  for (const piece of patch.pieces) {
    const wanted = [...new Set(piece.chunks)].flatMap((chunk) => missing.get(chunk) ?? [])
    if (wanted.length === 0) continue
    const asChunks = wanted.reduce((sum, one) => sum + packedSize(one), 0)
    if (piece.packedSize >= asChunks || !usable(piece)) continue
    pieces.push({ piece, wanted })
    fetchBytes += piece.packedSize
    for (const { chunk } of wanted) missing.delete(chunk)
  }
  const rest = fetch.filter(({ chunk }) => missing.has(chunk))
  return { pieces, fetch: rest, fetchBytes: fetchBytes + rest.reduce((sum, one) => sum + packedSize(one), 0) }
}

/** The chunks of the old build that these pieces need, by file, each once. */
export function dictionariesOf(
  pieces: Iterable<PatchPiece>,
  old: Pick<Manifest, 'files' | 'chunks'>,
): Map<string, { offset: number; size: number; sha256: string }[]> {
  const files = new Map<string, Map<number, { offset: number; size: number; sha256: string }>>()
  for (const piece of pieces) {
    for (const { path, ...chunk } of dictionaryChunks(piece, old)) {
      const file = files.get(path) ?? new Map()
      file.set(chunk.offset, chunk)
      files.set(path, file)
    }
  }
  return new Map(
    [...files].map(([path, chunks]) => [path, [...chunks.values()].toSorted((a, b) => a.offset - b.offset)]),
  )
}

/** One ranged read of a patch that brings whole pieces, one right after the other. */
export interface PatchRead {
  offset: number
  length: number
  pieces: FetchPiece[]
}

/** The next read from a patch plan's `pieces`, from `at` on: neighbours merged up to `maxBytes`, at least one. */
export function nextPatchRead(pieces: readonly FetchPiece[], at: number, maxBytes: number): PatchRead | null {
  const first = pieces[at]
  if (!first) return null
  const { offset } = first.piece
  const read: PatchRead = { offset, length: 0, pieces: [] }
  for (let next: FetchPiece | undefined = first; next; next = pieces[at + read.pieces.length]) {
    if (next.piece.offset !== offset + read.length) break
    if (read.pieces.length > 0 && read.length + next.piece.packedSize > maxBytes) break
    read.pieces.push(next)
    read.length += next.piece.packedSize
  }
  return read
}
