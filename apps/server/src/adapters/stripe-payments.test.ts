import { makeGame } from '@kettle/api/testing'
import { paymentProviderContract } from '@kettle/api/testing/contracts'
import { createDb } from '@kettle/db'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ask, call, type RunningStore, runStore } from '../testing/run-store.ts'
import { type Mood, stripeStandIn } from '../testing/stripe-stand-in.ts'
import { stripePayments } from './stripe-payments.ts'

const webhookSecret = 'whsec_test'
let stripe: Awaited<ReturnType<typeof stripeStandIn>>

beforeAll(async () => {
  stripe = await stripeStandIn(webhookSecret)
})
afterAll(() => stripe.close())
afterEach(() => {
  stripe.state.mood = 'well'
  stripe.state.refundStatus = 'succeeded'
  stripe.state.refundRefusal = null
})

const provider = (timeoutMs = 20_000) =>
  stripePayments({ secretKey: 'sk_test_kettle', webhookSecret, baseUrl: stripe.url, timeoutMs })

const toOpen = (orderId = crypto.randomUUID()) => ({
  ...{ orderId, amount: 1299, currency: 'USD', description: 'Ёжик & <туман>', returnUrl: 'https://kettle.test/order' },
  ...{ expiresAt: new Date(Date.now() + 1_800_000).toISOString(), locale: 'ru' as const },
})

paymentProviderContract('Stripe', () => ({
  provider: provider(),
  pay: async ({ orderId }) => void stripe.pay(stripe.sessionOf(orderId)),
  webhook: async ({ orderId }) => stripe.sign('checkout.session.completed', stripe.sessionOf(orderId)),
}))

describe('the real SDK against a stand-in that speaks Stripe’s API', () => {
  it('asks for the sum in the currency, in the buyer’s language', async () => {
    const payment = toOpen()
    const { url } = await provider().open(payment)
    expect(stripe.sessionOf(payment.orderId)).toMatchObject({ amount_total: 1299, currency: 'usd', locale: 'ru', url })
  })

  it.each<Mood>(['silent', 'failing', 'busy', 'lost'])(
    'says UNAVAILABLE when it is %s, and makes no second payment',
    async (mood) => {
      const payment = toOpen()
      stripe.state.mood = mood
      // Only silence is waited for.
      const asked = provider(mood === 'silent' ? 300 : undefined)
      await expect(asked.open(payment)).rejects.toMatchObject({ reason: 'UNAVAILABLE', retryAfterSeconds: 5 })
      stripe.state.mood = 'well'
      const { ref } = await provider().open(payment)
      expect(stripe.sessionOf(payment.orderId).id).toBe(ref)
    },
  )

  it('says UNAVAILABLE when nobody listens', async () => {
    const away = stripePayments({
      secretKey: 'sk_test_kettle',
      webhookSecret,
      baseUrl: 'http://127.0.0.1:9',
      timeoutMs: 20_000,
    })
    await expect(away.open(toOpen())).rejects.toMatchObject({ reason: 'UNAVAILABLE' })
  })

  it('gives back once for one name, also when the answer was lost and the keys are forgotten', async () => {
    const payment = toOpen()
    const { ref } = await provider().open(payment)
    const { payment_intent: intent } = stripe.pay(stripe.sessionOf(payment.orderId))
    const refund = { refundId: crypto.randomUUID(), orderId: payment.orderId, ref, amount: 1299, currency: 'USD' }
    stripe.state.mood = 'lost'
    await expect(provider().refund(refund)).rejects.toMatchObject({ reason: 'UNAVAILABLE' })
    stripe.state.mood = 'well'
    expect(await provider().refund(refund)).toBe('done')
    stripe.forgetKeys()
    expect(await provider().refund(refund)).toBe('done')
    const made = [...stripe.refunds.values()].filter((row) => row.payment_intent === intent)
    expect(made).toMatchObject([{ amount: 1299, metadata: { refundId: refund.refundId } }])
  })

  it.each([
    ['pending', 'pending'],
    ['failed', 'refused'],
  ] as const)('calls a refund that is %s %s', async (status, outcome) => {
    const payment = toOpen()
    const { ref } = await provider().open(payment)
    stripe.pay(stripe.sessionOf(payment.orderId))
    stripe.state.refundStatus = status
    const refund = { refundId: crypto.randomUUID(), orderId: payment.orderId, ref, amount: 1299, currency: 'USD' }
    expect(await provider().refund(refund)).toBe(outcome)
  })
})

