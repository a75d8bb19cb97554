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
})
const eventSchema = z.object({
  id: z.string(),
  orderId: z.uuid(),
  outcome: z.enum(['paid', 'declined']),
  amount: z.int(),
  currency: z.string(),
})

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
  /** Decides a payment; the first decision stands and is what is told (again) and answered. */
  settle(payment: PaymentToOpen, outcome: 'paid' | 'declined'): Promise<'paid' | 'declined'>
}

export function sandboxPayments({ redis, key, publicUrl, webhookUrl }: SandboxOptions): SandboxPayments {
  const sign = (text: string | Buffer) => createHmac('sha256', key).update(text).digest('base64url')
  const signed = (text: string | Buffer, signature: string) => {
    const right = Buffer.from(sign(text))
    const given = Buffer.from(signature)
    return right.length === given.length && timingSafeEqual(right, given)
  }

  return {
    name: 'sandbox',
    open: async (payment) => {
      const body = Buffer.from(JSON.stringify(payment)).toString('base64url')
      return { ref: `sandbox-${payment.orderId}`, url: `${publicUrl}/pay/${body}.${sign(body)}` }
    },
    read: (token) => {
      const [body = '', signature = ''] = token.split('.')
      if (!signed(body, signature)) return null
      return paymentSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString()))
    },
    settle: async ({ orderId, amount, currency }, outcome) => {
      const decided = await orUnavailable(async () => {
        const before = await redis.set(`kettle:sandbox:${orderId}`, outcome, 'EX', KEEP_SECONDS, 'NX', 'GET')
        return before === 'paid' || before === 'declined' ? before : outcome
      })
      // One event per payment: told again it has the same id.
      const event: ProviderEvent = { id: `${orderId}:${decided}`, orderId, outcome: decided, amount, currency }
      const body = JSON.stringify(event)
      const answer = await fetch(webhookUrl(), {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: sign(body), 'x-request-id': randomUUID() },
        signal: AbortSignal.timeout(10_000),
      }).catch((cause: unknown) => {
        throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 2, cause })
      })
      if (!answer.ok) throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 2 })
      return decided
    },
    readWebhook: async (body, headers) => {
      const signature = headers[SIGNATURE_HEADER]
      if (typeof signature !== 'string' || !signed(body, signature))
        throw new DomainError('FORBIDDEN', { message: 'The signature is wrong' })
      return eventSchema.parse(JSON.parse(body.toString()))
    },
  }
}
