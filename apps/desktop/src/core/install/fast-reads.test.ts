import { noise } from '@kettle/depot/testing'
import fc from 'fast-check'
import type { SFTPWrapper } from 'ssh2'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readStraight } from './fast-reads.ts'
import { startTestStore, type TestStore } from './testing/store.ts'

let store: TestStore
beforeAll(async () => {
  store = await startTestStore()
})
afterAll(() => store.remove())

it('reads what lies there, straight into place, with other requests in between', async () => {
  const bytes = noise(1_000_000)
  const { manifestSha256 } = await store.offer('1', { 'a.bin': bytes })
  const client = await store.connect(await store.reading(manifestSha256))
  const { sftp } = client as unknown as { sftp: SFTPWrapper }
  expect(readStraight(sftp)).toBe(true)
  const handle = await new Promise<Buffer>((resolve) =>
    sftp.open('/files/a.bin', 'r', (_error, opened) => resolve(opened)),
  )
  const read = (offset: number, length: number): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const into = Buffer.alloc(length + 10)
      sftp.read(handle, into, 5, length, offset, (error, got) =>
        error ? reject(error) : resolve(into.subarray(5, 5 + got)),
      )
    })
  const stat = (): Promise<unknown> =>
    new Promise((resolve) => sftp.stat('/files/a.bin', (_error, stats) => resolve(stats)))
  const range = fc.record({
    offset: fc.integer({ min: 0, max: 999_000 }),
    length: fc.integer({ min: 1, max: 700_000 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(range, { minLength: 1, maxLength: 12 }), async (ranges) => {
      const answers = ranges.map(({ offset, length }) => Promise.all([read(offset, length), stat()]))
      for (const [at, { offset, length }] of ranges.entries()) {
        const [got] = (await answers[at]) ?? []
        expect(got?.equals(bytes.subarray(offset, offset + length))).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
  await expect(read(2_000_000, 10)).resolves.toHaveLength(0)
})

it('does nothing to an ssh2 that is built otherwise', () => {
  expect(readStraight({ push() {} } as unknown as SFTPWrapper)).toBe(false)
})
