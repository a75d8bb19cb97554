import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { DomainError } from '@kettle/api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freePort } from '../dev/processes.ts'
import { call, type RunningStore, runStore } from '../testing/run-store.ts'
import { resendMailer } from './resend-mailer.ts'

interface Received {
  headers: IncomingMessage['headers']
  body: { from: string; to: string; subject: string; text: string; html: string }
}

type Behaviour = (response: ServerResponse) => void

const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    void response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body))
const accept = answer(200, { id: 'mail-1' })
const hang: Behaviour = () => {}
const halfway: Behaviour = (response) => void response.writeHead(200, { 'content-length': '1000' }).write('{"id":')
const hangUp: Behaviour = (response) => void response.destroy()

// Resend as the real SDK meets it over HTTP, which behaves as each test says.
const received: Received[] = []
let behave: Behaviour = accept
let standIn: Server
let baseUrl: string
let store: RunningStore
const apiKey = 're_a_key_that_must_not_leak'
// Short enough to wait for where Resend hangs, long enough for a busy machine where it doesn't.
const mailOptions = () => ({
  ...{ kind: 'resend' as const, apiKey, baseUrl, timeoutMs: 3_000 },
  from: 'Kettle <store@kettle.test>',
})

beforeAll(async () => {
  standIn = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: (await json(request)) as Received['body'] })
    behave(response)
  }).listen(0, '127.0.0.1')
  await once(standIn, 'listening')
  baseUrl = `http://127.0.0.1:${(standIn.address() as AddressInfo).port}`
  store = await runStore({ mail: mailOptions() })
})
beforeEach(() => {
  behave = accept
  received.length = 0
})
afterAll(async () => {
  await store.close()
  standIn.closeAllConnections()
  standIn.close()
})

const password = 'kettle under the snow'
let count = 0
const newEmail = () => `resend-${++count}@kettle.test`
const codeFor = (email: string) =>
  received.findLast(({ body }) => body.to === email)?.body.text.match(/\b\d{8}\b/u)?.[0] ?? ''

async function member() {
  const email = newEmail()
  await call(store.url, 'auth.register', { name: 'Anna', email, password })
  const { body } = await call(store.url, 'auth.emailConfirmation', { email, code: codeFor(email) })
  return { email, bearer: { authorization: `Bearer ${body.result.data.token}` } }
}

const troubles: [string, Behaviour][] = [
  ['fails', answer(500, { name: 'application_error', statusCode: 500, message: 'Something is on fire' })],
  ['answers with a page', answer(502, '<html>Bad gateway</html>')],
  ['takes the mail with a page', answer(200, '<html>ok</html>')],
  ['refuses the mail', answer(422, { name: 'validation_error', statusCode: 422, message: 'Invalid `to` field' })],
  ['hangs', hang],
  ['stops in the middle of its answer', halfway],
  ['hangs up', hangUp],
]

describe('resendMailer', () => {
  it('hands a mail over whole, with the key and what keeps it from being sent twice', async () => {
    const mail = {
      to: 'anna@kettle.test',
      subject: 'Ёлка',
      text: 'текст',
      html: '<p>текст</p>',
      idempotencyKey: 'once',
    }
    await resendMailer(mailOptions()).send(mail)
    const [{ headers, body } = { headers: {}, body: null }] = received
    const { idempotencyKey, ...words } = mail
    expect(body).toMatchObject({ from: 'Kettle <store@kettle.test>', ...words })
    expect(headers).toMatchObject({ authorization: `Bearer ${apiKey}`, 'idempotency-key': idempotencyKey })
  })

  it.each([...troubles, ['is not there', hangUp]])(
    'says what it is when Resend %s, and tells no secret',
    async (what, trouble) => {
      behave = trouble
      const options =
        what === 'is not there' ? { ...mailOptions(), baseUrl: `http://127.0.0.1:${await freePort()}` } : mailOptions()
      const mail = { to: 'anna@kettle.test', subject: '12345678 is your code', text: '12345678', html: '12345678' }
      const error = await resendMailer(options)
        .send(mail)
        .catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(DomainError)
      expect(error).toMatchObject({ reason: 'UNAVAILABLE', retryAfterSeconds: 30 })
      const { message, cause } = error as Error
      expect(`${message} ${(cause as Error).stack}`).not.toMatch(/12345678|re_a_key|anna@/u)
    },
  )

  it('hands on how long Resend wants to be left alone', async () => {
    const tooMany = { name: 'rate_limit_exceeded', statusCode: 429, message: 'Too many requests' }
    for (const [header, seconds] of [
      ['7', 7],
      ['-1', 30],
      ['1e9', 30],
      ['soon', 30],
    ] as const) {
      behave = answer(429, tooMany, { 'retry-after': header })
      const mail = { to: 'anna@kettle.test', subject: 's', text: 't', html: 'h' }
      await expect(resendMailer(mailOptions()).send(mail)).rejects.toMatchObject({ retryAfterSeconds: seconds })
    }
  })
})

describe('a store whose mails go through Resend', () => {
  it.each(troubles)('says so when it %s, and the code can be sent again', async (_what, trouble) => {
    const email = newEmail()
    behave = trouble
    const refused = await call(store.url, 'auth.register', { name: 'Anna', email, password })
    expect([refused.status, refused.body.error.data.reason]).toEqual([503, 'UNAVAILABLE'])
    expect(refused.headers.get('retry-after')).toBe('30')
    expect(JSON.stringify(refused.body)).not.toMatch(/resend|re_a_key|\d{8}\b.*code/iu)
    behave = accept
    const before = received.length
    const again = await call(store.url, 'auth.resendCode', { email })
    expect(again.status).toBe(200)
    // It is mailed a moment after the answer.
    await expect.poll(() => received.length).toBeGreaterThan(before)
    const confirmed = await call(store.url, 'auth.emailConfirmation', { email, code: codeFor(email) })
    expect(confirmed.body.result.data.user.email).toBe(email)
  })

  it('answers a reset alike for known and unknown addresses while Resend hangs, and does not wait for it', async () => {
    const { email } = await member()
    behave = hang
    for (const address of [email, newEmail()]) {
      const { status, body } = await call(store.url, 'auth.resetPassword', { email: address })
      expect([status, Object.keys(body.result.data)]).toEqual([200, ['expiresAt']])
    }
    expect((await fetch(`${store.url}/healthz`)).status).toBe(200)
  })

  it('loses no notice: it is mailed once Resend is back, with a key that makes twice once', async () => {
    const { email, bearer } = await member()
    behave = answer(500, {})
    const change = { oldPassword: password, newPassword: 'kettle above the clouds' }
    expect((await call(store.url, 'auth.changePassword', change, bearer)).status).toBe(200)
    const notices = () =>
      received.filter(({ body }) => body.to === email && body.subject.includes('password was changed'))
    await expect.poll(notices).not.toEqual([])
    behave = accept
    await expect.poll(() => notices().length).toBeGreaterThan(1)
    const keys = new Set(notices().map(({ headers }) => headers['idempotency-key']))
    expect([...keys]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/u)])
    await expect
      .poll(() => store.database.db.query.jobs.findMany({ where: (job, { eq }) => eq(job.kind, 'send-notice') }))
      .toEqual([])
  })
})
