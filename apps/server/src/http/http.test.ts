import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../dev/processes.ts'
import { ask, call, type RunningStore, runStore } from '../testing/run-store.ts'

let store: RunningStore
beforeAll(async () => {
  store = await runStore()
})
afterAll(() => store.close())

const password = 'kettle on a slow fire'
let count = 0

async function newPerson(headers: Record<string, string> = {}) {
  const email = `http-${++count}@kettle.test`
  await call(store.url, 'auth.register', { name: 'Anna', email, password })
  const code = await store.codeFor(email)
  const answer = await call(store.url, 'auth.emailConfirmation', { email, code }, headers)
  const token: string | undefined = answer.body.result.data.token
  return { email, answer, token, bearer: { authorization: `Bearer ${token}` } }
}

describe('a bearer', () => {
  it('gets the token in the body and no cookie, and is known by it', async () => {
    const { answer, bearer, email } = await newPerson()
    expect(answer.headers.getSetCookie()).toEqual([])
    expect((await ask(store.url, 'auth.me', undefined, bearer)).body.result.data.email).toBe(email)
    const guest = await ask(store.url, 'auth.me')
    expect([guest.status, guest.body]).toEqual([200, { result: { data: null } }])
    expect((await ask(store.url, 'library.list')).body.error.data).toMatchObject({
      reason: 'NOT_SIGNED_IN',
      httpStatus: 401,
    })
  })
})