describe('what Stripe refuses for good', () => {
  const refundOf = async () => {
    const payment = toOpen()
    const { ref } = await provider().open(payment)
    stripe.pay(stripe.sessionOf(payment.orderId))
    return { refundId: crypto.randomUUID(), orderId: payment.orderId, ref, amount: 1299, currency: 'USD' }
  }

  it.each([
    ['charge_already_refunded', 'done'],
    ['charge_disputed', 'disputed'],
    ['insufficient_funds', 'refused'],
    ['refund_disputed_payment', 'refused'],
    ['expired_or_canceled_card', 'refused'],
  ] as const)('of a refund, as %s, is %s', async (code, outcome) => {
    const refund = await refundOf()
    stripe.state.refundRefusal = code
    expect(await provider().refund(refund)).toBe(outcome)
  })

  it.each(['lock_timeout', 'resource_missing'])('but not %s, which is asked again', async (code) => {
    const refund = await refundOf()
    stripe.state.refundRefusal = code
    await expect(provider().refund(refund)).rejects.toMatchObject({ reason: 'UNAVAILABLE' })
    stripe.state.refundRefusal = null
    expect(await provider().refund(refund)).toBe('done')
  })

  it('of a payment below its least amount is said, and not called an outage', async () => {
    await expect(provider().open({ ...toOpen(), amount: 49 })).rejects.toMatchObject({ reason: 'CARD_NOT_POSSIBLE' })
  })
})

