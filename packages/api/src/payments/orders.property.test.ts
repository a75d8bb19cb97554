import fc from 'fast-check'
import { expect, inject, it } from 'vitest'
import type { PaymentEvent } from '../ports/payment-provider.ts'
import { runDueJobs } from '../run-jobs.ts'
import { audit } from '../testing/audit.ts'
import { giveMoney, makeCaller, makeGame, makeUser } from '../testing/index.ts'
import { useStore } from '../testing/use-database.ts'
import { settleOrder } from './settle-order.ts'

const store = useStore()
const key = () => crypto.randomUUID()
const currency = 'USD'
const prices = [0, 300, 700]

/** What somebody may do, or what may happen to them; `at` picks a game or an order. */
type Deed =
  | { do: 'topUp' | 'openCard' | 'buy' | 'refund' | 'paid' | 'declined' | 'again'; at: number }
  | { do: 'halfAnHour' | 'jobs' | 'lost' }

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    // What leads somewhere comes oftener.
    do: fc.constantFrom('topUp', 'openCard', 'openCard', 'buy', 'buy', 'refund', 'paid', 'paid', 'declined', 'again'),
    at: fc.nat({ max: 5 }),
  }),
  fc.record({ do: fc.constantFrom('halfAnHour', 'jobs', 'lost') }),
)

/** One player's world: the real API beside a model of what must be true. */
async function world() {
  const { deps } = store
  const user = await makeUser(deps.db)
  await giveMoney(deps, user, 1500)
  const api = await makeCaller(deps, { as: user })
  const games = await Promise.all(prices.map((basePrice) => makeGame(deps.db, { basePrice })))
  const orders: { id: string; amount: number }[] = []
  const told: PaymentEvent[] = []
  const pick = <T>(list: T[], at: number): T | undefined => list[at % Math.max(1, list.length)]
  const tell = async (event: PaymentEvent) => {
    told.push(event)
    await settleOrder(deps, 'test', event)
  }
  return {
    ...{ api, games },
    act: async (step: Deed): Promise<unknown> => {
      if (step.do === 'jobs') return runDueJobs(deps)
      if (step.do === 'halfAnHour') return deps.clock.pass({ minutes: 32 })
      if (!('at' in step)) {
        // Paid, and nobody was told: found out when the order is closed.
        const order = orders.at(-1)
        if (order) deps.payments.paidUnheard.set(order.id, { amount: order.amount, currency })
        return
      }
      const game = pick(games, step.at)
      const gameId = game?.id ?? ''
      const order = pick(orders, step.at)
      switch (step.do) {
        case 'topUp': {
          const amount = 500 + step.at
          const { orderId } = await api.payments.topUp({ amount, idempotencyKey: key() })
          orders.push({ id: orderId, amount })
          return
        }
        case 'openCard': {
          const answer = await api.payments.buy({ gameId, method: 'card', idempotencyKey: key() })
          if (answer.status === 'redirect') orders.push({ id: answer.orderId, amount: game?.basePrice ?? 0 })
          return
        }
        case 'buy':
          return api.payments.buy({ gameId, method: 'wallet', idempotencyKey: key() })
        case 'refund':
          return api.payments.refund({ gameId })
        case 'again': {
          const event = pick(told, step.at)
          return event && settleOrder(deps, 'test', event)
        }
        default:
          if (order)
            await tell({
              type: 'payment',
              id: key(),
              orderId: order.id,
              outcome: step.do,
              amount: order.amount,
              currency,
            })
      }
    },
  }
}

/** What the wallet must hold and the library must show, added up from the history alone. */
async function balanceAddsUp({ api }: Awaited<ReturnType<typeof world>>): Promise<void> {
  const { items } = await api.payments.history({ limit: 100 })
  const owned = new Map<string, number>()
  let wallet = 0
  for (const { type, method, amount, game } of items) {
    if (type === 'topUp' || type === 'refundToWallet' || method === 'wallet') wallet += amount.amount
    if (game && type !== 'refundToWallet')
      owned.set(game.id, (owned.get(game.id) ?? 0) + (type === 'purchase' ? 1 : -1))
  }
  expect((await api.payments.wallet()).balance.amount).toBe(wallet)
  expect(wallet).toBeGreaterThanOrEqual(0)
  const library = (await api.library.list()).map((item) => item.game.id).sort()
  expect(library).toEqual([...owned].flatMap(([id, count]) => Array<string>(count).fill(id)).sort())
}

// The books are audited whole, so what one run broke fails the next ones too: the first counterexample is the true one.
const runs = { numRuns: inject('atLength') ? 40 : 12, endOnFailure: true }

const deeds = fc.array(deed, { minLength: 4, maxLength: 18 })

it('keeps wallet, library and history in step, whatever happens one after another', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (steps) => {
      const life = await world()
      for (const step of steps) {
        await life.act(step).catch(() => {})
        await balanceAddsUp(life)
      }
      expect(await audit(store.deps.db)).toEqual([])
    }),
    runs,
  )
}, 120_000)

it('keeps them in step, whatever happens at once', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, deeds, async (before, steps) => {
      const life = await world()
      for (const step of before) await life.act(step).catch(() => {})
      await Promise.allSettled(steps.map((step) => life.act(step)))
      await balanceAddsUp(life)
      expect(await audit(store.deps.db)).toEqual([])
    }),
    runs,
  )
}, 120_000)
