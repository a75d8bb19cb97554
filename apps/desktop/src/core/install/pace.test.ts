import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Pace, pace } from './pace.ts'

/** A line of so many bytes a millisecond with so long a round trip, on which what exceeds it waits in a row. */
function download(
  flow: Pace,
  { rate, trip, bytes }: { rate: number; trip: number; bytes: number },
): { ms: number; mostAhead: number } {
  const flying: { size: number; asked: number; due: number }[] = []
  let now = 0
  let free = 0
  let asked = 0
  let mostAhead = 0
  for (let done = 0; done < bytes; ) {
    let ahead = flying.reduce((sum, { size }) => sum + size, 0)
    while (asked < bytes && (flying.length === 0 || ahead < flow.target())) {
      const size = Math.min(flow.readBytes(), bytes - asked)
      free = Math.max(free, now + trip / 2) + size / rate
      flying.push({ size, asked: now, due: free + trip / 2 })
      asked += size
      ahead += size
    }
    mostAhead = Math.max(mostAhead, ahead)
    const next = flying.shift()
    if (!next) break
    now = next.due
    done += next.size
    flow.arrived(next.size, next.asked, now)
  }
  return { ms: now, mostAhead }
}

it('keeps little on the way where the line is short', () => {
  const { mostAhead } = download(pace(), { rate: 200_000, trip: 0.2, bytes: 10_000_000 })
  expect(mostAhead).toBeLessThan(512 << 10)
})

it('fills a long line within a few round trips', () => {
  // 100 Mbit/s and 1 Gbit/s over 80 ms.
  for (const rate of [12_500, 125_000]) {
    const { ms } = download(pace(), { rate, trip: 80, bytes: rate * 10_000 })
    expect(ms).toBeLessThan(10_000 * 1.35)
  }
})

it('never asks for nothing or for too much, whatever arrives when', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          bytes: fc.integer({ min: 1, max: 260_096 }),
          late: fc.double({ min: 0, max: 60_000, noNaN: true }),
        }),
      ),
      (answers) => {
        const flow = pace()
        let now = 0
        for (const { bytes, late } of answers) {
          now += late
          flow.arrived(bytes, now - late, now)
          expect(flow.target()).toBeGreaterThanOrEqual(128 << 10)
          expect(flow.target()).toBeLessThanOrEqual(16 << 20)
          expect(flow.readBytes()).toBeGreaterThanOrEqual(64 << 10)
          expect(flow.readBytes()).toBeLessThanOrEqual(254 << 10)
        }
      },
    ),
  )
})
