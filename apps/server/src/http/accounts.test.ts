import { TestAuthenticator } from '@kettle/api/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../dev/processes.ts'
import { ask, call, type RunningStore, runStore } from '../testing/run-store.ts'

let store: RunningStore
beforeAll(async () => {
  store = await runStore()
})
afterAll(() => store.close())

const password = 'kettle on the window sill'
let count = 0

/** Somebody in a browser: the cookie that they were given, and their address. */
async function visitor() {
  const email = `browser-${++count}@kettle.test`
  const web = { 'x-kettle-client': 'web', origin: store.url }
  await call(store.url, 'auth.register', { name: 'Anna', email, password })
  const code = await store.codeFor(email)
  const { headers } = await call(store.url, 'auth.emailConfirmation', { email, code }, web)
  return { email, web, cookie: cookieOf(headers) }
}

const cookieOf = (headers: Headers) => headers.getSetCookie()[0]?.split(';')[0] ?? ''
const isIn = async (cookie: string) =>
  (await ask(store.url, 'auth.me', undefined, { cookie })).body.result.data !== null
const reason = ({ status, body }: Awaited<ReturnType<typeof call>>) => [
  status,
  body.error?.data?.reason ?? body.error?.reason,
]

describe('a registration that is not the only one of its address', () => {
  it('is known by the cookie of the browser that made it, which scripts can’t read', async () => {
    const email = `contested-${++count}@kettle.test`
    const web = { 'x-kettle-client': 'web', origin: store.url }
    const registered = await call(store.url, 'auth.register', { name: 'Anna', email, password }, web)
    const set = registered.headers.getSetCookie()[0] ?? ''
    expect(set).toMatch(/^kettle-registration=[^;]+;.*HttpOnly/u)
    expect(set).toMatch(/SameSite=Lax/u)
    expect(JSON.stringify(registered.body)).not.toContain(set.slice(20, 60))
    const code = await store.codeFor(email)
    // Not for programs, which could hand it on.
    const stranger = await call(store.url, 'auth.register', { name: 'Eve', email, password: 'a stranger’s password' })
    expect(stranger.headers.getSetCookie()).toEqual([])
    const other = await store.codeFor(email)
    const mine = { ...web, cookie: cookieOf(registered.headers) }
    expect(reason(await call(store.url, 'auth.emailConfirmation', { email, code: other }, mine))).toEqual([
      401,
      'ATTEMPT_NOT_PROVED',
    ])
    expect(reason(await call(store.url, 'auth.emailConfirmation', { email, code }, web))).toEqual([
      401,
      'ATTEMPT_NOT_PROVED',
    ])
    const confirmed = await call(store.url, 'auth.emailConfirmation', { email, code }, mine)
    expect(confirmed.body.result.data.user.name).toBe('Anna')
    expect(confirmed.headers.getSetCookie().find((text) => text.startsWith('kettle-registration=;'))).toBeDefined()
  })
})

describe('who asks', () => {
  const seenAs = async (trustProxy: string[] | number, forwarded: string) => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const behind = await runStore({ http: { host: '127.0.0.1', port, publicUrl: url, trustProxy } })
    try {
      const email = 'proxied@kettle.test'
      const headers = { 'x-forwarded-for': forwarded }
      await call(url, 'auth.register', { name: 'Anna', email, password }, headers)
      const input = { email, code: await behind.codeFor(email) }
      const { body } = await call(url, 'auth.emailConfirmation', input, headers)
      const bearer = { authorization: `Bearer ${body.result.data.token}` }
      return (await ask(url, 'auth.sessions', undefined, bearer)).body.result.data[0].ip
    } finally {
      await behind.close()
    }
  }

  it.each<[string, string[] | number, string, string]>([
    ['nobody is believed', 0, '192.0.2.1', '127.0.0.1'],
    ['another machine is believed', ['10.0.0.0/8'], '192.0.2.1', '127.0.0.1'],
    ['this machine is believed', ['127.0.0.0/8'], '192.0.2.1', '192.0.2.1'],
    ['one proxy is believed, and nothing that its caller made up', 1, '203.0.113.9, 192.0.2.1', '192.0.2.1'],
    ['two networks are', ['127.0.0.1', '192.0.2.0/24'], '203.0.113.9, 198.51.100.1, 192.0.2.1', '198.51.100.1'],
  ])('is told by the proxies that are believed: %s', async (_what, trustProxy, forwarded, seen) => {
    expect(await seenAs(trustProxy, forwarded)).toBe(seen)
  })
})