describe('a store that takes cards by Stripe', () => {
  let store: RunningStore
  let bearer: { authorization: string }
  let gameId: string

  beforeAll(async () => {
    store = await runStore({
      payments: { kind: 'stripe', secretKey: 'sk_test_kettle', webhookSecret, baseUrl: stripe.url },
    })
    stripe.tellTo(`${store.url}/webhooks/payments/stripe`)
    const email = 'stripe@kettle.test'
    await call(store.url, 'auth.register', { name: 'Anna', email, password: 'tea is ready at five' })
    const { body } = await call(store.url, 'auth.emailConfirmation', { email, code: await store.codeFor(email) })
    bearer = { authorization: `Bearer ${body.result.data.token}` }
  })
  afterAll(() => store.close())

  const newGame = async () => {
    const database = createDb(store.config.databaseUrl, { max: 1, name: 'test' })
    gameId = (await makeGame(database.db, { basePrice: 1299, slug: `stripe-${crypto.randomUUID()}` })).id
    await database.close(1)
  }
  const buy = async () => {
    await newGame()
    const input = { gameId, method: 'card', idempotencyKey: crypto.randomUUID() }
    const { body } = await call(store.url, 'payments.buy', input, bearer)
    return body.result.data as { status: string; url: string; orderId: string }
  }
  const order = async (id: string) => (await ask(store.url, 'payments.order', { id }, bearer)).body.result.data

  it('buys when the signed webhook says so, whoever else says it', async () => {
    const { url, orderId, status } = await buy()
    const session = stripe.sessionOf(orderId)
    expect([status, url]).toEqual(['redirect', session.url])
    stripe.pay(session)
    const forged = await stripe.tell('checkout.session.completed', session, { secret: 'whsec_wrong' })
    const old = await stripe.tell('checkout.session.completed', session, { age: 5 * 60 + 1 })
    expect([forged.status, old.status, (await order(orderId)).status]).toEqual([403, 403, 'pending'])
    const id = `evt_${crypto.randomUUID()}`
    const told = await Promise.all(
      [1, 2, 3].map(() => stripe.tell('checkout.session.completed', session, { id, age: 60 })),
    )
    expect(told.map((answer) => answer.status)).toEqual([200, 200, 200])
    expect(await order(orderId)).toMatchObject({ status: 'paid', method: 'card' })
  })

  it('takes no notice of what it does not know, or what is not ours', async () => {
    const { orderId } = await buy()
    const session = stripe.sessionOf(orderId)
    const answers = [
      await stripe.tell('customer.created', { id: 'cus_1' }),
      await stripe.tell('checkout.session.completed', { ...session, payment_status: 'paid', metadata: {} }),
      await stripe.tell('checkout.session.completed', { ...session, payment_status: 'unpaid' }),
      await stripe.tell('checkout.session.completed', { ...session, payment_status: 'paid', amount_total: 1 }),
    ]
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200])
    expect((await order(orderId)).status).toBe('pending')
  })

  it('gives back by card; what the bank refuses days later comes into the wallet', async () => {
    const { orderId } = await buy()
    const session = stripe.pay(stripe.sessionOf(orderId))
    await stripe.tell('checkout.session.completed', session)
    const { body } = await call(store.url, 'payments.refund', { gameId }, bearer)
    expect(body.result.data).toEqual({ status: 'refunded', to: 'card' })
    await expect.poll(async () => (await order(orderId)).cardRefund).toBe('done')
    const [refund] = [...stripe.refunds.values()].filter((row) => row.payment_intent === session.payment_intent)
    await stripe.tell('refund.failed', { ...refund, status: 'failed' })
    expect((await order(orderId)).cardRefund).toBe('refused')
    const wallet = await ask(store.url, 'payments.wallet', undefined, bearer)
    expect(wallet.body.result.data.balance).toEqual({ amount: 1299, currency: 'USD' })
  })

  it('hears of refunds and disputes made at Stripe, by the marks of its payments', async () => {
    const paid = async () => {
      const { orderId } = await buy()
      const session = stripe.pay(stripe.sessionOf(orderId))
      await stripe.tell('checkout.session.completed', session)
      expect((await order(orderId)).status).toBe('paid')
      const { payment_intent, metadata } = session
      return { orderId, charge: { object: 'charge', payment_intent, metadata, amount: 1299, currency: 'usd' } }
    }
    const [whole, part, disputed] = [await paid(), await paid(), await paid()]
    const answers = [
      await stripe.tell('charge.refunded', { ...whole.charge, amount_refunded: 1299 }),
      // A charge without our mark is looked up by its payment.
      await stripe.tell('charge.refunded', { ...part.charge, metadata: {}, amount_refunded: 300 }),
      await stripe.tell('charge.refunded', {
        ...part.charge,
        metadata: {},
        payment_intent: null,
        amount_refunded: 1299,
      }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect([(await order(whole.orderId)).status, (await order(part.orderId)).status]).toEqual(['refunded', 'paid'])
    const { payment_intent } = disputed.charge
    const dispute = { object: 'dispute', id: 'dp_1', payment_intent, metadata: {}, amount: 1299, currency: 'usd' }
    await stripe.tell('charge.dispute.created', { ...dispute, status: 'warning_needs_response' })
    expect((await order(disputed.orderId)).status).toBe('paid')
    await stripe.tell('charge.dispute.created', { ...dispute, status: 'needs_response' })
    expect((await order(disputed.orderId)).status).toBe('disputed')
    await stripe.tell('charge.dispute.closed', { ...dispute, status: 'won' })
    expect((await order(disputed.orderId)).status).toBe('paid')
    // While Stripe does not answer who is meant, the event is not taken: it comes again.
    stripe.state.mood = 'failing'
    const lost = { ...dispute, id: 'dp_2', status: 'lost' }
    expect((await stripe.tell('charge.dispute.closed', lost)).status).toBe(503)
    stripe.state.mood = 'well'
    expect((await stripe.tell('charge.dispute.closed', lost)).status).toBe(200)
    expect((await order(disputed.orderId)).status).toBe('refunded')
  })

  it('does not start again in another currency than its prices', async () => {
    await newGame()
    const { databaseUrl } = store.config
    await expect(runStore({ databaseUrl, currency: 'JPY', roles: ['http'] })).rejects.toMatchObject({
      code: 'CURRENCY',
      message: expect.stringContaining('Set KETTLE_CURRENCY=USD again'),
    })
  })

  it('has no sandbox', async () => {
    expect((await fetch(`${store.url}/pay/anything`)).status).toBe(404)
    const answer = await fetch(`${store.url}/webhooks/payments/sandbox`, { method: 'POST', body: '{}' })
    expect(answer.status).toBe(404)
  })
})
