import { id } from '../fixtures/ids.ts'
import { buildChargebacks, buildHistory, buildOrder, pendingOrder } from '../fixtures/payments.ts'
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

export const Waiting = screenStory({
  path,
  as: 'player',
  answers: () => ({
    payments: {
      waiting: {
        items: [
          buildOrder(pendingOrder()),
          buildOrder({ id: id(9401), status: 'failed', paidAt: null }),
          buildOrder({ ...pendingOrder(), id: id(9402), kind: 'topUp', gameId: null, game: null }),
        ],
      },
    },
  }),
})

export const Chargebacks = screenStory({
  path,
  as: 'player',
  answers: () => ({ payments: { history: { items: buildChargebacks(), nextCursor: null } } }),
})

export const Transactions = screenStory({ path, as: 'player' })

export const More = screenStory({
  path,
  as: 'player',
  answers: () => ({ payments: { history: { items: buildHistory(), nextCursor: 'more' } } }),
})
