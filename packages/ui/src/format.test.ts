import { describe, expect, it } from 'vitest'
import { formatBytes, formatDuration, formatMoney, formatRelative } from './format.ts'

/** Intl separates with no-break spaces; tests read better with plain ones. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('formatMoney', () => {
  it('speaks the reader’s language', () => {
    expect(plain(formatMoney({ amount: 1999, currency: 'USD' }, 'en'))).toBe('$19.99')
    expect(plain(formatMoney({ amount: 1999, currency: 'USD' }, 'ru'))).toBe('19,99 $')
  })
  it('drops the zeros of whole amounts', () => {
    expect(plain(formatMoney({ amount: 45000, currency: 'RUB' }, 'ru'))).toBe('450 ₽')
  })
  it('knows currencies without minor units', () => {
    expect(plain(formatMoney({ amount: 1200, currency: 'JPY' }, 'en'))).toBe('¥1,200')
  })
})

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
