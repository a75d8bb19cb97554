import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { z } from 'zod'
import { sha256Hex } from './chunk.ts'
import { DepotError } from './errors.ts'
import { MAX_CHUNK_BYTES, type Manifest } from './manifest.ts'

/** The most bytes that one piece of a patch unpacks to, and that its dictionary has: what a reader must hold. */
export const MAX_PIECE_BYTES = 4 << 20
export const MAX_DICTIONARY_BYTES = 16 << 20
/** The largest table of contents, packed and as text, in bytes. */
export const MAX_PATCH_INDEX_BYTES = 32 << 20
const MAX_PATCH_INDEX_TEXT_BYTES = 256 << 20

const count = z.int().min(0)
const indexSchema = z.strictObject({
  format: z.literal(1),
  pieces: z.array(
    z.strictObject({
      chunks: z.array(count).min(1),
      /** [file, first, count]: neighbouring chunks of a file of the old build. */
      dictionary: z.array(z.tuple([count, count, z.int().min(1)])),
      packedSize: z
        .int()
        .min(1)
        .max(MAX_PIECE_BYTES + MAX_CHUNK_BYTES),
    }),
  ),
})

/** `count` chunks of the old build's `file`-th file, from its `first` on. */
export interface DictionarySpan {
  file: number
  first: number
  count: number
}

/** Some chunks of the new build, joined and compressed with chunks of the old one as dictionary. */
export interface PatchPiece {
  /** Indexes into the new manifest's chunks. */
  chunks: number[]
  dictionary: DictionarySpan[]
  /** Where it lies in the stored patch, in bytes. */
  offset: number
  packedSize: number
}

/** The way from one build to another. It is only ever a hint: what comes out of it counts by the new manifest's hashes. */
export interface Patch {
  pieces: PatchPiece[]
}

/** The head of a stored patch: the length of the table of contents, which comes right after. */
export const PATCH_HEAD_BYTES = 8
const MAGIC = 'KTP1'

/** A patch as it is stored: head, table of contents, and the packed pieces, one after the other. */
export function encodePatch(
  pieces: readonly { chunks: number[]; dictionary: DictionarySpan[]; packed: Buffer }[],
): Buffer[] {
  const table = {
    format: 1,
    pieces: pieces.map(({ chunks, dictionary, packed }) => ({
      chunks,
      dictionary: dictionary.map(({ file, first, count }) => [file, first, count]),
      packedSize: packed.length,
    })),
  }
  const index = zstdCompressSync(JSON.stringify(table), { params: { [constants.ZSTD_c_compressionLevel]: 19 } })
  const head = Buffer.alloc(PATCH_HEAD_BYTES)
  head.write(MAGIC, 'latin1')
  head.writeUInt32BE(index.length, 4)
  return [head, index, ...pieces.map(({ packed }) => packed)]
}

/** The length of the table of contents, by a patch's head. @throws DepotError PATCH_INVALID */
export function patchIndexBytes(head: Uint8Array): number {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  if (bytes.length < PATCH_HEAD_BYTES || bytes.toString('latin1', 0, 4) !== MAGIC)
    throw invalid('it does not begin as one')
  const length = bytes.readUInt32BE(4)
  if (length > MAX_PATCH_INDEX_BYTES) throw invalid(`its table of contents has ${length} bytes`)
  return length
}

/**
 * Reads a patch's table of contents, which came from outside, and checks that it fits both builds and all bounds.
 * @throws DepotError PATCH_INVALID
 */
