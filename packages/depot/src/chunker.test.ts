import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256Hex } from './chunk.ts'
import { CHUNK_SIZES, cutStream } from './chunker.ts'
import { noise } from './testing/trees.ts'

async function cut(bytes: Buffer, readBytes = bytes.length): Promise<Buffer[]> {
  let at = 0
  const read = async (into: Buffer): Promise<number> => {
    const got = bytes.copy(into, 0, at, Math.min(bytes.length, at + readBytes))
    at += got
    return got
  }
  const chunks: Buffer[] = []
  for await (const chunk of cutStream(read)) chunks.push(chunk)
  return chunks
}

it('cuts into chunks that are the bytes, within the bounds', async () => {
  const bytes = noise(6 << 20)
  const chunks = await cut(bytes)
  expect(Buffer.concat(chunks).equals(bytes)).toBe(true)
  for (const chunk of chunks.slice(0, -1)) {
    expect(chunk.length).toBeGreaterThan(CHUNK_SIZES.minimum)
    expect(chunk.length).toBeLessThanOrEqual(CHUNK_SIZES.maximum)
  }
  const average = bytes.length / chunks.length
  expect(average).toBeGreaterThan(CHUNK_SIZES.average * 0.75)
  expect(average).toBeLessThan(CHUNK_SIZES.average * 1.5)
})

it('cuts the same however the bytes arrive', async () => {
  const bytes = noise(1 << 20, 7)
  const whole = (await cut(bytes)).map((chunk) => chunk.length)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1000, max: 300_000 }), async (readBytes) => {
      expect((await cut(bytes, readBytes)).map((chunk) => chunk.length)).toEqual(whole)
    }),
    { numRuns: 20 },
  )
})

it('keeps nearly all chunks when a byte is put in', async () => {
  const bytes = noise(8 << 20, 3)
  const before = new Set((await cut(bytes)).map((chunk) => sha256Hex(chunk)))
  for (const at of [0, 12_345, 4_000_000]) {
    const after = await cut(Buffer.concat([bytes.subarray(0, at), Buffer.from('x'), bytes.subarray(at)]))
    expect(after.filter((chunk) => !before.has(sha256Hex(chunk))).length).toBeLessThanOrEqual(3)
  }
})

it('knows the empty stream and the tiny one', async () => {
  expect(await cut(Buffer.alloc(0))).toEqual([])
  expect(await cut(Buffer.from('x'))).toEqual([Buffer.from('x')])
})
