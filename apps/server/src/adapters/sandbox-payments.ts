import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { DomainError, type PaymentProvider, type PaymentToOpen, type ProviderEvent } from '@kettle/api'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { orUnavailable } from './redis.ts'

export const SIGNATURE_HEADER = 'x-kettle-signature'
const KEEP_SECONDS = 90 * 24 * 3600

const paymentSchema = z.object({
  orderId: z.uuid(),
  amount: z.int().min(1),
  currency: z.string(),
  description: z.string(),
  returnUrl: z.string(),
  expiresAt: z.iso.datetime(),
  locale: z.enum(['en', 'ru']),
})
const eventSchema = z.object({
  type: z.literal('payment'),
  id: z.string(),
  orderId: z.uuid(),
  outcome: z.enum(['paid', 'declined']),
  amount: z.int(),
  currency: z.string(),
})
/** What is kept of each payment. */
const recordSchema = z.object({
  state: z.enum(['paid', 'declined', 'closed']),
  amount: z.int(),
  currency: z.string(),
})

type PaymentRecord = z.infer<typeof recordSchema>

export interface SandboxOptions {
  /** Keeps what became of each payment, as a provider would. */
  redis: Redis
  key: string
  publicUrl: string
  /** Where this server hears webhooks; known once it listens. */
  webhookUrl: () => string
}

/** A provider that moves no money: its page asks what should happen, and a signed webhook tells, like a real one's. */
export interface SandboxPayments extends PaymentProvider {
  /** The payment behind a page, or null for a token that is not ours. */
  read(token: string): PaymentToOpen | null
  /** What became of a payment, or null while it can still be paid. */
  stateOf(payment: PaymentToOpen): Promise<PaymentRecord['state'] | null>
  /**
   * Decides a payment; the first decision stands and is what is told (again) and answered.
   * @throws DomainError ORDER_EXPIRED: it is too late
   */
  settle(payment: PaymentToOpen, outcome: 'paid' | 'declined'): Promise<'paid' | 'declined'>
}

export function sandboxPayments({ redis, key, publicUrl, webhookUrl }: SandboxOptions): SandboxPayments {
  // A key for each use: what was signed for the one must not pass for the other.
  const keyOf = (use: string) => createHmac('sha256', key).update(use).digest()
  const keys = { page: keyOf('pay pages'), webhook: keyOf('webhooks') }
  const sign = (use: keyof typeof keys, text: string | Buffer) =>
    createHmac('sha256', keys[use]).update(text).digest('base64url')
  const signed = (use: keyof typeof keys, text: string | Buffer, signature: string) => {
    const right = Buffer.from(sign(use, text))
    const given = Buffer.from(signature)
    return right.length === given.length && timingSafeEqual(right, given)
  }
  const place = (orderId: string) => `kettle:sandbox:payment:${orderId}`
  const found = async (orderId: string) => {
    const text = await orUnavailable(() => redis.get(place(orderId)))
    return text === null ? null : recordSchema.parse(JSON.parse(text))
  }
  /** Writes down what became of a payment, unless something has already; gives what stands. */
  const decide = async (orderId: string, record: PaymentRecord): Promise<PaymentRecord> => {
    const text = JSON.stringify(record)
    const before = await orUnavailable(() => redis.set(place(orderId), text, 'EX', KEEP_SECONDS, 'NX', 'GET'))
    return before === null ? record : recordSchema.parse(JSON.parse(before))
  }
  const late = (payment: PaymentToOpen) => Date.parse(payment.expiresAt) <= Date.now()

  return {
    name: 'sandbox',
    cardTerms: () => ({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, step: 1 }),
    open: async (payment) => {
      const body = Buffer.from(JSON.stringify(payment)).toString('base64url')
      return { ref: `sandbox-${payment.orderId}`, url: `${publicUrl}/pay/${body}.${sign('page', body)}` }
    },
    close: async ({ orderId }) => {
      const { state, amount, currency } = await decide(orderId, { state: 'closed', amount: 0, currency: '' })
      return state === 'paid' ? { amount, currency } : null
    },
    refund: async ({ orderId }) => ((await found(orderId))?.state === 'paid' ? 'done' : 'refused'),
    read: (token) => {
      const [body = '', signature = ''] = token.split('.')
      if (!signed('page', body, signature)) return null
      return paymentSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString()))
    },
    stateOf: async (payment) => (await found(payment.orderId))?.state ?? (late(payment) ? 'closed' : null),
    settle: async (payment, outcome) => {
      const { orderId, amount, currency } = payment
      const wanted = late(payment) ? 'closed' : outcome
      const { state } = await decide(orderId, { state: wanted, amount, currency })
      if (state === 'closed') throw new DomainError('ORDER_EXPIRED')
      // One event per payment: told again it has the same id.
      const event: ProviderEvent = {
        ...{ type: 'payment', id: `${orderId}:${state}`, orderId, outcome: state, amount, currency },
      }
      const body = JSON.stringify(event)
      const answer = await fetch(webhookUrl(), {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          [SIGNATURE_HEADER]: sign('webhook', body),
          'x-request-id': randomUUID(),
        },
        signal: AbortSignal.timeout(10_000),
      }).catch((cause: unknown) => {
        throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 2, cause })
      })
      if (!answer.ok) throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 2 })
      return state
    },
    readWebhook: async (body, headers) => {
      const signature = headers[SIGNATURE_HEADER]
      if (typeof signature !== 'string' || !signed('webhook', body, signature))
        throw new DomainError('FORBIDDEN', { message: 'The signature is wrong' })
      return eventSchema.parse(JSON.parse(body.toString()))
    },
  }
}
