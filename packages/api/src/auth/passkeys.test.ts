import { passkeys } from '@kettle/db'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { runDueJobs } from '../run-jobs.ts'
import { type Misbehaviour, TestAuthenticator } from '../testing/authenticator.ts'
import { before } from '../testing/before.ts'
import { makeCaller } from '../testing/index.ts'
import { type Member, newMember, withSecondFactor, works } from '../testing/member.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()

/** A member with a passkey on an authenticator of theirs. */
async function withPasskey() {
  const member = await newMember(store.deps)
  const authenticator = new TestAuthenticator()
  const { challengeId, options } = await member.mine.auth.passkeyOptions(member)
  const response = authenticator.create(options)
  const { id } = await member.mine.auth.addPasskey({ challengeId, response, name: 'Laptop' })
  return { ...member, authenticator, passkeyId: id, options, registration: { challengeId, response } }
}

async function logIn(
  authenticator: TestAuthenticator,
  other: Misbehaviour = {},
  deps = store.deps as Parameters<typeof makeCaller>[0],
) {
  const api = await makeCaller(deps, { ip: '10.8.0.1' })
  const { challengeId, options } = await api.auth.passkeyLoginOptions()
  const response = authenticator.get(options, other)
  return api.auth.loginWithPasskey({ challengeId, response })
}

