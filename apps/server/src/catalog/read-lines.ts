import { createReadStream } from 'node:fs'
import { pipeline, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** Longer lines are given as null: no game needs as much, and memory stays bounded. */
const MAX_LINE_BYTES = 1_000_000
const NEWLINE = 10

/** The lines of a text file, unpacked on the way where its name ends in .gz. One that is too long comes as null. */
export async function* readLines(file: string): AsyncGenerator<string | null> {
  const source = createReadStream(file)
  const unpack = file.endsWith('.gz')
    ? createGunzip()
    : new Transform({ transform: (chunk, _, done) => done(null, chunk) })
  // A failure of either end reaches whoever reads.
  pipeline(source, unpack, () => {})
  let parts: Buffer[] = []
  let bytes = 0
  let number = 0
  const whole = () => {
    const line = bytes > MAX_LINE_BYTES ? null : Buffer.concat(parts).toString('utf8')
    const isFirst = number++ === 0
    parts = []
    bytes = 0
    // Windows' editors begin a file with a byte-order mark.
    return isFirst && line?.startsWith('\uFEFF') ? line.slice(1) : line
  }
  const keep = (part: Buffer) => {
    bytes += part.length
    if (bytes <= MAX_LINE_BYTES) parts.push(part)
  }
  for await (const chunk of unpack as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, end))
      yield whole()
      from = end + 1
    }
    keep(chunk.subarray(from))
  }
  if (bytes > 0) yield whole()
}
