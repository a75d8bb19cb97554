import { openChunk } from './chunk.ts'
import { DepotError } from './errors.ts'
import type { Manifest } from './manifest.ts'
import type { DepotObject, DepotStore } from './store.ts'

const PACKS_OPEN = 16

/** Reads the chunks of a build from the depot, each checked. Close it at the end. */
export function openBuild(
  store: DepotStore,
  manifest: Manifest,
): {
  /** The plain bytes of a chunk, by its index. @throws DepotError NOT_STORED, CHUNK_CORRUPT */
  chunk(index: number): Promise<Buffer>
  close(): Promise<void>
} {
  const packs = new Map<number, DepotObject>()
  const packOf = async (index: number): Promise<DepotObject> => {
    const known = packs.get(index)
    if (known) return known
    for (const [oldest, object] of packs) {
      if (packs.size < PACKS_OPEN) break
      packs.delete(oldest)
      await object.close()
    }
    const opened = await store.open('packs', manifest.packs[index]?.sha256 ?? '')
    packs.set(index, opened)
    return opened
  }
  return {
    async chunk(index) {
      const chunk = manifest.chunks[index]
      if (!chunk) throw new DepotError('NOT_STORED', `the manifest has no chunk ${index}`)
      const packed = Buffer.allocUnsafeSlow(chunk.packedSize)
      const got = await (await packOf(chunk.pack)).read(packed, chunk.offset)
      return openChunk(packed.subarray(0, got), chunk)
    },
    async close() {
      for (const object of packs.values()) await object.close()
      packs.clear()
    },
  }
}
