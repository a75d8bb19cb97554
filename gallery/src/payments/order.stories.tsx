import { ago } from '../fixtures/ids.ts'
import { buildOrder, orderId, pendingOrder } from '../fixtures/payments.ts'
import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'

export default {}

const path = `/order/${orderId}`
const order = (overrides: Parameters<typeof buildOrder>[0]) => () => ({ payments: { order: buildOrder(overrides) } })

export const Loading = screenStory({
  path,
  as: 'player',
  answers: () => ({ payments: { order: waiting } }),
  busy: true,
})

export const Failed = screenStory({ path, as: 'player', answers: () => ({ payments: { order: failing() } }) })

export const Missing = screenStory({
  path,
  as: 'player',
  answers: () => ({ payments: { order: failing('NOT_FOUND') } }),
})

export const Paid = screenStory({ path, as: 'player' })

export const Pending = screenStory({ path, as: 'player', answers: () => order(pendingOrder())() })

export const Declined = screenStory({ path, as: 'player', answers: order({ status: 'failed', paidAt: null }) })

export const Expired = screenStory({ path, as: 'player', answers: order({ status: 'expired', paidAt: null }) })

export const Refunded = screenStory({
  path,
  as: 'player',
  answers: () => order({ status: 'refunded', refundedAt: ago({ minutes: 1 }), cardRefund: 'pending' })(),
})

export const Disputed = screenStory({ path, as: 'player', answers: () => order({ status: 'disputed' })() })
