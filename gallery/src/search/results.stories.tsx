import type { FoundGames } from '@kettle/api/client'
import { cards } from '../fixtures/games.ts'
import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { press, seeDialog } from '../host/steps.ts'

export default {}

const nothing = (): FoundGames => ({
  items: [],
  total: 0,
  hasMoreThanTotal: false,
  facets: { tags: [], platforms: [], prices: [], onSale: 0 },
  nextCursor: null,
})

export const Loading = screenStory({
  path: '/search?q=cats',
  answers: () => ({ search: { games: waiting } }),
  busy: true,
})

export const Failed = screenStory({ path: '/search?q=cats', answers: () => ({ search: { games: failing() } }) })

export const Empty = screenStory({ path: '/search?q=zzz', answers: () => ({ search: { games: nothing() } }) })

export const EmptyForFilters = screenStory({
  path: '/search?q=cats&sale=1&platform=linux&price=500',
  answers: () => ({ search: { games: nothing() } }),
})

export const Found = screenStory({ path: '/search?q=cats' })

export const AllGames = screenStory({ path: '/search' })

export const More = screenStory({
  path: '/search?q=cats&tags=cosy,cats&sale=1',
  answers: () => ({
    search: { games: { ...nothing(), items: cards(8), total: 300, hasMoreThanTotal: true, nextCursor: 'more' } },
  }),
})

export const Corrected = screenStory({
  path: '/search?q=harbuor',
  answers: () => ({ search: { games: { ...nothing(), items: cards(3), total: 3, correctedQuery: 'harbour' } } }),
})

/** On a phone the filters are a sheet; beside the results stands a button only there. */
export const Filters = screenStory({
  path: '/search?q=cats&sale=1',
  play: async () => {
    if (innerWidth > 640) return
    await press([/^Filters/, /^Фильтры/])
    await seeDialog(['Filters', 'Фильтры'])
  },
})