export function decodePatchIndex(index: Uint8Array, old: Manifest, want: Manifest): Patch {
  let value: unknown
  try {
    value = JSON.parse(zstdDecompressSync(index, { maxOutputLength: MAX_PATCH_INDEX_TEXT_BYTES }).toString('utf8'))
  } catch (cause) {
    throw invalid('its table of contents is not JSON compressed by zstd', cause)
  }
  const parsed = indexSchema.safeParse(value)
  if (!parsed.success) throw invalid(`${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`)
  let offset = PATCH_HEAD_BYTES + index.byteLength
  const pieces = parsed.data.pieces.map(({ chunks, dictionary, packedSize }): PatchPiece => {
    const piece = {
      chunks,
      dictionary: dictionary.map(([file, first, count]) => ({ file, first, count })),
      offset,
      packedSize,
    }
    offset += packedSize
    if (pieceBytes(piece, want) > MAX_PIECE_BYTES) throw invalid('a piece is too large, or names no chunk')
    if (dictionaryBytes(piece, old) > MAX_DICTIONARY_BYTES) throw invalid('a dictionary is too large, or names no file')
    return piece
  })
  return { pieces }
}

/** What a piece unpacks to, in bytes; infinite where it names what isn't there. */
export function pieceBytes({ chunks }: Pick<PatchPiece, 'chunks'>, want: Pick<Manifest, 'chunks'>): number {
  let bytes = 0
  for (const chunk of chunks) bytes += want.chunks[chunk]?.size ?? Number.POSITIVE_INFINITY
  return bytes
}

/** The old chunks of a piece's dictionary, in its order, and where each begins in its file. */
export function* dictionaryChunks(
  { dictionary }: Pick<PatchPiece, 'dictionary'>,
  old: Pick<Manifest, 'files' | 'chunks'>,
): Generator<{ path: string; offset: number; size: number; sha256: string }> {
  for (const { file: index, first, count } of dictionary) {
    const file = old.files[index]
    if (!file || first + count > file.chunks.length)
      throw invalid('a dictionary names what the old build does not have')
    let offset = 0
    for (let ordinal = 0; ordinal < first + count; ordinal++) {
      const chunk = old.chunks[file.chunks[ordinal] ?? -1]
      if (!chunk) throw invalid('a dictionary names what the old build does not have')
      if (ordinal >= first) yield { path: file.path, offset, size: chunk.size, sha256: chunk.sha256 }
      offset += chunk.size
    }
  }
}

/**
 * A dictionary from its chunks. The zero in front keeps zstd from taking bytes that begin like one of its own trained
 * dictionaries for such.
 */
export function joinDictionary(chunks: readonly Uint8Array[]): Buffer {
  return chunks.length === 0 ? Buffer.alloc(0) : Buffer.concat([Buffer.alloc(1), ...chunks])
}

function dictionaryBytes(piece: Pick<PatchPiece, 'dictionary'>, old: Manifest): number {
  let bytes = 0
  for (const { size } of dictionaryChunks(piece, old)) {
    bytes += size
    if (bytes > MAX_DICTIONARY_BYTES) break
  }
  return bytes
}

/**
 * The chunks of a piece from its packed bytes and its dictionary, each checked against its name: null where it is wrong.
 * Never unpacks more than the manifest says.
 */
export function openPiece(
  packed: Buffer,
  dictionary: Buffer,
  piece: Pick<PatchPiece, 'chunks'>,
  want: Pick<Manifest, 'chunks'>,
): (Buffer | null)[] {
  const size = pieceBytes(piece, want)
  const joined = unpack(packed, dictionary, size)
  let offset = 0
  return piece.chunks.map((index) => {
    const chunk = want.chunks[index]
    const bytes = chunk && joined?.subarray(offset, offset + chunk.size)
    offset += chunk?.size ?? 0
    return chunk && bytes && sha256Hex(bytes) === chunk.sha256 ? bytes : null
  })
}

function unpack(packed: Buffer, dictionary: Buffer, size: number): Buffer | null {
  try {
    const options = { maxOutputLength: size, chunkSize: Math.max(64, size) }
    const joined = zstdDecompressSync(packed, dictionary.length > 0 ? { ...options, dictionary } : options)
    return joined.length === size ? joined : null
  } catch {
    return null
  }
}

function invalid(problem: string, cause?: unknown): DepotError {
  return new DepotError('PATCH_INVALID', `The patch is refused: ${problem}`, { cause })
}
