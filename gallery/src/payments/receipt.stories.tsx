import { ago } from '../fixtures/ids.ts'
import { buildOrder, orderId } from '../fixtures/payments.ts'
import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'

export default {}

const path = `/receipt/${orderId}`

export const Loading = screenStory({
  path,
  as: 'player',
  answers: () => ({ payments: { order: waiting } }),
  busy: true,
})

export const Failed = screenStory({ path, as: 'player', answers: () => ({ payments: { order: failing() } }) })

export const Purchase = screenStory({ path, as: 'player' })

export const TopUp = screenStory({
  path,
  as: 'player',
  answers: () => ({ payments: { order: buildOrder({ kind: 'topUp', gameId: null, game: null }) } }),
})

export const Refunded = screenStory({
  path,
  as: 'player',
  answers: () => ({
    payments: { order: buildOrder({ status: 'refunded', refundedAt: ago({ minutes: 1 }), cardRefund: 'done' }) },
  }),
})
