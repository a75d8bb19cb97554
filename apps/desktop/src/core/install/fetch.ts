import { type FetchChunk, type Manifest, nextPatchRead, nextRead, type PackRead, type PatchRead } from '@kettle/depot'
import type { Dialer } from './dialer.ts'
import { InstallError } from './errors.ts'
import type { Line } from './line.ts'
import { pace } from './pace.ts'
import type { PatchSource } from './patch-source.ts'
import type { InstallClock } from './ports.ts'
import type { Taker, WrongChunk } from './taker.ts'

export interface FetchOptions {
  want: Manifest
  manifestSha256: string
  fetch: readonly FetchChunk[]
  /** What comes by pieces of a patch. */
  patch: PatchSource | null
  dialer: Dialer
  /** The most lines at once. More than one is opened only when the line is longer than one can fill. */
  connections: number
  clock: InstallClock
  signal: AbortSignal
  taker: Taker
  /** Told the packed bytes of each read that is in staging. */
  onTaken: (packedBytes: number) => void
}

interface OpenLine {
  line: Line
  files: Map<string, { handle: Promise<Buffer>; uses: number }>
  flying: number
}

/** A range of a pack, or of a patch. */
type Read = (PackRead & { from: 'pack' }) | (PatchRead & { from: 'patch'; lost: number })

const CORRUPT_TRIES = 3
const FILES_OPEN = 16
/** How often a read of a patch may be lost before its chunks are fetched instead. */
const PATCH_TRIES = 3
/** What one SSH channel of ssh2 carries per round trip is 2 MiB; from half of it on, another line pays. */
const LINE_BYTES = 1 << 20

/**
 * Fetches chunks by pipelined reads of packs, and first by those of a patch. Whatever a line loses is asked for again on
 * another; a chunk with wrong bytes is asked for three times, and what a patch gives wrong is fetched as chunks.
 * @throws InstallError; the signal's reason.
 */
