import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Session {
  id: string
  object: 'checkout.session'
  status: 'open' | 'complete' | 'expired'
  payment_status: 'paid' | 'unpaid'
  payment_intent: string | null
  amount_total: number
  currency: string
  url: string
  metadata: Record<string, string>
  locale: string | null
}

interface Refund {
  id: string
  object: 'refund'
  status: 'succeeded' | 'pending' | 'failed'
  payment_intent: string
  amount: number
  metadata: Record<string, string>
}

/** Stripe's documentation of currencies: those whose amounts it counts without decimals, and those of three. The others have two. */
const WITHOUT_DECIMALS = /^(bif|clp|djf|gnf|jpy|kmf|krw|mga|pyg|rwf|vnd|vuv|xaf|xof|xpf)$/u
const WITH_THREE = /^(bhd|jod|kwd|omr|tnd)$/u

/** An amount of Stripe's in whole units of its currency: 1050 are 10.5 dollars and 1,050 yen. */
export function majorUnits(amount: number, currency: string): number {
  if (WITHOUT_DECIMALS.test(currency)) return amount
  return amount / (WITH_THREE.test(currency) ? 1000 : 100)
}

/** How it answers: as it should, not at all, with an error, or only after having done what was asked. */
export type Mood = 'well' | 'silent' | 'failing' | 'busy' | 'lost'

/**
 * A local server that speaks the shapes of Stripe's API that we use (Checkout Sessions, Refunds, idempotency keys, errors) and signs
 * webhooks as Stripe's documentation describes. What it keeps can be looked at.
 */