describe('a passkey', () => {
  it('is made for the store’s own host, without a name to guess by, and logs in', async () => {
    const { options, authenticator, user, email, mine } = await withPasskey()
    expect(options).toMatchObject({
      rp: { id: 'kettle.test', name: 'Kettle' },
      user: { name: email, displayName: 'Boris' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    expect(await mine.auth.security()).toMatchObject({ passkeys: [{ name: 'Laptop', lastUsedAt: null }] })
    const { token = '', user: found } = await logIn(authenticator)
    expect([found.id, await works(store.deps, token)]).toEqual([user.id, true])
    expect((await mine.auth.security()).passkeys[0]?.lastUsedAt).toBe(store.deps.clock.now().toISOString())
    await runDueJobs(store.deps)
    expect(store.deps.mailer.subjectsFor(email)).toContain('A passkey was added')
  })

  it('is two factors by itself', async () => {
    const member = await withPasskey()
    await withSecondFactor(store.deps, member)
    await expect(logIn(member.authenticator)).resolves.toBeDefined()
  })

  it('gives the same options to everyone', async () => {
    const api = await makeCaller(store.deps)
    const { options } = await api.auth.passkeyLoginOptions()
    expect(options).toMatchObject({ rpId: 'kettle.test', userVerification: 'required' })
    expect(options.allowCredentials ?? []).toEqual([])
  })
})

describe('auth.loginWithPasskey', () => {
  it.each<[string, Misbehaviour]>([
    ['another page', { origin: 'https://kettle.test.evil.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['a key that did not ask who is there', { verified: false }],
  ])('refuses what was signed for %s', async (_what, other) => {
    const { authenticator } = await withPasskey()
    expect(await reasonOf(logIn(authenticator, other))).toBe('PASSKEY_INVALID')
  })

  it('refuses a signature that was seen before, also at once', async () => {
    const { authenticator, api } = await withPasskey()
    const { challengeId, options } = await api.auth.passkeyLoginOptions()
    const response = authenticator.get(options)
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => api.auth.loginWithPasskey({ challengeId, response })),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await reasonOf(api.auth.loginWithPasskey({ challengeId, response }))).toBe('CHALLENGE_EXPIRED')
    const fresh = await api.auth.passkeyLoginOptions()
    expect(await reasonOf(api.auth.loginWithPasskey({ challengeId: fresh.challengeId, response }))).toBe(
      'PASSKEY_INVALID',
    )
  })

  it('refuses a copy of the key whose counter lags behind', async () => {
    const { authenticator } = await withPasskey()
    await logIn(authenticator, { counter: 10 })
    expect(await reasonOf(logIn(authenticator, { counter: 10 }))).toBe('PASSKEY_INVALID')
    expect(await reasonOf(logIn(authenticator, { counter: 3 }))).toBe('PASSKEY_INVALID')
    await expect(logIn(authenticator, { counter: 11 })).resolves.toBeDefined()
  })

  it('refuses a challenge after five minutes, of nobody, or made to add a passkey', async () => {
    const { authenticator, api, mine, password } = await withPasskey()
    const { challengeId, options } = await api.auth.passkeyLoginOptions()
    store.deps.clock.pass({ minutes: 5 })
    const response = authenticator.get(options)
    for (const id of [challengeId, '', 'x'.repeat(43)])
      expect(await reasonOf(api.auth.loginWithPasskey({ challengeId: id, response }))).toBe('CHALLENGE_EXPIRED')
    const adding = await mine.auth.passkeyOptions({ password })
    const signed = authenticator.get(adding.options)
    expect(await reasonOf(api.auth.loginWithPasskey({ challengeId: adding.challengeId, response: signed }))).toBe(
      'CHALLENGE_EXPIRED',
    )
  })

  it('knows nobody by an unknown key, a changed signature or another’s handle', async () => {
    const { authenticator, api } = await withPasskey()
    const stranger = new TestAuthenticator()
    stranger.create({ challenge: 'x', rp: { id: 'kettle.test' }, user: { id: 'AAAA' } })
    expect(await reasonOf(logIn(stranger))).toBe('PASSKEY_INVALID')
    const broken = async (change: (response: ReturnType<TestAuthenticator['get']>) => object) => {
      const { challengeId, options } = await api.auth.passkeyLoginOptions()
      const good = authenticator.get(options)
      const response = { ...good, response: { ...good.response, ...change(good) } }
      return reasonOf(api.auth.loginWithPasskey({ challengeId, response }))
    }
    expect(await broken(() => ({ signature: 'AAAA' }))).toBe('PASSKEY_INVALID')
    expect(await broken(() => ({ authenticatorData: '' }))).toBe('PASSKEY_INVALID')
    expect(await broken(() => ({ clientDataJSON: 'bm90IGpzb24' }))).toBe('PASSKEY_INVALID')
    expect(await broken(() => ({ userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }))).toBe('PASSKEY_INVALID')
    expect(await broken(() => ({ signature: 'x'.repeat(100_000) }))).toBe('INVALID_INPUT')
    expect(await broken(() => ({ signature: 'not base64!' }))).toBe('INVALID_INPUT')
  })

  it('is limited by where it comes from', async () => {
    const api = await makeCaller(store.deps, { ip: '10.8.8.8' })
    const { authenticator } = await withPasskey()
    const { options } = await api.auth.passkeyLoginOptions()
    const response = authenticator.get(options)
    const reasons = []
    for (let number = 0; number < 61; number++)
      reasons.push(await reasonOf(api.auth.loginWithPasskey({ challengeId: 'none', response })))
    expect(reasons.at(-1)).toBe('RATE_LIMITED')
  })

  it('comes too late once the passkey is removed', async () => {
    const { authenticator, mine, password, passkeyId } = await withPasskey()
    const deps = before(store.deps, () => mine.auth.removePasskey({ id: passkeyId, password }))
    expect(await reasonOf(logIn(authenticator, {}, deps))).toBe('PASSKEY_INVALID')
  })
})

describe('auth.passkeyOptions and addPasskey', () => {
  it('want the password, and the second factor where there is one', async () => {
    const member = await newMember(store.deps)
    const { mine, password } = member
    expect(await reasonOf(mine.auth.passkeyOptions({ password: 'wrong' }))).toBe('INVALID_CREDENTIALS')
    const factor = await withSecondFactor(store.deps, member)
    expect(await reasonOf(mine.auth.passkeyOptions({ password }))).toBe('SECOND_FACTOR_REQUIRED')
    const code = factor.code()
    await mine.auth.passkeyOptions({ password, code })
    expect(await reasonOf(mine.auth.passkeyOptions({ password, code }))).toBe('CODE_INVALID')
  })

  it('take an answer once, and from who asked', async () => {
    const { mine, password, registration } = await withPasskey()
    expect(await reasonOf(mine.auth.addPasskey({ ...registration, name: 'Again' }))).toBe('CHALLENGE_EXPIRED')
    const { challengeId, options } = await mine.auth.passkeyOptions({ password })
    const response = new TestAuthenticator().create(options)
    const eve = await newMember(store.deps)
    expect(await reasonOf(eve.mine.auth.addPasskey({ challengeId, response, name: 'Eve' }))).toBe('CHALLENGE_EXPIRED')
  })

  it.each<[string, Misbehaviour]>([
    ['another page', { origin: 'https://evil.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['a key that did not ask who is there', { verified: false }],
  ])('refuse a passkey made for %s', async (_what, other) => {
    const { mine, password } = await newMember(store.deps)
    const { challengeId, options } = await mine.auth.passkeyOptions({ password })
    const response = new TestAuthenticator().create(options, other)
    expect(await reasonOf(mine.auth.addPasskey({ challengeId, response, name: 'x' }))).toBe('PASSKEY_INVALID')
    expect((await mine.auth.security()).passkeys).toEqual([])
  })

  it('refuse a passkey that another account has, and tell the authenticator of one’s own', async () => {
    const { registration, options: first, mine, password } = await withPasskey()
    const again = await mine.auth.passkeyOptions({ password })
    expect(again.options.excludeCredentials).toMatchObject([{ id: registration.response.id }])
    const eve = await newMember(store.deps)
    const { challengeId, options } = await eve.mine.auth.passkeyOptions(eve)
    expect(first.challenge).not.toBe(options.challenge)
    const stolen = new TestAuthenticator().create(options, { id: registration.response.id })
    const call = eve.mine.auth.addPasskey({ challengeId, response: stolen, name: 'x' })
    expect(await reasonOf(call)).toBe('PASSKEY_INVALID')
  })

  it('keep twenty at most', async () => {
    const { mine, password, user, ...rest } = await newMember(store.deps)
    const row = { userId: user.id, name: 'x', publicKey: '', counter: 0, transports: [], createdAt: new Date() }
    const rows = Array.from({ length: 20 }, () => ({ ...row, credentialId: crypto.randomUUID() }))
    await store.deps.db.transaction((tx) => tx.insert(passkeys).values(rows))
    const member = { mine, password, user, ...rest } satisfies Member
    const { challengeId, options } = await member.mine.auth.passkeyOptions({ password })
    const response = new TestAuthenticator().create(options)
    expect(await reasonOf(mine.auth.addPasskey({ challengeId, response, name: 'x' }))).toBe('TOO_MANY_PASSKEYS')
  })

  it('refuse nonsense by field', async () => {
    const { mine, password } = await newMember(store.deps)
    const { challengeId, options } = await mine.auth.passkeyOptions({ password })
    const response = new TestAuthenticator().create(options)
    const add = (name: string, other: object = {}) =>
      mine.auth.addPasskey({ challengeId, response: { ...response, ...other }, name })
    expect(await reasonOf(add(''))).toBe('INVALID_INPUT')
    expect(await reasonOf(add('x'.repeat(51)))).toBe('INVALID_INPUT')
    const huge = { ...response.response, attestationObject: 'A'.repeat(100_000) }
    expect(await reasonOf(add('x', { response: huge }))).toBe('INVALID_INPUT')
    const broken = { ...response.response, attestationObject: 'AAAA' }
    expect(await reasonOf(add('x', { response: broken }))).toBe('PASSKEY_INVALID')
  })
})

describe('auth.removePasskey', () => {
  it('wants the password, ends the log-ins by it, and takes no one else’s', async () => {
    const { mine, password, passkeyId, authenticator, email } = await withPasskey()
    const eve = await newMember(store.deps)
    expect(await reasonOf(eve.mine.auth.removePasskey({ id: passkeyId, password: eve.password }))).toBe('NOT_FOUND')
    expect(await reasonOf(mine.auth.removePasskey({ id: passkeyId, password: 'wrong' }))).toBe('INVALID_CREDENTIALS')
    const removals = Array.from({ length: 4 }, () => mine.auth.removePasskey({ id: passkeyId, password }))
    const results = await Promise.allSettled(removals)
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await reasonOf(logIn(authenticator))).toBe('PASSKEY_INVALID')
    expect(await store.deps.db.select().from(passkeys).where(eq(passkeys.id, passkeyId))).toEqual([])
    await runDueJobs(store.deps)
    expect(store.deps.mailer.subjectsFor(email)).toContain('A passkey was removed')
  })
})

it('passkeys are for who is logged in, but the log-in by them is open', async () => {
  const { auth } = await makeCaller(store.deps)
  const { registration } = await withPasskey()
  const calls = [
    auth.passkeyOptions({ password: 'x' }),
    auth.addPasskey({ ...registration, name: 'x' }),
    auth.removePasskey({ id: crypto.randomUUID(), password: 'x' }),
  ]
  expect(await Promise.all(calls.map(reasonOf))).toEqual(calls.map(() => 'NOT_SIGNED_IN'))
})