export function fetchChunks(options: FetchOptions): Promise<void> {
  const { want, manifestSha256, fetch, patch, dialer, connections, taker, clock, signal, onTaken } = options
  const pieces = patch?.pieces ?? []
  const flow = pace()
  const lines = new Set<OpenLine>()
  const again: Read[] = []
  const corrupt = new Map<number, number>()
  let next = 0
  let nextPiece = 0
  let flying = 0
  let dialing = 0

  return new Promise<void>((resolve, reject) => {
    let settled = false
    const settle = (finish: () => void): void => {
      if (settled) return
      settled = true
      signal.removeEventListener('abort', onAbort)
      for (const { line } of lines) line.close()
      finish()
    }
    const fail = (error: unknown): void => settle(() => reject(error))
    const onAbort = (): void => fail(signal.reason)
    signal.addEventListener('abort', onAbort)

    const drop = (open: OpenLine): void => {
      if (!lines.delete(open)) return
      open.line.close()
    }
    const dialOne = (): void => {
      dialing++
      dialer.dial(manifestSha256).then(
        (line) => {
          dialing--
          if (settled) return line.close()
          lines.add({ line, files: new Map(), flying: 0 })
          pump()
        },
        (error: unknown) => {
          dialing--
          // The others go on; when the last is gone, it is dialled for again.
          if (lines.size === 0) fail(error)
        },
      )
    }
    const takeRead = (): Read | null => {
      const lost = again.pop()
      if (lost) return lost
      const fromPatch = nextPatchRead(pieces, nextPiece, flow.readBytes())
      if (fromPatch) {
        nextPiece += fromPatch.pieces.length
        return { ...fromPatch, from: 'patch', lost: 0 }
      }
      const fromPack = nextRead(want, fetch, next, flow.readBytes())
      next += fromPack?.chunks.length ?? 0
      return fromPack && { ...fromPack, from: 'pack' }
    }
    const asChunks = (chunks: readonly FetchChunk[]): void => {
      const sorted = sortByPlace(want, chunks)
      for (let at = 0; at < sorted.length; ) {
        const read = nextRead(want, sorted, at, flow.readBytes())
        if (!read) throw new Error('a chunk is in no pack')
        again.push({ ...read, from: 'pack' })
        at += read.chunks.length
      }
    }
    const lose = (read: Read): void => {
      if (read.from === 'patch' && ++read.lost >= PATCH_TRIES) asChunks(read.pieces.flatMap(({ wanted }) => wanted))
      else again.push(read)
    }
    const pump = (): void => {
      while (!settled && lines.size > 0 && (flying === 0 || flying + flow.readBytes() <= flow.target())) {
        const read = takeRead()
        if (!read) break
        let free: OpenLine | undefined
        for (const open of lines) if (!free || open.flying < free.flying) free = open
        if (free) start(free, read)
      }
      if (settled) return
      const left = nextPiece < pieces.length || next < fetch.length || again.length > 0
      if (!left && flying === 0) settle(resolve)
      const wanted = Math.min(connections, Math.ceil(flow.target() / LINE_BYTES))
      if (left && lines.size + dialing < wanted) dialOne()
    }
    const start = (open: OpenLine, read: Read): void => {
      const asked = clock.now()
      const memory = taker.memory(read.length)
      flying += read.length
      open.flying += read.length
      const path = read.from === 'patch' ? (patch?.path ?? '') : `/packs/${want.packs[read.pack]?.sha256}`
      readRange(open, path, read.offset, memory.subarray(0, read.length))
        .finally(() => {
          flying -= read.length
          open.flying -= read.length
        })
        .then(
          () => {
            // The taker is closed by then.
            if (settled) return
            flow.arrived(read.length, asked, clock.now())
            dialer.progressed()
            if (read.from === 'patch' && patch) asChunks(taker.takePieces(read, patch, memory))
            else if (read.from === 'pack') for (const one of taker.take(read, memory)) again.push(retry(read, one))
            onTaken(read.length)
          },
          () => {
            lose(read)
            drop(open)
          },
        )
        .then(pump)
        .catch(fail)
    }
    const retry = ({ pack, chunks }: PackRead, { at, message }: WrongChunk): Read => {
      const one = chunks[at]
      const chunk = want.chunks[one?.chunk ?? -1]
      if (!one || !chunk) throw new Error('the taker complains of a chunk that was not read')
      const tries = (corrupt.get(one.chunk) ?? 0) + 1
      corrupt.set(one.chunk, tries)
      if (tries < CORRUPT_TRIES)
        return { from: 'pack', pack, offset: chunk.offset, length: chunk.packedSize, chunks: [one] }
      const file = want.files[one.places[0]?.file ?? -1]?.path
      const said = `Chunk ${chunk.sha256} of "${file}" came wrong ${tries} times: ${message}`
      throw new InstallError('CHUNK_CORRUPT', said, { file, chunk: chunk.sha256 })
    }
    if (signal.aborted) return onAbort()
    dialOne()
  })
}

function sortByPlace(want: Manifest, chunks: readonly FetchChunk[]): FetchChunk[] {
  const place = ({ chunk }: FetchChunk): { pack: number; offset: number } =>
    want.chunks[chunk] ?? { pack: 0, offset: 0 }
  return chunks.toSorted((a, b) => place(a).pack - place(b).pack || place(a).offset - place(b).offset)
}

/** Reads a range of a file on the server, which is opened when it is first needed. */
async function readRange({ line, files }: OpenLine, path: string, offset: number, into: Buffer): Promise<void> {
  let file = files.get(path)
  if (!file) {
    for (const [other, { handle, uses }] of files) {
      if (files.size < FILES_OPEN) break
      if (uses > 0) continue
      files.delete(other)
      handle.then((opened) => line.closeFile(opened)).catch(() => {})
    }
    file = { handle: line.open(path), uses: 0 }
    files.set(path, file)
  }
  file.uses++
  try {
    await line.read(await file.handle, into, offset)
  } finally {
    file.uses--
  }
}
