import { type FetchChunk, type Manifest, nextRead, type PackRead } from '@kettle/depot'
import type { Dialer } from './dialer.ts'
import { InstallError } from './errors.ts'
import type { Line } from './line.ts'
import { pace } from './pace.ts'
import type { InstallClock } from './ports.ts'
import type { Taker, WrongChunk } from './taker.ts'

export interface FetchOptions {
  want: Manifest
  manifestSha256: string
  fetch: readonly FetchChunk[]
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
  packs: Map<number, { handle: Promise<Buffer>; uses: number }>
  flying: number
}

const CORRUPT_TRIES = 3
const PACKS_OPEN = 16
/** What one SSH channel of ssh2 carries per round trip is 2 MiB; from half of it on, another line pays. */
const LINE_BYTES = 1 << 20

/**
 * Fetches chunks by pipelined reads of packs. Whatever a line loses is asked for again on another; a chunk with wrong
 * bytes is asked for three times. @throws InstallError; the signal's reason.
 */
export function fetchChunks(options: FetchOptions): Promise<void> {
  const { want, manifestSha256, fetch, dialer, connections, taker, clock, signal, onTaken } = options
  const flow = pace()
  const lines = new Set<OpenLine>()
  const again: PackRead[] = []
  const corrupt = new Map<number, number>()
  let next = 0
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
          lines.add({ line, packs: new Map(), flying: 0 })
          pump()
        },
        (error: unknown) => {
          dialing--
          // The others go on; when the last is gone, it is dialled for again.
          if (lines.size === 0) fail(error)
        },
      )
    }
    const takeRead = (): PackRead | null => {
      const read = again.pop() ?? nextRead(want, fetch, next, flow.readBytes())
      if (read && read.chunks[0] === fetch[next]) next += read.chunks.length
      return read
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
      const left = next < fetch.length || again.length > 0
      if (!left && flying === 0) settle(resolve)
      const wanted = Math.min(connections, Math.ceil(flow.target() / LINE_BYTES))
      if (left && lines.size + dialing < wanted) dialOne()
    }
    const start = (open: OpenLine, read: PackRead): void => {
      const asked = clock.now()
      const memory = taker.memory(read.length)
      flying += read.length
      open.flying += read.length
      readPack(open, read, want, memory.subarray(0, read.length))
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
            for (const one of taker.take(read, memory)) again.push(retry(read, one))
            onTaken(read.length)
          },
          () => {
            again.push(read)
            drop(open)
          },
        )
        .then(pump)
        .catch(fail)
    }
    const retry = ({ pack, chunks }: PackRead, { at, message }: WrongChunk): PackRead => {
      const one = chunks[at]
      const chunk = want.chunks[one?.chunk ?? -1]
      if (!one || !chunk) throw new Error('the taker complains of a chunk that was not read')
      const tries = (corrupt.get(one.chunk) ?? 0) + 1
      corrupt.set(one.chunk, tries)
      if (tries < CORRUPT_TRIES) return { pack, offset: chunk.offset, length: chunk.packedSize, chunks: [one] }
      const file = want.files[one.places[0]?.file ?? -1]?.path
      const said = `Chunk ${chunk.sha256} of "${file}" came wrong ${tries} times: ${message}`
      throw new InstallError('CHUNK_CORRUPT', said, { file, chunk: chunk.sha256 })
    }
    if (signal.aborted) return onAbort()
    dialOne()
  })
}

/** Reads a range of a pack, which is opened when it is first needed. */
async function readPack({ line, packs }: OpenLine, read: PackRead, want: Manifest, into: Buffer): Promise<void> {
  let pack = packs.get(read.pack)
  if (!pack) {
    for (const [index, { handle, uses }] of packs) {
      if (packs.size < PACKS_OPEN) break
      if (uses > 0) continue
      packs.delete(index)
      handle.then((opened) => line.closeFile(opened)).catch(() => {})
    }
    pack = { handle: line.open(`/packs/${want.packs[read.pack]?.sha256}`), uses: 0 }
    packs.set(read.pack, pack)
  }
  pack.uses++
  try {
    await line.read(await pack.handle, into, read.offset)
  } finally {
    pack.uses--
  }
}