describe('a browser', () => {
  it('gets a cookie that scripts can’t read, and no token in the body', async () => {
    const { answer, token, email } = await newPerson({ 'x-kettle-client': 'web', origin: store.url })
    expect(token).toBeUndefined()
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^kettle=\w{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/u)
    const session = { cookie: cookie.split(';')[0] ?? '', origin: store.url }
    expect((await ask(store.url, 'auth.me', undefined, session)).body.result.data.email).toBe(email)
    const left = await call(store.url, 'auth.logout', undefined, session)
    expect(left.headers.getSetCookie()[0]).toMatch(/^kettle=;/u)
    expect((await ask(store.url, 'auth.me', undefined, session)).body.result.data).toBeNull()
  })

  it('can’t be made to change anything by another site', async () => {
    const { answer } = await newPerson({ 'x-kettle-client': 'web', origin: store.url })
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const attempts: Record<string, string>[] = [
      { cookie, origin: 'https://evil.test' },
      { cookie, origin: 'null' },
      { cookie },
      { cookie, 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.test' },
    ]
    for (const headers of attempts) {
      const { status, body } = await call(store.url, 'auth.logout', undefined, headers)
      expect([status, body.error.reason], JSON.stringify(headers)).toEqual([403, 'FORBIDDEN'])
    }
    const form = new FormData()
    form.set('x', 'y')
    const posted = await fetch(`${store.url}/trpc/auth.logout`, {
      method: 'POST',
      body: form,
      headers: { cookie, origin: 'https://evil.test' },
    })
    expect(posted.status).toBe(403)
    expect((await ask(store.url, 'auth.me', undefined, { cookie })).status).toBe(200)
  })
})

describe('the API over HTTP', () => {
  it('speaks the language of the header', async () => {
    const russian = await call(
      store.url,
      'auth.register',
      { name: 'Аня', email: 'ru@kettle.test', password },
      { 'accept-language': 'fr, ru;q=0.9, en;q=0.1' },
    )
    expect(russian.status).toBe(200)
    const [mail] = (await (await fetch(`${store.url}/dev/outbox.json?to=ru@kettle.test`)).json()) as {
      subject: string
    }[]
    expect(mail?.subject).toContain('ваш код')
  })

  it('answers bad input with a 4xx and a reason, never with a stack', async () => {
    const raw = (path: string, init: RequestInit) => fetch(`${store.url}${path}`, init)
    const json = { 'content-type': 'application/json' }
    const attempts: [string, Promise<Response>][] = [
      ['broken JSON', raw('/trpc/auth.login', { method: 'POST', headers: json, body: '{"email":' })],
      [
        'no JSON',
        raw('/trpc/auth.login', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'hello' }),
      ],
      ['an empty body', raw('/trpc/auth.login', { method: 'POST', headers: json })],
      ['an array', raw('/trpc/auth.login', { method: 'POST', headers: json, body: '[]' })],
      [
        'too large a body',
        raw('/trpc/auth.login', {
          method: 'POST',
          headers: json,
          body: JSON.stringify({ email: 'x'.repeat(300_000) }),
        }),
      ],
      ['no such procedure', raw('/trpc/auth.nothing', { method: 'POST', headers: json, body: '{}' })],
      ['a query for a mutation', raw('/trpc/auth.login?input={}', {})],
      ['bad input in the address', raw('/trpc/search.game?input={"slug"', {})],
      ['a path out of the folder', raw('/assets/..%2f..%2fpackage.json', {})],
      ['a picture that is not there', raw('/pictures/nothing.svg', {})],
      ['a webhook unsigned', raw('/webhooks/payments/sandbox', { method: 'POST', headers: json, body: '{}' })],
      ['a webhook of nobody', raw('/webhooks/payments/other', { method: 'POST', headers: json, body: '{}' })],
      ['a payment of nobody', raw('/pay/abc.def', {})],
    ]
    for (const [name, request] of attempts) {
      const response = await request
      const text = await response.text()
      expect(response.status, name).toBeGreaterThanOrEqual(400)
      expect(response.status, name).toBeLessThan(500)
      expect(text, name).not.toMatch(/node_modules|\.ts:|stack/u)
    }
  })

  it('bounds batches', async () => {
    const paths = (number: number) => Array.from({ length: number }, () => 'search.storefront').join(',')
    expect((await fetch(`${store.url}/trpc/${paths(10)}?batch=1`)).status).toBe(200)
    const tooMany = await fetch(`${store.url}/trpc/${paths(11)}?batch=1`)
    expect(tooMany.status).toBeGreaterThanOrEqual(400)
    expect((await tooMany.text()).length).toBeLessThan(5_000)
    const commas = await fetch(`${store.url}/trpc/${','.repeat(3_000)}?batch=1`)
    expect(commas.status).toBeGreaterThanOrEqual(400)
    expect((await commas.text()).length).toBeLessThan(5_000)
  })

  it('is asked for by https from then on where the store has it, forgets at log-out, and asks for no device', async () => {
    const port = await freePort()
    const publicUrl = 'https://store.example'
    const http = { host: '127.0.0.1', port, publicUrl, trustProxy: 0 }
    const secure = await runStore({ http, securityContact: 'mailto:security@store.example' })
    try {
      const api = await fetch(`${secure.url}/trpc/search.storefront`)
      expect(api.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/u)
      const page = await fetch(`${secure.url}/`)
      expect(page.headers.get('strict-transport-security')).toMatch(/^max-age=\d+/u)
      expect(page.headers.get('permissions-policy')).toContain('camera=()')
      const contact = await (await fetch(`${secure.url}/.well-known/security.txt`)).text()
      expect(contact).toContain('Contact: mailto:security@store.example\n')
      const expires = Date.parse(/^Expires: (.*)$/mu.exec(contact)?.[1] ?? '')
      expect(expires).toBeGreaterThan(Date.now())
    } finally {
      await secure.close()
    }
    const plain = await fetch(`${store.url}/trpc/search.storefront`)
    expect(plain.headers.get('strict-transport-security')).toBeNull()
    expect((await fetch(`${store.url}/.well-known/security.txt`)).headers.get('content-type')).not.toContain(
      'text/plain',
    )
  })

  it('closes a connection that says nothing, and more of them than one address should have', async () => {
    const port = await freePort()
    const strict = await runStore({
      http: { host: '127.0.0.1', port, publicUrl: `http://127.0.0.1:${port}`, trustProxy: 0 },
    })
    const sockets: Socket[] = []
    try {
      let closed = 0
      for (let number = 0; number < 300; number++) {
        const socket = connect(port, '127.0.0.1').on('error', () => {})
        socket.resume().once('close', () => closed++)
        sockets.push(socket)
      }
      await expect.poll(() => closed).toBe(50)
      // Those within the share are closed too once they have said nothing for too long.
      await expect.poll(() => closed, { timeout: 60_000 }).toBe(300)
      expect((await fetch(`${strict.url}/healthz`)).status).toBe(200)
    } finally {
      for (const socket of sockets) socket.destroy()
      await strict.close()
    }
  })

  it('carries a request id and safe headers, and is kept by no cache', async () => {
    const { headers } = await ask(store.url, 'search.games')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/u)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
  })
})

describe('a page', () => {
  it('may load scripts, styles and data from the store alone, whatever its path', async () => {
    for (const path of ['/', '/game/anything', '/dev/outbox']) {
      const { headers } = await fetch(store.url + path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, path).toContain("default-src 'none'")
      expect(policy, path).toContain("frame-ancestors 'none'")
      if (path !== '/dev/outbox') expect(policy, path).toContain("script-src 'self';style-src 'self'")
      expect(policy, path).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe/u)
      expect(headers.get('x-frame-options'), path).toBe('SAMEORIGIN')
    }
  })
})

