import { DomainError, type PaymentProvider, type ProviderEvent } from '@kettle/api'
import { isCurrency } from '@kettle/money'
import Stripe from 'stripe'
import { z } from 'zod'
import { fromStripeAmount, stripeTerms, toStripeAmount } from './stripe-amounts.ts'

export interface StripeOptions {
  secretKey: string
  webhookSecret: string
  /** Where the API is, for tests; else Stripe's own. */
  baseUrl?: string
  /** How long one request may take; two more tries are made with the same idempotency key. */
  timeoutMs?: number
}

/** A buyer waits for this: three tries together stay under the patience of a click. */
const TIMEOUT_MS = 5_000

/** Card payments by Stripe's Checkout: its page takes the card, so that no card number ever comes near us. */
export function stripePayments(options: StripeOptions): PaymentProvider {
  const stripe = new Stripe(options.secretKey, {
    ...addressOf(options.baseUrl),
    maxNetworkRetries: 2,
    timeout: options.timeoutMs ?? TIMEOUT_MS,
    telemetry: false,
  })

  return {
    name: 'stripe',
    cardTerms: stripeTerms,
    open: ({ orderId, amount, currency, description, returnUrl, locale }) =>
      orAway(async () => {
        const session = await stripe.checkout.sessions.create(
          {
            mode: 'payment',
            line_items: [
              {
                quantity: 1,
                price_data: {
                  currency: currency.toLowerCase(),
                  unit_amount: toStripeAmount(amount, currency),
                  product_data: { name: description },
                },
              },
            ],
            client_reference_id: orderId,
            metadata: { orderId },
            payment_intent_data: { metadata: { orderId } },
            success_url: returnUrl,
            cancel_url: returnUrl,
            locale,
          },
          { idempotencyKey: `kettle-open-${orderId}` },
        )
        if (!session.url) throw new Error(`Stripe opened no page for the order ${orderId}`)
        return { ref: session.id, url: session.url }
      }),
    close: ({ ref }) =>
      orAway(async () => {
        let session = await stripe.checkout.sessions.retrieve(ref)
        if (session.status === 'open')
          // It may be paid in this very moment: then it can't be expired, and what it is by now counts.
          session = await stripe.checkout.sessions.expire(ref).catch(() => stripe.checkout.sessions.retrieve(ref))
        if (session.payment_status === 'paid') return sumOf(session)
        if (session.status === 'expired') return null
        throw new Error(`The payment ${ref} can't be closed: it is ${session.status}, ${session.payment_status}`)
      }),
    refund: ({ refundId, orderId, ref, amount, currency }) =>
      orAway(async () => {
        const session = await stripe.checkout.sessions.retrieve(ref)
        const payment = typeof session.payment_intent === 'string' ? session.payment_intent : session.payment_intent?.id
        if (!payment) throw new Error(`There is no payment behind ${ref}`)
        // Stripe forgets idempotency keys after a day; the refunds themselves it remembers.
        const made = await stripe.refunds.list({ payment_intent: payment, limit: 100 })
        const known = made.data.find((refund) => refund.metadata?.refundId === refundId)
        if (known) return stateOf(known)
        try {
          const refund = await stripe.refunds.create(
            { payment_intent: payment, amount: toStripeAmount(amount, currency), metadata: { refundId, orderId } },
            { idempotencyKey: `kettle-refund-${refundId}` },
          )
          return stateOf(refund)
        } catch (error) {
          return refusalOf(error)
        }
      }),
    readWebhook: async (body, headers) => {
      const signature = headers['stripe-signature']
      if (typeof signature !== 'string') throw unsigned()
      let event: Stripe.Event
      try {
        event = stripe.webhooks.constructEvent(body, signature, options.webhookSecret)
      } catch {
        throw unsigned()
      }
      return read(event, (intent) => orAway(() => stripe.paymentIntents.retrieve(intent)))
    },
  }
}

const unsigned = () => new DomainError('FORBIDDEN', { message: 'The signature is wrong' })

function addressOf(baseUrl: string | undefined): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
  if (!baseUrl) return {}
  const { hostname, port, protocol } = new URL(baseUrl)
  const secure = protocol === 'https:'
  return { host: hostname, port: port || (secure ? 443 : 80), protocol: secure ? 'https' : 'http' }
}