describe('a device that has logged in before', () => {
  it('is known in a browser by a cookie that scripts can’t read, elsewhere by what it was given', async () => {
    const { email, web } = await visitor()
    const inBrowser = await call(store.url, 'auth.login', { email, password }, web)
    const set = inBrowser.headers.getSetCookie().find((text) => text.startsWith('kettle-device=')) ?? ''
    expect(set).toMatch(/^kettle-device=[0-9A-Za-z]{43}\.[\w-]{43};.*HttpOnly; SameSite=Lax$/u)
    expect(inBrowser.body.result.data.deviceToken).toBeUndefined()
    const program = await call(store.url, 'auth.login', { email, password })
    const { deviceToken } = program.body.result.data
    const again = await call(store.url, 'auth.login', { email, password }, { 'x-kettle-device': deviceToken })
    expect(again.body.result.data.deviceToken).toBe(deviceToken)
  })
})

describe('the cookie of a session', () => {
  it('is a new one at each log-in, and the one that the browser came with ends', async () => {
    const { email, web, cookie } = await visitor()
    const { headers } = await call(store.url, 'auth.login', { email, password }, { ...web, cookie })
    const fresh = cookieOf(headers)
    expect(fresh).toMatch(/^kettle=\w{43}$/u)
    expect(fresh).not.toBe(cookie)
    expect([await isIn(cookie), await isIn(fresh)]).toEqual([false, true])
  })

  it('is never one that somebody else chose', async () => {
    const { email, web } = await visitor()
    const eve = await visitor()
    for (const planted of [`kettle=${'a'.repeat(43)}`, 'kettle=', 'kettle=%00', eve.cookie]) {
      const { headers, status } = await call(store.url, 'auth.login', { email, password }, { ...web, cookie: planted })
      expect(status).toBe(200)
      expect(cookieOf(headers)).not.toBe(planted)
      expect(await isIn(planted)).toBe(false)
    }
  })

  it('goes when the session behind it is ended, and only then', async () => {
    const { email, web, cookie } = await visitor()
    const other = cookieOf((await call(store.url, 'auth.login', { email, password }, web)).headers)
    const own = { ...web, cookie }
    const list = (await ask(store.url, 'auth.sessions', undefined, own)).body.result.data
    const idOf = (current: boolean) => list.find((session: { current: boolean }) => session.current === current).id
    const ended = await call(store.url, 'auth.revokeSession', { id: idOf(false) }, own)
    expect([ended.status, ended.headers.getSetCookie()]).toEqual([200, []])
    expect([await isIn(other), await isIn(cookie)]).toEqual([false, true])
    const left = await call(store.url, 'auth.revokeSession', { id: idOf(true) }, own)
    expect(left.headers.getSetCookie()[0]).toMatch(/^kettle=;.*HttpOnly; SameSite=Lax$/u)
    expect(await isIn(cookie)).toBe(false)
  })

  it('is tied to the host and to https where the store has it', async () => {
    const port = await freePort()
    const publicUrl = 'https://store.example'
    const secure = await runStore({ http: { host: '127.0.0.1', port, publicUrl, trustProxy: 0 } })
    const url = `http://127.0.0.1:${port}`
    const email = 'secure@kettle.test'
    await call(url, 'auth.register', { name: 'Anna', email, password })
    const [mail] = (await (await fetch(`${url}/dev/outbox.json`)).json()) as { text: string }[]
    const code = mail?.text.match(/\b\d{8}\b/u)?.[0]
    const web = { 'x-kettle-client': 'web', origin: publicUrl }
    const { headers } = await call(url, 'auth.emailConfirmation', { email, code }, web)
    const foreign = await call(url, 'auth.logout', {}, { cookie: cookieOf(headers), origin: 'http://store.example' })
    await secure.close()
    expect(headers.getSetCookie()[0]).toMatch(
      /^__Host-kettle=\w{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/u,
    )
    expect(reason(foreign)).toEqual([403, 'FORBIDDEN'])
  })

  it('goes with the account', async () => {
    const { web, cookie, email } = await visitor()
    const gone = await call(store.url, 'auth.deleteAccount', { password }, { ...web, cookie })
    expect([gone.status, gone.headers.getSetCookie()[0]]).toEqual([200, expect.stringMatching(/^kettle=;/u)])
    expect(reason(await call(store.url, 'auth.login', { email, password }))).toEqual([401, 'INVALID_CREDENTIALS'])
  })

  it('changes nothing when another site sends it', async () => {
    const { cookie, email } = await visitor()
    const inputs: Record<string, object> = {
      changePassword: { oldPassword: password, newPassword: 'eve’s own password' },
      changeEmail: { email: 'eve@kettle.test', password },
      deleteAccount: { password },
      revokeOtherSessions: {},
      setUpTotp: { password },
      passkeyOptions: { password },
      exportData: {},
      login: { email, password },
    }
    const attempts: Record<string, string>[] = [
      { origin: 'https://evil.test' },
      { origin: 'null' },
      { origin: store.url.replace('127.0.0.1', '127.0.0.1.evil.test') },
      { origin: `${store.url}.evil.test` },
      { 'sec-fetch-site': 'same-site' },
      {},
    ]
    for (const [path, input] of Object.entries(inputs))
      for (const headers of attempts)
        expect(reason(await call(store.url, `auth.${path}`, input, { cookie, ...headers })), path).toEqual([
          403,
          'FORBIDDEN',
        ])
    // A form needs no leave to be sent anywhere, and a batch is no way around.
    const form = {
      method: 'POST',
      headers: { cookie, origin: 'https://evil.test', 'content-type': 'text/plain' },
      body: '{}',
    }
    for (const path of ['auth.exportData', 'auth.exportData,auth.logout?batch=1'])
      expect((await fetch(`${store.url}/trpc/${path}`, form)).status).toBe(403)
    expect(await isIn(cookie)).toBe(true)
    expect((await call(store.url, 'auth.login', { email, password })).status).toBe(200)
  })

  it('is not asked for where a bearer token speaks, and no bearer’s nonsense lets it through', async () => {
    const { cookie } = await visitor()
    for (const authorization of ['Bearer x', 'Bearer !!!', 'Basic eDp5', ''])
      expect([401, 403]).toContain(
        (await call(store.url, 'auth.exportData', {}, { cookie, authorization, origin: 'https://evil.test' })).status,
      )
  })
})

describe('over HTTP', () => {
  const json = { 'content-type': 'application/json' }
  const post = (path: string, body: string, headers: Record<string, string> = json) =>
    fetch(`${store.url}/trpc/${path}`, { method: 'POST', headers, body })

  it('bodies, batches and their parts have limits', async () => {
    const big = JSON.stringify({ name: 'x'.repeat(1_000_000), email: 'a@kettle.test', password })
    const guess = { email: 'a@kettle.test', password: 'guess' }
    const batch = (number: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: number }, (_, index) => [index, guess])))
    const names = (number: number) => Array.from({ length: number }, () => 'auth.login').join(',')
    const attempts: [string, Response][] = [
      ['a name of a megabyte', await post('auth.register', big)],
      ['eleven log-ins in one', await post(`${names(11)}?batch=1`, batch(11))],
      ['a thousand log-ins in one', await post(`${names(1000)}?batch=1`, batch(1000))],
      ['a batch that is no object', await post('auth.login,auth.login?batch=1', '"x"')],
      ['a batch that is an array', await post('auth.login,auth.login?batch=1', '[]')],
      ['a batch that breaks off', await post('auth.login,auth.login?batch=1', '{"0":{')],
      ['a deep nest', await post('auth.login', '['.repeat(50_000) + ']'.repeat(50_000))],
      ['a prototype', await post('auth.login', '{"__proto__":{"email":"a@b.cd"},"constructor":{}}')],
      ['numbers for words', await post('auth.login', '{"email":1,"password":[]}')],
      ['nothing', await post('auth.login', 'null')],
      ['a body that claims to be gzip', await post('auth.login', '{}', { ...json, 'content-encoding': 'gzip' })],
    ]
    for (const [what, response] of attempts) {
      const text = await response.text()
      expect([400, 401, 413, 414, 415], `${what}: ${response.status} ${text.slice(0, 200)}`).toContain(response.status)
      expect(text.length, what).toBeLessThan(20_000)
      expect(text, what).not.toMatch(/node_modules|\.ts:|stack|argon/u)
    }
    expect((await fetch(`${store.url}/healthz`)).status).toBe(200)
  })

  it('a batch of log-ins counts each of them', async () => {
    const strict = await runStore({ limitFactor: 1 })
    // Of an address and an account of their own: all stores of a run count in one Redis.
    const headers = { ...json, 'x-forwarded-for': `2001:db8:${Math.floor(Math.random() * 65_536).toString(16)}::1` }
    const guess = { email: `${crypto.randomUUID()}@kettle.test`, password: 'guess' }
    const body = JSON.stringify(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [index, guess])))
    const names = Array.from({ length: 10 }, () => 'auth.login').join(',')
    const reasons: string[] = []
    let header: string | null = null
    for (let round = 0; round < 2; round++) {
      const response = await fetch(`${strict.url}/trpc/${names}?batch=1`, { method: 'POST', headers, body })
      const answers = (await response.json()) as { error: { data: { reason: string } } }[]
      reasons.push(...answers.map(({ error }) => error.data.reason))
      header = response.headers.get('retry-after')
    }
    await strict.close()
    // A slow machine may have no time to check all that come at once, but they count.
    expect(reasons).toHaveLength(20)
    expect(reasons.filter((word) => word === 'RATE_LIMITED')).toHaveLength(5)
    expect(reasons).toContain('INVALID_CREDENTIALS')
    const known = ['INVALID_CREDENTIALS', 'RATE_LIMITED', 'UNAVAILABLE']
    expect(reasons.filter((word) => !known.includes(word))).toEqual([])
    expect(Number(header)).toBeGreaterThan(0)
  })

  it('a passkey is made and logs in, for the public address and into a cookie', async () => {
    const { web, cookie } = await visitor()
    const own = { ...web, cookie }
    const asked = (await call(store.url, 'auth.passkeyOptions', { password }, own)).body.result.data
    // An IP address can be no relying party in a browser, but says here which host the options are for.
    expect(asked.options.rp.id).toBe('127.0.0.1')
    const authenticator = new TestAuthenticator(store.url)
    const response = authenticator.create(asked.options)
    const added = await call(store.url, 'auth.addPasskey', { ...asked, response, name: 'Phone' }, own)
    expect(added.status).toBe(200)
    const { challengeId, options } = (await call(store.url, 'auth.passkeyLoginOptions', {}, web)).body.result.data
    const login = { challengeId, response: authenticator.get(options) }
    const answer = await call(store.url, 'auth.loginWithPasskey', login, web)
    expect(answer.body.result.data.token).toBeUndefined()
    expect(await isIn(cookieOf(answer.headers))).toBe(true)
  })

  it('the host that a request names has no say in mails', async () => {
    const email = `host-${++count}@kettle.test`
    await call(
      store.url,
      'auth.register',
      { name: 'Anna', email, password },
      { 'x-forwarded-host': 'evil.test', forwarded: 'host=evil.test' },
    )
    const [mail] = (await (await fetch(`${store.url}/dev/outbox.json?to=${email}`)).json()) as { text: string }[]
    expect(mail?.text).toContain(`${store.url}/confirm?`)
    expect(mail?.text).not.toContain('evil')
  })
})
