import { expect, test } from 'vitest'
import { holdUp, type Seen } from './hold-up.ts'

const second: Seen = {
  ...{ phase: 'downloading', ms: 1000, heldMs: 0, busyMs: 100, cpuMs: 90 },
  ...{ silentMs: 0, bytes: 1_000_000 },
}

test('a download says what it waits for', () => {
  const told = (change: Partial<Seen>) => holdUp({ ...second, ...change })
  expect(told({})).toBe('line')
  expect(told({ bytes: 0 })).toBeNull()
  expect(told({ bytes: 0, silentMs: 2_000 })).toBe('server')
  expect(told({ heldMs: 600 })).toBe('limit')
  expect(told({ busyMs: 950, cpuMs: 900 })).toBe('cpu')
  expect(told({ busyMs: 950, cpuMs: 300 })).toBe('disk')
  expect(told({ phase: 'checking', bytes: 0 })).toBe('disk')
  expect(told({ phase: 'checking', bytes: 0, busyMs: 990, cpuMs: 980 })).toBe('cpu')
  expect(told({ ms: 0 })).toBeNull()
})