/** What a failed refund means; whatever leaves the outcome open is thrown again. */
function refusalOf(error: unknown): 'done' | 'refused' | 'disputed' {
  if (!(error instanceof Stripe.errors.StripeError)) throw error
  // By hand, in Stripe's dashboard: the money is back already.
  if (error.code === 'charge_already_refunded') return 'done'
  if (error.code === 'charge_disputed') return 'disputed'
  if (isFinal(error)) return 'refused'
  throw error
}

/** If asking again, with the same words, would be answered alike: not for a limit, a lock, or keys that somebody will mend. */
const isFinal = (error: InstanceType<typeof Stripe.errors.StripeError>): boolean =>
  error.statusCode !== undefined &&
  [400, 402].includes(error.statusCode) &&
  !['lock_timeout', 'rate_limit', 'idempotency_key_in_use', 'resource_missing'].includes(error.code ?? '')

/** Whatever Stripe could not do leaves the outcome open: to be asked again, with the same names. */
async function orAway<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (cause) {
    // At the day's rate it may be too little, whatever our own table says.
    const { code } = cause instanceof Stripe.errors.StripeError ? cause : {}
    if (code === 'amount_too_small' || code === 'amount_too_large')
      throw new DomainError('CARD_NOT_POSSIBLE', { cause })
    throw new DomainError('UNAVAILABLE', {
      message: 'The payment provider does not answer as it should, try again',
      retryAfterSeconds: 5,
      cause,
    })
  }
}

function stateOf(refund: Stripe.Refund): 'done' | 'pending' | 'refused' {
  if (refund.status === 'succeeded') return 'done'
  return refund.status === 'failed' || refund.status === 'canceled' ? 'refused' : 'pending'
}

function sumOf(session: Stripe.Checkout.Session): { amount: number; currency: string } {
  const currency = (session.currency ?? '').toUpperCase()
  return { amount: isCurrency(currency) ? fromStripeAmount(session.amount_total ?? 0, currency) : 0, currency }
}

const uuid = z.uuid()

/** Stripe's disputes that are only inquiries move no money. */
const isInquiry = (status: string): boolean => status.startsWith('warning_')

type FindIntent = (id: string) => Promise<Pick<Stripe.PaymentIntent, 'metadata'>>

async function read(event: Stripe.Event, findIntent: FindIntent): Promise<ProviderEvent | null> {
  /** Which order a charge or a dispute is about: our mark is on the payment, and charges have it too. */
  const orderOf = async (object: Stripe.Charge | Stripe.Dispute): Promise<string | null> => {
    const marked = uuid.safeParse(object.metadata?.orderId)
    if (marked.success) return marked.data
    const intent = typeof object.payment_intent === 'string' ? object.payment_intent : object.payment_intent?.id
    const found = intent ? uuid.safeParse((await findIntent(intent)).metadata?.orderId) : null
    return found?.success ? found.data : null
  }
  const sum = (amount: number, code: string) => {
    const currency = code.toUpperCase()
    return { amount: isCurrency(currency) ? fromStripeAmount(amount, currency) : 0, currency }
  }
  switch (event.type) {
    case 'charge.refunded': {
      const charge = event.data.object
      const orderId = await orderOf(charge)
      if (!orderId) return null
      return { type: 'returned', id: event.id, orderId, ...sum(charge.amount_refunded, charge.currency) }
    }
    case 'charge.dispute.created':
    case 'charge.dispute.closed': {
      const dispute = event.data.object
      if (isInquiry(dispute.status)) return null
      const isClosed = event.type === 'charge.dispute.closed'
      const orderId = await orderOf(dispute)
      if (!orderId) return null
      return {
        ...{ type: 'dispute', id: event.id, orderId, disputeId: dispute.id },
        state: isClosed ? (dispute.status === 'won' ? 'won' : 'lost') : 'open',
        ...sum(dispute.amount, dispute.currency),
      }
    }
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
      return event.data.object.payment_status === 'paid' ? payment(event.id, event.data.object, 'paid') : null
    case 'checkout.session.async_payment_failed':
      return payment(event.id, event.data.object, 'declined')
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated': {
      const refundId = uuid.safeParse(event.data.object.metadata?.refundId)
      const outcome = stateOf(event.data.object)
      if (!refundId.success || outcome === 'pending') return null
      return { type: 'refund', id: event.id, refundId: refundId.data, outcome }
    }
    default:
      return null
  }
}

function payment(id: string, session: Stripe.Checkout.Session, outcome: 'paid' | 'declined'): ProviderEvent | null {
  const orderId = uuid.safeParse(session.metadata?.orderId)
  return orderId.success ? { type: 'payment', id, orderId: orderId.data, outcome, ...sumOf(session) } : null
}
