import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { type CopyChunk, type Manifest, openChunk } from '@kettle/depot'
import type { Taker } from './taker.ts'

/** Copies chunks that the folder already holds into staging. What turns out to be something else is left to be fetched. */
export async function copyChunks(
  dir: string,
  want: Manifest,
  copies: readonly CopyChunk[],
  taker: Pick<Taker, 'write'>,
  signal: AbortSignal,
): Promise<void> {
  const byFile = Map.groupBy(copies, ({ from }) => from.path)
  for (const [path, ofFile] of byFile) {
    const file = await open(join(dir, path), 'r').catch(() => null)
    if (!file) continue
    try {
      for (const { chunk: index, from, places } of ofFile.toSorted((a, b) => a.from.offset - b.from.offset)) {
        signal.throwIfAborted()
        const chunk = want.chunks[index]
        if (!chunk) continue
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(chunk.size), 0, chunk.size, from.offset)
        const bytes = checked(buffer.subarray(0, bytesRead), chunk)
        if (bytes) taker.write([{ bytes, places }])
      }
    } finally {
      await file.close()
    }
  }
}

function checked(bytes: Buffer, { sha256, size }: { sha256: string; size: number }): Buffer | null {
  try {
    return openChunk(bytes, { sha256, size, encoding: 'raw' })
  } catch {
    return null
  }
}
