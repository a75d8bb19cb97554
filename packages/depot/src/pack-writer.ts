import { promisify } from 'node:util'
import { constants, zstdCompress } from 'node:zlib'
import { sha256Hex } from './chunk.ts'
import type { ChunkIndex, ChunkLocation } from './chunk-index.ts'
import type { DepotStore } from './store.ts'

export interface NewChunk {
  sha256: string
  bytes: Buffer
}

const compress = promisify(zstdCompress)
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: 3 } }
const PACK_BYTES = 32 << 20
// As many as Node's thread pool has threads; more would only hold more memory.
const PARALLEL = 4
// A reader pays some 0.1 ms to unpack a chunk, so compression must save at least this share, and this many bytes.
const WORTH_SHARE = 0.05
const WORTH_BYTES = 128
const SAMPLE_BYTES = 4096
// 4,096 random bytes show about 7.95 bits a byte; sound, video and packed archives come close to it.
const INCOMPRESSIBLE_BITS = 7.9

/**
 * Stands before the chunks of a pack, so that the same content of two owners is two packs: no name, and no time that storing
 * takes, tells one of the other. No manifest names these bytes.
 */
const packHeader = (owner: string): Buffer =>
  owner === '' ? Buffer.alloc(0) : Buffer.from(sha256Hex(Buffer.from(`kettle pack of ${owner}`)), 'hex')

/** Gathers chunks into packs. A pack is stored when it is full and its chunks enter the index right after. */
export function packWriter({ store, index }: { store: DepotStore; index: ChunkIndex }): {
  /** Adds chunks that the depot does not hold, in this order. */
  add(chunks: readonly NewChunk[]): Promise<void>
  /** Stores what is left. Answers where all added chunks lie, and the bytes stored. */
  finish(): Promise<{ locations: Map<string, ChunkLocation>; newBytes: number }>
} {
  const pack = Buffer.allocUnsafeSlow(PACK_BYTES)
  const locations = new Map<string, ChunkLocation>()
  let open: Omit<ChunkLocation, 'pack' | 'packSize'>[] = []
  const header = packHeader(index.owner)
  header.copy(pack)
  let size = header.length
  let newBytes = 0

  const seal = async (): Promise<void> => {
    if (open.length === 0) return
    const name = await store.put('packs', [pack.subarray(0, size)])
    const sealed = open.map((chunk) => ({ ...chunk, pack: name, packSize: size }))
    await index.add(sealed)
    for (const location of sealed) locations.set(location.sha256, location)
    newBytes += size
    open = []
    size = header.length
  }

  return {
    async add(chunks) {
      for (let from = 0; from < chunks.length; from += PARALLEL) {
        const some = chunks.slice(from, from + PARALLEL)
        const packed = await Promise.all(some.map(({ bytes }) => shrink(bytes)))
        for (const [at, { sha256, bytes }] of some.entries()) {
          const stored = packed[at] ?? bytes
          if (size + stored.length > PACK_BYTES) await seal()
          stored.copy(pack, size)
          open.push({
            sha256,
            size: bytes.length,
            offset: size,
            packedSize: stored.length,
            encoding: packed[at] ? 'zstd' : 'raw',
          })
          size += stored.length
        }
      }
    },
    async finish() {
      await seal()
      return { locations, newBytes }
    },
  }
}

/** The chunk compressed, or null where that isn't worth it. */
export async function shrink(bytes: Buffer): Promise<Buffer | null> {
  if (bytes.length <= WORTH_BYTES || bitsPerByte(bytes) > INCOMPRESSIBLE_BITS) return null
  const packed = await compress(bytes, { ...ZSTD, pledgedSrcSize: bytes.length, chunkSize: Math.max(64, bytes.length) })
  return bytes.length - packed.length >= Math.max(WORTH_BYTES, bytes.length * WORTH_SHARE) ? packed : null
}

/** Shannon entropy of a sample from the middle: whether trying is worth the time. */
function bitsPerByte(bytes: Buffer): number {
  if (bytes.length < SAMPLE_BYTES) return 0
  const counts = new Uint32Array(256)
  const start = (bytes.length - SAMPLE_BYTES) >> 1
  for (let at = start; at < start + SAMPLE_BYTES; at++)
    counts[bytes[at] as number] = (counts[bytes[at] as number] ?? 0) + 1
  let bits = 0
  for (const count of counts) if (count > 0) bits -= (count / SAMPLE_BYTES) * Math.log2(count / SAMPLE_BYTES)
  return bits
}
