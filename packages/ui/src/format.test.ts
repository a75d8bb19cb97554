import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { formatBytes, formatDuration, formatRelative } from './format.ts'

/** Intl separates with no-break spaces; tests read better with plain ones. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('durations, sizes and distances', () => {
  it('counts hours and minutes', () => {
    expect(plain(formatDuration(0, 'en'))).toBe('0 min')
    expect(plain(formatDuration(59, 'en'))).toBe('< 1 min')
    expect(plain(formatDuration(4320, 'en'))).toBe('1 hr 12 min')
    expect(plain(formatDuration(7200, 'ru'))).toBe('2 ч')
  })
  it('prints sizes in decimal units', () => {
    expect(plain(formatBytes(242_000_000, 'en'))).toBe('242 MB')
    expect(plain(formatBytes(1_500, 'en'))).toBe('1.5 kB')
    expect(plain(formatBytes(0, 'en'))).toBe('0 byte')
  })
  it('tells how long ago', () => {
    const now = Date.parse('2026-03-12T12:00:00Z')
    expect(formatRelative('2026-03-11T12:00:00Z', 'ru', now)).toBe('вчера')
    expect(formatRelative('2026-03-12T11:59:30Z', 'en', now)).toBe('now')
  })
})

describe('days without a time', () => {
  // A process of its own: the zone of this one is fixed.
  const format = new URL('format.ts', import.meta.url).href
  const inZone = (zone: string) =>
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { formatDate, formatDay } = await import(${JSON.stringify(format)})
        console.log([formatDate('2026-01-15', 'en'), formatDay('2026-01-15', 'en'), formatDate('2026-01-15T00:30:00Z', 'en')].join('; '))`,
      ],
      { env: { ...process.env, TZ: zone }, encoding: 'utf8' },
    ).trim()

  it.each([
    ['America/Los_Angeles', 'January 14, 2026'],
    ['Pacific/Pago_Pago', 'January 14, 2026'],
    ['Pacific/Kiritimati', 'January 15, 2026'],
    ['Europe/Moscow', 'January 15, 2026'],
  ])('are that day in %s, while times are the reader’s', (zone, time) => {
    expect(inZone(zone)).toBe(`January 15, 2026; January 15; ${time}`)
  })
})
