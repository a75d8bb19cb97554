import { money } from '../fixtures/games.ts'
import { buildOrder, orderId, pendingOrder } from '../fixtures/payments.ts'
import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { press, write } from '../host/steps.ts'

export default {}

const path = '/wallet'
const topUp = { kind: 'topUp' as const, gameId: null, game: null }

export const Loading = screenStory({
  path,
  as: 'player',
  answers: () => ({ payments: { wallet: waiting } }),
  busy: true,
})

export const Failed = screenStory({ path, as: 'player', answers: () => ({ payments: { wallet: failing() } }) })

export const Balance = screenStory({ path, as: 'player' })

/** A payment was taken back after it was spent. */
export const Debt = screenStory({
  path,
  as: 'player',
  answers: () => ({ payments: { wallet: { balance: money(0), debt: money(1499) } } }),
})

export const ForPurchase = screenStory({ path: '/wallet?need=1199&from=/game/game-0', as: 'player' })

export const WrongAmount = screenStory({
  path,
  as: 'player',
  play: async () => {
    await press(['Other amount', 'Другая сумма'], 'radio')
    await write(['Other amount', 'Другая сумма'], '0.1')
    await press(['Go to payment', 'Перейти к оплате'])
  },
})

export const Paid = screenStory({
  path: `/wallet?order=${orderId}`,
  as: 'player',
  answers: () => ({ payments: { order: buildOrder(topUp) } }),
})

export const Declined = screenStory({
  path: `/wallet?order=${orderId}`,
  as: 'player',
  answers: () => ({ payments: { order: buildOrder({ ...topUp, status: 'failed', paidAt: null }) } }),
})

export const Pending = screenStory({
  path: `/wallet?order=${orderId}`,
  as: 'player',
  answers: () => ({ payments: { order: buildOrder({ ...topUp, ...pendingOrder() }) } }),
})
