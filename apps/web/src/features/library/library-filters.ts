import type { LibraryItem } from '@kettle/api/client'
import { textParam } from '../../lib/search-params.ts'

export const shelves = ['installable', 'recent'] as const
/** Played within so many days is lately. */
const recentDays = 14
const dayMs = 86_400_000

/** What of the library is on screen, as the address holds it. */
export type LibraryFilters = { q?: string; show?: (typeof shelves)[number] }

/** What of an address is a filter of the library. */
export function readLibraryFilters(search: Record<string, unknown>): LibraryFilters {
  return { q: textParam(search.q)?.slice(0, 100), show: shelves.find((shelf) => shelf === search.show) }
}

/** The games that pass: their titles hold all of the words, begun is enough; е is ё. */
export function filterLibrary(items: LibraryItem[], { q, show }: LibraryFilters, now: number): LibraryItem[] {
  const fold = (text: string) => text.toLowerCase().normalize('NFKC').replaceAll('ё', 'е')
  const words = fold(q ?? '')
    .split(/\s+/u)
    .filter(Boolean)
  return items.filter(({ game, builds, lastPlayedAt }) => {
    if (show === 'installable' && builds.length === 0) return false
    if (show === 'recent' && (!lastPlayedAt || now - Date.parse(lastPlayedAt) > recentDays * dayMs)) return false
    const title = fold(game.title)
    return words.every((word) => title.includes(word))
  })
}
