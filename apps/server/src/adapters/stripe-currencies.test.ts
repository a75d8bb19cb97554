import { settleOrder } from '@kettle/api'
import { isPayableByCard } from '@kettle/api/client'
import { createTestDeps, makeCaller, makeGame, makeUser } from '@kettle/api/testing'
import { refunds } from '@kettle/db'
import { createTestDatabase, type TestDatabase } from '@kettle/db/testing'
import { amountsOf, currencies, formatMoney, minorDigits } from '@kettle/money'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { majorUnits, stripeStandIn } from '../testing/stripe-stand-in.ts'
import { fromStripeAmount, stripeTerms, toStripeAmount } from './stripe-amounts.ts'
import { stripePayments } from './stripe-payments.ts'

const webhookSecret = 'whsec_test'
const taken = Object.keys(currencies).filter((currency) => {
  try {
    return Boolean(stripeTerms(currency))
  } catch {
    return false
  }
})

let stripe: Awaited<ReturnType<typeof stripeStandIn>>
let database: TestDatabase
beforeAll(async () => {
  stripe = await stripeStandIn(webhookSecret)
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(async () => {
  await stripe.close()
  await database.close()
})

/** A store in a currency, with Stripe's SDK against the stand-in. */
async function storeIn(currency: string) {
  const payments = stripePayments({
    secretKey: 'sk_test_kettle',
    webhookSecret,
    baseUrl: stripe.url,
    timeoutMs: 60_000,
  })
  const deps = { ...createTestDeps(database.db), payments }
  deps.settings = { ...deps.settings, currency }
  const user = await makeUser(database.db)
  const api = await makeCaller(deps, { as: user })
  /** The buyer pays on Stripe's page, and Stripe tells. */
  const pay = async (orderId: string) => {
    const session = stripe.pay(stripe.sessionOf(orderId))
    const { body, headers } = stripe.sign('checkout.session.completed', session)
    const event = await payments.readWebhook(body, headers)
    if (event) await settleOrder(deps, 'stripe', event)
    return session
  }
  return { deps, api, pay, user }
}

describe('each currency that Stripe takes', () => {
  it('is charged, booked, given back and written on the receipt as the same amount', async () => {
    expect(taken.length).toBeGreaterThan(110)
    const walk = async (currency: string): Promise<void> => {
      const { deps, api, pay } = await storeIn(currency)
      const major = (amount: number) => amount / 10 ** minorDigits(currency)
      const { topUp, cardMinimum, card } = await api.payments.rules()
      const amount = topUp.presets[0] ?? 0
      const filled = await api.payments.topUp({ amount, idempotencyKey: crypto.randomUUID() })
      const session = await pay(filled.orderId)
      expect(majorUnits(session.amount_total, session.currency), currency).toBe(major(amount))
      expect((await api.payments.wallet()).balance, currency).toEqual({ amount, currency })

      // The least that a card can pay, and something uneven.
      for (const basePrice of [cardMinimum, Math.ceil((cardMinimum * 1.37) / card.step) * card.step]) {
        const game = await makeGame(deps.db, { basePrice })
        const bought = await api.payments.buy({ gameId: game.id, method: 'card', idempotencyKey: crypto.randomUUID() })
        if (bought.status !== 'redirect') throw new Error('a card is paid elsewhere')
        const paid = await pay(bought.orderId)
        expect(majorUnits(paid.amount_total, paid.currency), currency).toBe(major(basePrice))
        expect(await api.payments.order({ id: bought.orderId }), currency).toMatchObject({
          status: 'paid',
          amount: { amount: basePrice, currency },
        })
        await api.payments.refund({ gameId: game.id })
        const { refundId } = await refundOf(bought.orderId)
        expect(
          await deps.payments.refund({ refundId, orderId: bought.orderId, ref: paid.id, amount: basePrice, currency }),
        ).toBe('done')
        const returned = [...stripe.refunds.values()].find(({ metadata }) => metadata.refundId === refundId)
        expect(returned?.amount, currency).toBe(paid.amount_total)
      }
    }
    const waiting = [...taken]
    const workOff = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await walk(next)
    }
    await Promise.all([workOff(), workOff(), workOff(), workOff()])
  })

  it('is asked for exactly what is shown, for any price, discount and number of purchases', () => {
    const sale = fc.record({
      currency: fc.constantFrom(...taken),
      price: fc.integer({ min: 0, max: 10_000_000_000 }),
      percent: fc.integer({ min: 0, max: 100 }),
      count: fc.integer({ min: 1, max: 1000 }),
    })
    fc.assert(
      fc.property(sale, ({ currency, price, percent, count }) => {
        const amount = Math.floor((price * (100 - percent) + 50) / 100)
        const digits = minorDigits(currency)
        expect(Number.isSafeInteger(amount * count)).toBe(true)
        // As everybody reads it: on the page, in the mail, in the history.
        const shown = /\d[\d,]*(\.\d+)?/u.exec(formatMoney({ amount, currency }, 'en'))?.[0].replaceAll(',', '')
        expect(Number(shown).toFixed(digits)).toBe((amount / 10 ** digits).toFixed(digits))
        if (!isPayableByCard(amount, stripeTerms(currency))) return
        const asked = toStripeAmount(amount, currency)
        expect(Number.isInteger(asked)).toBe(true)
        expect(majorUnits(asked, currency.toLowerCase()).toFixed(3)).toBe((amount / 10 ** digits).toFixed(3))
        expect(fromStripeAmount(asked, currency)).toBe(amount)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is read back as it was written, to the last digit that Stripe has', () => {
    for (const currency of taken) {
      const { minimum, maximum, step } = stripeTerms(currency)
      for (const amount of [minimum, minimum + step, amountsOf(currency).topUp.min, maximum])
        expect(fromStripeAmount(toStripeAmount(amount, currency), currency), currency).toBe(amount)
      expect(toStripeAmount(maximum, currency), currency).toBeLessThanOrEqual(99_999_999)
      if (step > 1) expect(() => toStripeAmount(minimum + 1, currency), currency).toThrow(RangeError)
      expect(formatMoney({ amount: minimum, currency }, 'en'), currency).not.toBe('')
    }
  })
})

async function refundOf(orderId: string): Promise<{ refundId: string }> {
  const [row] = await database.db.select({ refundId: refunds.id }).from(refunds).where(eq(refunds.orderId, orderId))
  if (!row) throw new Error(`the order ${orderId} is not given back`)
  return row
}
