import type { Manifest, PackRead, Place } from '@kettle/depot'
import { DepotError, openChunk } from '@kettle/depot/chunk'
import { openJournal, type StagedChunks } from './journal.ts'
import { openStaging } from './staging.ts'
import { statePaths } from './state-paths.ts'

/** What a taker needs to begin; plain data, so that it can be told to another thread. */
export interface TakerOptions {
  dir: string
  want: Pick<Manifest, 'files' | 'chunks'>
  manifestSha256: string
  /** What staging holds already. */
  staged: StagedChunks
}

/** A chunk that came with wrong bytes, by its place in the read. */
export interface WrongChunk {
  at: number
  message: string
}

/** Takes what was read: unpacks it, checks it, writes it to staging and into the journal. */
export interface Taker {
  take(read: PackRead, packed: Buffer): WrongChunk[]
  write(chunks: readonly { bytes: Buffer; places: readonly Place[] }[]): void
  makeEmpty(files: readonly number[]): void
  close(): void
}

export function openTaker({ dir, want, manifestSha256, staged }: TakerOptions): Taker {
  const journal = openJournal(dir, manifestSha256, staged.size === 0)
  const staging = openStaging(statePaths(dir).staging, want, staged, journal)
  let closed = false
  return {
    take(read, packed) {
      // File descriptors are used again: what came late would be written into somebody else's file.
      if (closed) throw new Error('the taker is closed')
      const good: { bytes: Buffer; places: readonly Place[] }[] = []
      const wrong: WrongChunk[] = []
      let offset = 0
      for (const [at, { chunk: index, places }] of read.chunks.entries()) {
        const chunk = want.chunks[index]
        if (!chunk) continue
        try {
          good.push({ bytes: openChunk(packed.subarray(offset, offset + chunk.packedSize), chunk), places })
        } catch (error) {
          if (!(error instanceof DepotError)) throw error
          wrong.push({ at, message: error.message })
        }
        offset += chunk.packedSize
      }
      staging.write(good)
      return wrong
    },
    write: staging.write,
    makeEmpty: staging.makeEmpty,
    close() {
      closed = true
      staging.close()
      journal.close()
    },
  }
}
