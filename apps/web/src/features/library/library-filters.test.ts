import type { LibraryItem } from '@kettle/api/client'
import { describe, expect, it } from 'vitest'
import { filterLibrary, readLibraryFilters } from './library-filters.ts'

const now = Date.parse('2026-05-15T12:00:00Z')
const item = (title: string, rest: Partial<LibraryItem> = {}): LibraryItem =>
  ({ game: { title }, builds: [], lastPlayedAt: null, ...rest }) as LibraryItem
const build = {} as LibraryItem['builds'][number]
const items = [
  item('Ёжик в тумане', { builds: [build] }),
  item('Night Tram', { lastPlayedAt: '2026-05-14T12:00:00Z' }),
  item('Night Train', { builds: [build], lastPlayedAt: '2026-04-01T12:00:00Z' }),
]
const titles = (filters: Parameters<typeof filterLibrary>[1]) =>
  filterLibrary(items, filters, now).map(({ game }) => game.title)

describe('filterLibrary', () => {
  it.each([
    [{}, ['Ёжик в тумане', 'Night Tram', 'Night Train']],
    [{ q: '  ' }, ['Ёжик в тумане', 'Night Tram', 'Night Train']],
    [{ q: 'ежик ТУМ' }, ['Ёжик в тумане']],
    [{ q: 'tra night' }, ['Night Tram', 'Night Train']],
    [{ q: 'day' }, []],
    [{ show: 'installable' }, ['Ёжик в тумане', 'Night Train']],
    [{ show: 'recent' }, ['Night Tram']],
    [{ show: 'recent', q: 'train' }, []],
  ] as const)('%j', (filters, expected) => {
    expect(titles(filters)).toEqual(expected)
  })
})

it('reads an address, and drops what is no filter', () => {
  expect(readLibraryFilters({ q: 'tram', show: 'recent', other: 1 })).toEqual({ q: 'tram', show: 'recent' })
  expect(readLibraryFilters({ q: '', show: 'everything' })).toEqual({ q: undefined, show: undefined })
})
