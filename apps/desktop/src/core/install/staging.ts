import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest, Place } from '@kettle/depot'
import { diskError } from './errors.ts'
import type { Journal, StagedChunks } from './journal.ts'

/** Files that are being put together, each under its index in the manifest, so that no path can matter yet. */
export interface Staging {
  /** Writes chunks that were checked, each to all of its places, and notes them in the journal. */
  write(chunks: readonly { bytes: Buffer; places: readonly Place[] }[]): void
  /** Makes the files that have no bytes. */
  makeEmpty(files: readonly number[]): void
  close(): void
}

const OPEN_FILES = 64

/**
 * Writes are synchronous on purpose: they go to the system's cache in microseconds, and nothing that has arrived waits in
 * memory to be lost by a kill. Chunks that lie side by side in memory and in the file are written at once.
 */
export function openStaging(
  folder: string,
  want: Pick<Manifest, 'files'>,
  staged: StagedChunks,
  journal: Journal,
): Staging {
  mkdirSync(folder, { recursive: true })
  const open = new Map<number, number>()

  const fdOf = (file: number): number => {
    const known = open.get(file)
    if (known !== undefined) return known
    for (const [oldest, fd] of open) {
      if (open.size < OPEN_FILES) break
      closeSync(fd)
      open.delete(oldest)
    }
    const fd = openSync(join(folder, String(file)), staged.has(file) ? 'r+' : 'w', want.files[file]?.mode)
    open.set(file, fd)
    if (!staged.has(file)) staged.set(file, new Set())
    return fd
  }
  const put = (run: Run): void => {
    const file = want.files[run.file]
    try {
      const fd = fdOf(run.file)
      for (let done = 0; done < run.bytes.length; )
        done += writeSync(fd, run.bytes, done, run.bytes.length - done, run.offset + done)
      const have = staged.get(run.file)
      for (let ordinal = run.ordinal; ordinal < run.ordinal + run.count; ordinal++) have?.add(ordinal)
      journal.add(run.file, run.ordinal, run.count)
      if (have?.size === file?.chunks.length) {
        closeSync(fd)
        open.delete(run.file)
      }
    } catch (error) {
      throw diskError(error, file?.path ?? String(run.file))
    }
  }
  return {
    write(chunks) {
      try {
        for (const run of runs(chunks)) put(run)
      } finally {
        journal.flush()
      }
    },
    makeEmpty(files) {
      for (const file of files) closeSync(openSync(join(folder, String(file)), 'w', want.files[file]?.mode))
    },
    close() {
      for (const fd of open.values()) closeSync(fd)
      open.clear()
    },
  }
}

interface Run {
  file: number
  ordinal: number
  count: number
  offset: number
  bytes: Buffer
}

function* runs(chunks: readonly { bytes: Buffer; places: readonly Place[] }[]): Generator<Run> {
  let run: Run | null = null
  for (const { bytes, places } of chunks) {
    for (const { file, ordinal, offset } of places) {
      if (run && run.file === file && run.ordinal + run.count === ordinal && follows(run.bytes, bytes)) {
        run.bytes = Buffer.from(run.bytes.buffer, run.bytes.byteOffset, run.bytes.length + bytes.length)
        run.count++
        continue
      }
      if (run) yield run
      run = { file, ordinal, count: 1, offset, bytes }
    }
  }
  if (run) yield run
}

function follows(first: Buffer, second: Buffer): boolean {
  return first.buffer === second.buffer && first.byteOffset + first.length === second.byteOffset
}
