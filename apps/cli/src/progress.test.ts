import { expect, test } from 'vitest'
import { bytes, clock, transferLine } from './progress.ts'

test('sizes and times are short', () => {
  expect([0, 999, 1000, 1_234_567, 242_000_000].map(bytes)).toEqual(['0 B', '999 B', '1.0 kB', '1.2 MB', '242 MB'])
  expect([0, 95, 3600, 3725].map(clock)).toEqual(['0:00', '1:35', '1:00:00', '1:02:05'])
})

test('speed and time left follow the last five seconds', () => {
  let now = 0
  const transfer = transferLine(100_000_000, () => now)
  transfer.add(10_000_000)
  now = 1000
  expect(transfer.line()).toBe('10 %  10.0 MB of 100 MB, 10.0 MB/s, 0:09 left')
  now = 20_000
  transfer.line()
  transfer.add(1_000_000)
  now = 21_000
  expect(transfer.line()).toContain('1.0 MB/s, 1:29 left')
})
