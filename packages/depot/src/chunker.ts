import { createHash } from 'node:crypto'

/** Bounds of a chunk, in bytes. Below `minimum` no cut is looked for; at `maximum` one is made. */
export interface ChunkSizes {
  minimum: number
  /** A power of two. */
  average: number
  maximum: number
}

/**
 * 64 KiB on average: docs/decisions/0001-chunks.md has the figures. The maximum stays below the 254 KiB that one SFTP
 * read can carry, so that a chunk never needs two.
 */
export const CHUNK_SIZES: ChunkSizes = { minimum: 16 << 10, average: 64 << 10, maximum: 240 << 10 }

const BLOCK_BYTES = 4 << 20
/** How many bits the mask is stricter before the average and laxer after it ("normalized chunking", level 2). */
const NORMALIZATION = 2

// One random word per byte value, the same for ever: other words would cut every build anew.
const GEAR = Uint32Array.from({ length: 256 }, (_, byte) =>
  createHash('sha256').update(`kettle gear 1 ${byte}`).digest().readUInt32BE(),
)

/**
 * Where the chunk that starts at `start` ends: FastCDC (Xia et al., USENIX ATC 2016) with a 32-bit Gear hash. The cut is
 * judged by the hash's most significant bits, the only ones that see a whole window of bytes.
 */
export function nextCut(bytes: Uint8Array, start: number, end: number, sizes: ChunkSizes = CHUNK_SIZES): number {
  const limit = Math.min(end, start + sizes.maximum)
  if (end - start <= sizes.minimum) return end
  const normal = Math.min(limit, start + sizes.average)
  const bits = Math.log2(sizes.average)
  const strict = 32 - (bits + NORMALIZATION)
  const lax = 32 - (bits - NORMALIZATION)
  const gear = GEAR
  let hash = 0
  let at = start + sizes.minimum
  for (; at < normal; at++) {
    hash = ((hash << 1) + (gear[bytes[at] as number] as number)) | 0
    if (hash >>> strict === 0) return at + 1
  }
  for (; at < limit; at++) {
    hash = ((hash << 1) + (gear[bytes[at] as number] as number)) | 0
    if (hash >>> lax === 0) return at + 1
  }
  return limit
}

/**
 * Cuts a stream into chunks. `read` fills as much of the buffer as it can and answers how many bytes it gave, 0 at the
 * end. The chunks are views of memory that is not used again; a few megabytes are held at a time.
 */
export async function* cutStream(
  read: (into: Buffer) => Promise<number>,
  { sizes = CHUNK_SIZES, sizeHint = BLOCK_BYTES }: { sizes?: ChunkSizes; sizeHint?: number } = {},
): AsyncGenerator<Buffer> {
  // One byte more than the hint: a read that finds the end costs nothing then.
  const blockBytes = Math.max(1, Math.min(BLOCK_BYTES, sizeHint + 1))
  let rest: Buffer = Buffer.alloc(0)
  for (let ended = false; !ended; ) {
    const block = Buffer.allocUnsafeSlow(rest.length + blockBytes)
    rest.copy(block)
    let end = rest.length
    while (end < block.length) {
      const got = await read(block.subarray(end))
      if (got === 0) {
        ended = true
        break
      }
      end += got
    }
    let start = 0
    while (start < end && (ended || end - start >= sizes.maximum)) {
      const cut = nextCut(block, start, end, sizes)
      yield block.subarray(start, cut)
      start = cut
    }
    rest = block.subarray(start, end)
  }
}
