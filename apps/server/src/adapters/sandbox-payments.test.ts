import { createHmac } from 'node:crypto'
import { paymentProviderContract } from '@kettle/api/testing/contracts'
import type { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { connected, createRedis } from './redis.ts'
import { SIGNATURE_HEADER, sandboxPayments } from './sandbox-payments.ts'

const key = 'a key for tests'
let redis: Redis
beforeAll(async () => {
  redis = await connected(createRedis(inject('redisUrl'), () => {}))
})
afterAll(() => redis.disconnect())

// Nobody hears its webhooks here: paid it is all the same.
const sandbox = () =>
  sandboxPayments({ redis, key, publicUrl: 'https://kettle.test', webhookUrl: () => 'http://127.0.0.1:9/' })

const toOpen = (seconds = 1800) => ({
  ...{
    orderId: crypto.randomUUID(),
    amount: 1299,
    currency: 'USD',
    description: 'Game',
    returnUrl: 'https://kettle.test',
  },
  ...{ expiresAt: new Date(Date.now() + seconds * 1000).toISOString(), locale: 'en' as const },
})

it('takes no signature of a page for one of a webhook', async () => {
  const provider = sandbox()
  const { url } = await provider.open(toOpen())
  const [body = '', signature = ''] = url.split('/pay/')[1]?.split('.') ?? []
  expect(provider.read(`${body}.${signature}`)).not.toBeNull()
  await expect(provider.readWebhook(Buffer.from(body), { [SIGNATURE_HEADER]: signature })).rejects.toMatchObject({
    reason: 'FORBIDDEN',
  })
})

paymentProviderContract('the sandbox', () => {
  const provider = sandbox()
  return {
    provider,
    pay: async (payment) => void (await provider.settle(payment, 'paid').catch(() => {})),
    webhook: async ({ orderId, amount, currency }) => {
      const event = { type: 'payment', id: `${orderId}:paid`, orderId, outcome: 'paid', amount, currency }
      const body = Buffer.from(JSON.stringify(event))
      const webhookKey = createHmac('sha256', key).update('webhooks').digest()
      const signature = createHmac('sha256', webhookKey).update(body).digest('base64url')
      return { body, headers: { [SIGNATURE_HEADER]: signature } }
    },
  }
})

it('lets nobody pay what is closed or too late', async () => {
  const closed = toOpen()
  await sandbox().close({ orderId: closed.orderId, ref: '' })
  await expect(sandbox().settle(closed, 'paid')).rejects.toMatchObject({ reason: 'ORDER_EXPIRED' })
  const late = toOpen(-1)
  expect(await sandbox().stateOf(late)).toBe('closed')
  await expect(sandbox().settle(late, 'paid')).rejects.toMatchObject({ reason: 'ORDER_EXPIRED' })
  expect(await sandbox().close({ orderId: late.orderId, ref: '' })).toBeNull()
})

it('stays with its first decision, of many at once', async () => {
  const payment = toOpen()
  const settle = (outcome: 'paid' | 'declined') =>
    sandbox()
      .settle(payment, outcome)
      .catch((error) => error.reason)
  await Promise.all(Array.from({ length: 20 }, (_, number) => settle(number % 2 ? 'paid' : 'declined')))
  const state = await sandbox().stateOf(payment)
  expect(['paid', 'declined']).toContain(state)
  await settle(state === 'paid' ? 'declined' : 'paid')
  expect(await sandbox().stateOf(payment)).toBe(state)
})

it('refuses to give back what was never paid', async () => {
  const { orderId, amount, currency } = toOpen()
  const refund = { refundId: crypto.randomUUID(), orderId, ref: `sandbox-${orderId}`, amount, currency }
  expect(await sandbox().refund(refund)).toBe('refused')
})
