import { createHash } from 'node:crypto'
import { zstdDecompressSync } from 'node:zlib'
import { DepotError } from './errors.ts'
import type { ManifestChunk } from './manifest.ts'

/** Lower-case hex SHA-256. */
export function sha256Hex(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/**
 * The plain bytes of a chunk from its packed ones, checked against its name. Never unpacks more than the manifest says.
 * @throws DepotError CHUNK_CORRUPT
 */
export function openChunk(packed: Buffer, chunk: Pick<ManifestChunk, 'sha256' | 'size' | 'encoding'>): Buffer {
  const bytes = chunk.encoding === 'raw' ? packed : unpack(packed, chunk.size)
  if (bytes.length !== chunk.size)
    throw new DepotError('CHUNK_CORRUPT', `it unpacks to ${bytes.length} bytes instead of ${chunk.size}`)
  if (sha256Hex(bytes) !== chunk.sha256) throw new DepotError('CHUNK_CORRUPT', 'its bytes do not match its hash')
  return bytes
}

function unpack(packed: Buffer, size: number): Buffer {
  try {
    // A block of exactly the size, else zlib would allocate and copy twice.
    return zstdDecompressSync(packed, { maxOutputLength: size, chunkSize: Math.max(64, size) })
  } catch (cause) {
    throw new DepotError('CHUNK_CORRUPT', 'it does not unpack', { cause })
  }
}
