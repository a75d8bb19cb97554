import { buildHistory } from '../fixtures/payments.ts'
import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'

export default {}

const path = '/history'
const none = { items: [], nextCursor: null }

export const Loading = screenStory({
  path,
  as: 'player',
  answers: () => ({ payments: { history: waiting } }),
  busy: true,
})

export const Failed = screenStory({ path, as: 'player', answers: () => ({ payments: { history: failing() } }) })

export const Empty = screenStory({ path, as: 'player', answers: () => ({ payments: { history: none } }) })

export const EmptyForFilter = screenStory({
  path: '/history?type=refund',
  as: 'player',
  answers: () => ({ payments: { history: none } }),
})

export const Transactions = screenStory({ path, as: 'player' })

export const More = screenStory({
  path,
  as: 'player',
  answers: () => ({ payments: { history: { items: buildHistory(), nextCursor: 'more' } } }),
})
