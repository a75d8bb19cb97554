import { cards } from '../fixtures/games.ts'
import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { see, write } from '../host/steps.ts'

export default {}

const shelves = () => ({
  new: cards(8),
  popular: cards(6),
  recommended: [],
  discounted: [],
  friendsRecent: [],
  comingSoon: [],
})

export const Loading = screenStory({ path: '/', answers: () => ({ search: { storefront: waiting } }), busy: true })

export const Failed = screenStory({ path: '/', answers: () => ({ search: { storefront: failing() } }) })

export const Empty = screenStory({
  path: '/',
  answers: () => ({
    search: {
      storefront: { new: [], popular: [], recommended: [], discounted: [], friendsRecent: [], comingSoon: [] },
    },
  }),
})

export const ForGuest = screenStory({ path: '/', answers: () => ({ search: { storefront: shelves() } }) })

export const ForPlayer = screenStory({ path: '/', as: 'player' })

/** Nothing was bought yet, and no friend is there: the personal rows say how to fill them. */
export const ForNewcomer = screenStory({
  path: '/',
  as: 'player',
  answers: () => ({
    search: { storefront: shelves() },
    socials: { friends: { friends: [], incoming: [], outgoing: [] } },
  }),
})

export const Suggestions = screenStory({
  path: '/',
  play: async () => {
    await write(['Search games', 'Поиск игр'], 'cat')
    await see([/^Tag: Cats/, /^Метка: Коты/])
  },
})

export const SuggestionsCorrected = screenStory({
  path: '/',
  answers: () => ({ search: { suggest: { games: [], tags: [], correctedQuery: 'harbour' } } }),
  play: async () => {
    await write(['Search games', 'Поиск игр'], 'harbuor')
    await see([/^Did you mean/, /^Может быть/])
  },
})