describe('health', () => {
  it('says that it is alive, ready, and what it measures', async () => {
    expect(await (await fetch(`${store.url}/healthz`)).json()).toEqual({ ok: true })
    const ready = await fetch(`${store.url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([200, { ok: true, postgres: true, redis: true, depot: true }])
    expect(await (await fetch(`${store.url}/metrics`)).text()).toContain('kettle_http_request_seconds_bucket')
  })
})

describe('in production', () => {
  it('shows what it measures only to who knows the token', async () => {
    const production = await runStore({ production: true, metricsToken: 'a token for metrics' })
    const ask = async (headers: Record<string, string>) =>
      (await fetch(`${production.url}/metrics`, { headers })).status
    const statuses = [
      await ask({}),
      await ask({ authorization: 'Bearer wrong' }),
      await ask({ authorization: 'Bearer a token for metrics' }),
    ]
    await production.close()
    expect(statuses).toEqual([404, 404, 200])
  })
})

describe('the sandbox’s page', () => {
  async function topUp(headers = {}) {
    const person = await newPerson()
    const input = { amount: 1500, idempotencyKey: crypto.randomUUID() }
    const { body } = await call(store.url, 'payments.topUp', input, { ...person.bearer, ...headers })
    const balance = async () =>
      (await ask(store.url, 'payments.wallet', undefined, person.bearer)).body.result.data.balance.amount
    const status = async () =>
      (await ask(store.url, 'payments.order', { id: body.result.data.orderId }, person.bearer)).body.result.data.status
    return { url: body.result.data.url as string, balance, status }
  }
  const decide = (url: string, outcome: unknown) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ outcome }) })

  it('pays by JSON and by form, once, and lets nobody change their mind', async () => {
    const { url, balance, status } = await topUp()
    expect(await (await decide(url, 'left')).json()).toMatchObject({ outcome: 'left' })
    expect(await status()).toBe('pending')
    const form = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ outcome: 'paid' }),
      redirect: 'manual',
    })
    expect([form.status, form.headers.get('location')]).toEqual([303, expect.stringContaining('/wallet?order=')])
    await Promise.all(Array.from({ length: 10 }, () => decide(url, 'paid')))
    expect(await (await decide(url, 'declined')).json()).toMatchObject({ outcome: 'paid' })
    expect([await balance(), await status()]).toEqual([1500, 'paid'])
  })

  it('declines', async () => {
    const { url, balance, status } = await topUp()
    await decide(url, 'declined')
    expect(await (await decide(url, 'paid')).json()).toMatchObject({ outcome: 'declined' })
    expect([await balance(), await status()]).toEqual([0, 'failed'])
  })

  it('shows the sum in the language of the order, whatever the browser speaks, and takes no nonsense', async () => {
    const { url } = await topUp({ 'accept-language': 'ru' })
    for (const language of ['en-US,en;q=0.9', 'ru', 'fr']) {
      const page = await (await fetch(url, { headers: { 'accept-language': language } })).text()
      expect(page, language).toContain('15\u00a0$')
      expect(page, language).toContain('Оплатить')
    }
    const english = await topUp({ 'accept-language': 'en' })
    expect(await (await fetch(english.url, { headers: { 'accept-language': 'ru' } })).text()).toContain('$15')
    expect((await decide(url, 'stolen')).status).toBe(400)
    expect((await fetch(`${url}x`)).status).toBe(404)
  })
})

describe('a store that is told to stop', () => {
  it('answers what has begun, and lets nobody new in', async () => {
    const own = await runStore()
    const { host, hostname, port } = new URL(own.url)
    const body = JSON.stringify({ email: 'nobody@kettle.test', password })
    const socket = connect(Number(port), hostname)
    const lines = ['POST /trpc/auth.login HTTP/1.1', `host: ${host}`, 'content-type: application/json']
    const rest = [`content-length: ${body.length}`, 'expect: 100-continue', 'connection: close']
    socket.write(`${[...lines, ...rest].join('\r\n')}\r\n\r\n`)
    // The store has heard of it once it asks for the rest.
    expect(String(await once(socket, 'data'))).toContain('100 Continue')
    const closed = own.close()
    const door = () =>
      fetch(own.url).then(
        () => 'open',
        () => 'shut',
      )
    await expect.poll(door).toBe('shut')
    socket.write(body)
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 401 [\s\S]*INVALID_CREDENTIALS/u)
    await closed
  })
})