export async function stripeStandIn(webhookSecret: string) {
  const sessions = new Map<string, Session>()
  const refunds = new Map<string, Refund>()
  const answered = new Map<string, unknown>()
  const state = {
    mood: 'well' as Mood,
    refundStatus: 'succeeded' as Refund['status'],
    /** The code that refunds are refused with, by a 400. */
    refundRefusal: null as string | null,
    requests: 0,
  }
  let webhookUrl = ''

  const server = createServer((request, response) => {
    state.requests++
    void handle(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const form = new URLSearchParams(Buffer.concat(chunks).toString())
    const send = (status: number, body: unknown) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'request-id': `req_${randomUUID()}` })
        .end(JSON.stringify(body))
    const refuse = (status: number, type: string, code: string) =>
      send(status, { error: { type, code, message: code } })
    if (state.mood === 'silent') return
    if (state.mood === 'failing') return void refuse(500, 'api_error', 'internal')
    if (state.mood === 'busy') return void refuse(429, 'invalid_request_error', 'rate_limit')
    if (!request.headers.authorization?.startsWith('Bearer sk_test_'))
      return void refuse(401, 'invalid_request_error', 'no_key')
    const key = request.headers['idempotency-key']
    const known = typeof key === 'string' ? answered.get(key) : undefined
    const unitAmount = form.get('line_items[0][price_data][unit_amount]')
    const refused =
      unitAmount === null ? null : fault(Number(unitAmount), form.get('line_items[0][price_data][currency]') ?? '')
    if (state.refundRefusal && request.method === 'POST' && request.url === '/v1/refunds')
      return void refuse(400, 'invalid_request_error', state.refundRefusal)
    if (refused) return void refuse(400, 'invalid_request_error', refused)
    const body = known ?? answer(request.method ?? '', new URL(request.url ?? '', url), form)
    if (typeof key === 'string' && body) answered.set(key, body)
    // The cable is pulled after the deed.
    if (state.mood === 'lost') return void request.socket.destroy()
    if (!body) return void refuse(404, 'invalid_request_error', 'resource_missing')
    send(200, body)
  }

  /** What Stripe says of an amount that it does not take. */
  function fault(amount: number, currency: string): string | null {
    if (!Number.isInteger(amount) || amount > 99_999_999) return 'amount_too_large'
    if (WITH_THREE.test(currency) && amount % 10 !== 0) return 'parameter_invalid_integer'
    if (/^(isk|ugx)$/u.test(currency) && amount % 100 !== 0) return 'parameter_invalid_integer'
    if (currency === 'usd' && amount < 50) return 'amount_too_small'
    return null
  }

  function answer(method: string, { pathname, searchParams }: URL, form: URLSearchParams): unknown {
    const [, , , , sessionId = '', verb] = pathname.split('/')
    if (method === 'POST' && pathname === '/v1/checkout/sessions') return openSession(form)
    if (pathname.startsWith('/v1/checkout/sessions/')) {
      const session = sessions.get(sessionId)
      if (session && method === 'POST' && verb === 'expire') session.status = 'expired'
      return session
    }
    if (method === 'POST' && pathname === '/v1/refunds') return makeRefund(form)
    if (pathname.startsWith('/v1/payment_intents/')) {
      const paid = [...sessions.values()].find(({ payment_intent }) => payment_intent === pathname.split('/')[3])
      return paid && { id: paid.payment_intent, object: 'payment_intent', metadata: paid.metadata }
    }
    if (method === 'GET' && pathname === '/v1/refunds') {
      const data = [...refunds.values()].filter(
        (refund) => refund.payment_intent === searchParams.get('payment_intent'),
      )
      return { object: 'list', data, has_more: false, url: '/v1/refunds' }
    }
    return undefined
  }

  function openSession(form: URLSearchParams): Session {
    const id = `cs_test_${randomUUID()}`
    const session: Session = {
      ...{ id, object: 'checkout.session', status: 'open', payment_status: 'unpaid', payment_intent: null },
      amount_total: Number(form.get('line_items[0][price_data][unit_amount]')),
      currency: form.get('line_items[0][price_data][currency]') ?? '',
      url: `https://checkout.stripe.test/${id}`,
      metadata: { orderId: form.get('metadata[orderId]') ?? '' },
      locale: form.get('locale'),
    }
    sessions.set(id, session)
    return session
  }

  function makeRefund(form: URLSearchParams): Refund {
    const id = `re_${randomUUID()}`
    const refund: Refund = {
      ...{ id, object: 'refund', status: state.refundStatus, amount: Number(form.get('amount')) },
      payment_intent: form.get('payment_intent') ?? '',
      metadata: { refundId: form.get('metadata[refundId]') ?? '', orderId: form.get('metadata[orderId]') ?? '' },
    }
    refunds.set(id, refund)
    return refund
  }

  /** A webhook, signed over `timestamp.body` with HMAC-SHA256 as `t=...,v1=...`. */
  function sign(type: string, object: unknown, options: { id?: string; secret?: string; age?: number } = {}) {
    const { id = `evt_${randomUUID()}`, secret = webhookSecret, age = 0 } = options
    const body = JSON.stringify({ id, object: 'event', type, data: { object } })
    const time = Math.floor(Date.now() / 1000) - age
    const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
    return { body: Buffer.from(body), headers: { 'stripe-signature': `t=${time},v1=${signature}` } }
  }

  /** Tells it to the store. */
  function tell(...about: Parameters<typeof sign>) {
    const { body, headers } = sign(...about)
    return fetch(webhookUrl, {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/json', ...headers },
    })
  }

  return {
    ...{ url, state, sessions, refunds, sign, tell },
    /** The one payment of an order. */
    sessionOf(orderId: string): Session {
      const all = [...sessions.values()].filter((session) => session.metadata.orderId === orderId)
      if (all.length !== 1 || !all[0]) throw new Error(`the order ${orderId} has ${all.length} payments`)
      return all[0]
    },
    /** The payer pays on Stripe's page; the webhook is told apart. */
    pay(session: Session): Session {
      return Object.assign(session, {
        status: 'complete',
        payment_status: 'paid',
        payment_intent: `pi_${randomUUID()}`,
      })
    },
    forgetKeys: () => answered.clear(),
    tellTo: (address: string) => {
      webhookUrl = address
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
