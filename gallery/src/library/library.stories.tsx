import { buildLibraryItem } from '../fixtures/games.ts'
import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { press, see, seeDialog } from '../host/steps.ts'

export default {}

const path = '/library'

export const Loading = screenStory({ path, as: 'player', answers: () => ({ library: { list: waiting } }), busy: true })

export const Failed = screenStory({ path, as: 'player', answers: () => ({ library: { list: failing() } }) })

export const Empty = screenStory({ path, as: 'player', answers: () => ({ library: { list: [] } }) })

export const Games = screenStory({ path, as: 'player' })

export const OneWithoutBuild = screenStory({
  path,
  as: 'player',
  answers: () => ({ library: { list: [buildLibraryItem(0, { builds: [] })] } }),
})

export const NoneFits = screenStory({
  path: '/library?q=zzz',
  as: 'player',
  play: () => see(['None of your games fits', 'Ни одна из ваших игр не подходит']),
})

export const Refund = screenStory({
  path,
  as: 'player',
  answers: () => ({ library: { list: [buildLibraryItem(4)] } }),
  play: async () => {
    await press(['Return the game', 'Вернуть игру'])
    await seeDialog([/^Return/, /^Вернуть/])
  },
})
