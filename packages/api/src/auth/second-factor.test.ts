import { randomBytes } from 'node:crypto'
import { recoveryCodes, totps } from '@kettle/db'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { runDueJobs } from '../run-jobs.ts'
import { appCode } from '../testing/app-code.ts'
import { before } from '../testing/before.ts'
import { makeCaller } from '../testing/index.ts'
import { newMember, resetCode, withSecondFactor, works } from '../testing/member.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'
import { seal, unseal } from './seal.ts'
import { totpStep } from './totp.ts'

const store = useStore()
const newPassword = 'another samovar entirely'

describe('totpStep', () => {
  const secret = new Uint8Array(Buffer.from('12345678901234567890'))

  // RFC 6238, appendix B (SHA-1): the last six of its eight digits.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('knows the code of the second %i', (seconds, code) => {
    expect(totpStep(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30))
  })

  it('takes the codes of the steps beside the present one, and no others', () => {
    const at = (seconds: number) => totpStep(secret, '287082', new Date(seconds * 1000))
    expect([at(0), at(29), at(30), at(59), at(60), at(89)]).toEqual([1, 1, 1, 1, 1, 1])
    expect([at(90), at(-1)]).toEqual([null, null])
  })
})

describe('seal', () => {
  it('opens for its owner and key only, and not when a bit was changed', () => {
    const { deps } = store
    const secret = new Uint8Array(randomBytes(20))
    const sealed = seal(deps, 'anna', secret)
    expect(unseal(deps, 'anna', sealed)).toEqual(secret)
    expect(seal(deps, 'anna', secret)).not.toBe(sealed)
    expect(() => unseal(deps, 'boris', sealed)).toThrow()
    const otherKey = { settings: { ...deps.settings, sealKey: 'ab'.repeat(32) } }
    expect(() => unseal(otherKey, 'anna', sealed)).toThrow()
    const bytes = Buffer.from(sealed, 'base64url')
    bytes[14] = (bytes[14] ?? 0) ^ 1
    expect(() => unseal(deps, 'anna', bytes.toString('base64url'))).toThrow()
  })
})

describe('auth.setUpTotp and confirmTotp', () => {
  it('switches on by the first code, keeps the secret sealed and the codes hashed, and tells by mail', async () => {
    const member = await newMember(store.deps)
    const { mine, password, user, email } = member
    const { secret, uri } = await mine.auth.setUpTotp({ password })
    expect(secret).toMatch(/^[A-Z2-7]{32}$/u)
    expect(uri).toBe(
      `otpauth://totp/Kettle:${encodeURIComponent(email)}?issuer=Kettle&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    )
    expect((await mine.auth.security()).totp).toBeNull()
    const code = appCode(secret, store.deps.clock.now())
    const { recoveryCodes: codes } = await mine.auth.confirmTotp({ code: ` ${code.slice(0, 3)} ${code.slice(3)}` })
    expect(codes).toHaveLength(10)
    for (const recovery of codes) expect(recovery).toMatch(/^[a-z0-9]{5}-[a-z0-9]{5}$/u)
    expect(new Set(codes).size).toBe(10)
    expect(await mine.auth.security()).toMatchObject({
      totp: { enabledAt: store.deps.clock.now().toISOString() },
      recoveryCodesLeft: 10,
    })
    const kept = JSON.stringify([
      await store.deps.db.select().from(totps).where(eq(totps.userId, user.id)),
      await store.deps.db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, user.id)),
    ])
    expect(kept).not.toContain(secret)
    for (const recovery of codes) expect(kept).not.toContain(recovery.replace('-', ''))
    await runDueJobs(store.deps)
    expect(store.deps.mailer.subjectsFor(email)).toContain('Two-factor log-in is on')
  })

  it('wants the password, and a right code within ten minutes', async () => {
    const { mine, password } = await newMember(store.deps)
    expect(await reasonOf(mine.auth.setUpTotp({ password: 'wrong' }))).toBe('INVALID_CREDENTIALS')
    expect(await reasonOf(mine.auth.confirmTotp({ code: '123456' }))).toBe('CHALLENGE_EXPIRED')
    const { secret } = await mine.auth.setUpTotp({ password })
    const old = appCode(secret, new Date(store.deps.clock.now().getTime() - 120_000))
    expect(await reasonOf(mine.auth.confirmTotp({ code: old }))).toBe('CODE_INVALID')
    expect(await reasonOf(mine.auth.confirmTotp({ code: 'abcdef' }))).toBe('INVALID_INPUT')
    store.deps.clock.pass({ minutes: 10 })
    const late = appCode(secret, store.deps.clock.now())
    expect(await reasonOf(mine.auth.confirmTotp({ code: late }))).toBe('CHALLENGE_EXPIRED')
    expect((await mine.auth.security()).totp).toBeNull()
  })

  it('counts the newest secret only, is confirmed once of many at once, and not set up twice', async () => {
    const { mine, password } = await newMember(store.deps)
    const { secret: first } = await mine.auth.setUpTotp({ password })
    const { secret } = await mine.auth.setUpTotp({ password })
    const now = store.deps.clock.now()
    if (appCode(first, now) !== appCode(secret, now))
      expect(await reasonOf(mine.auth.confirmTotp({ code: appCode(first, now) }))).toBe('CODE_INVALID')
    const code = appCode(secret, now)
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => mine.auth.confirmTotp({ code })))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect((await mine.auth.security()).recoveryCodesLeft).toBe(10)
    expect(await reasonOf(mine.auth.setUpTotp({ password }))).toBe('SECOND_FACTOR_ON')
  })

  it('is for who is logged in', async () => {
    const { auth } = await makeCaller(store.deps)
    const password = 'x'
    const code = '123456'
    const calls = [
      auth.setUpTotp({ password }),
      auth.confirmTotp({ code }),
      auth.disableTotp({ password, code }),
      auth.renewRecoveryCodes({ password, code }),
      auth.security(),
    ]
    expect(await Promise.all(calls.map(reasonOf))).toEqual(calls.map(() => 'NOT_SIGNED_IN'))
  })

  it('can’t be confirmed by somebody else’s code, nor by another user', async () => {
    const anna = await newMember(store.deps)
    const boris = await newMember(store.deps)
    const { secret } = await anna.mine.auth.setUpTotp(anna)
    const code = appCode(secret, store.deps.clock.now())
    expect(await reasonOf(boris.mine.auth.confirmTotp({ code }))).toBe('CHALLENGE_EXPIRED')
  })

  it('says so when the store of challenges is away', async () => {
    const { mine, password } = await newMember(store.deps)
    store.deps.challenges.away = true
    expect(await reasonOf(mine.auth.setUpTotp({ password }))).toBe('UNAVAILABLE')
    expect(await reasonOf(mine.auth.confirmTotp({ code: '123456' }))).toBe('UNAVAILABLE')
    store.deps.challenges.away = false
  })
})

describe('auth.login with a second factor', () => {
  it('asks for the code of who knows the password, and of nobody else', async () => {
    const member = await newMember(store.deps)
    const { email, password, api } = member
    const factor = await withSecondFactor(store.deps, member)
    const required = await api.auth.login({ email, password }).catch((error) => error)
    expect([required.code, required.cause.reason]).toEqual(['UNAUTHORIZED', 'SECOND_FACTOR_REQUIRED'])
    expect(await reasonOf(api.auth.login({ email, password: 'wrong' }))).toBe('INVALID_CREDENTIALS')
    expect(await reasonOf(api.auth.login({ email, password: 'wrong', code: factor.code() }))).toBe(
      'INVALID_CREDENTIALS',
    )
    const { token = '' } = await api.auth.login({ email, password, code: factor.code() })
    expect(await works(store.deps, token)).toBe(true)
  })

  it('takes each code once, also of many at once, and none from before', async () => {
    const member = await newMember(store.deps)
    const { email, password, api } = member
    const factor = await withSecondFactor(store.deps, member)
    const before = factor.code()
    const code = factor.nextCode()
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => api.auth.login({ email, password, code })))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason.cause.reason).toBe('CODE_INVALID')
    expect(await reasonOf(api.auth.login({ email, password, code }))).toBe('CODE_INVALID')
    expect(await reasonOf(api.auth.login({ email, password, code: before }))).toBe('CODE_INVALID')
    await expect(api.auth.login({ email, password, code: factor.nextCode() })).resolves.toBeDefined()
  })

  it('takes each recovery code once, however it is typed', async () => {
    const member = await newMember(store.deps)
    const { email, password, api, mine } = member
    const { recoveryCodes: codes } = await withSecondFactor(store.deps, member)
    const [first = '', second = ''] = codes
    await api.auth.login({ email, password, code: first })
    expect(await reasonOf(api.auth.login({ email, password, code: first }))).toBe('CODE_INVALID')
    await api.auth.login({ email, password, code: ` ${second.replace('-', '').toUpperCase()} ` })
    expect((await mine.auth.security()).recoveryCodesLeft).toBe(8)
    const third = codes[2] ?? ''
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => api.auth.login({ email, password, code: third })),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })

  it('takes no code of another account', async () => {
    const anna = await newMember(store.deps)
    const boris = await newMember(store.deps)
    const ofAnna = await withSecondFactor(store.deps, anna)
    await withSecondFactor(store.deps, boris)
    const { email, password, api } = boris
    for (const code of [ofAnna.nextCode(), ofAnna.recoveryCodes[0] ?? ''])
      expect(await reasonOf(api.auth.login({ email, password, code }))).toBe('CODE_INVALID')
  })

  it('stops guessing, tells for how long, and lets the owner in afterwards', async () => {
    const member = await newMember(store.deps)
    const { email, password, api } = member
    const factor = await withSecondFactor(store.deps, member)
    for (let guess = 0; guess < 10; guess++)
      expect(await reasonOf(api.auth.login({ email, password, code: 'aaaaaaaaaa' }))).toBe('CODE_INVALID')
    const error = await api.auth.login({ email, password, code: factor.code() }).catch((thrown) => thrown)
    expect([error.code, error.cause.reason]).toEqual(['TOO_MANY_REQUESTS', 'TOO_MANY_ATTEMPTS'])
    expect(error.cause.retryAfterSeconds).toBeGreaterThan(3000)
    store.deps.clock.pass({ hours: 1 })
    await expect(api.auth.login({ email, password, code: factor.nextCode() })).resolves.toBeDefined()
  })

  it('is not held shut for a device that has logged in before, by who only knows the password', async () => {
    const member = await newMember(store.deps)
    const { email, password } = member
    const factor = await withSecondFactor(store.deps, member)
    const browser = { deviceToken: null as string | null }
    const owner = await makeCaller(store.deps, { ip: '10.5.0.1', browser })
    await owner.auth.login({ email, password, code: factor.nextCode() })
    const thief = await makeCaller(store.deps, { ip: '10.5.0.2' })
    for (let guess = 0; guess < 10; guess++) await thief.auth.login({ email, password, code: '000000' }).catch(() => {})
    expect(await reasonOf(thief.auth.login({ email, password, code: factor.nextCode() }))).toBe('TOO_MANY_ATTEMPTS')
    await expect(owner.auth.login({ email, password, code: factor.nextCode() })).resolves.toBeDefined()
  })

  it('is wanted of the roles that the store says, before they use their powers', async () => {
    const settings = { ...store.deps.settings, secondFactorRoles: ['publisher' as const] }
    const deps = { ...store.deps, settings }
    const member = await newMember(deps)
    const as = { ...member.user, registerDate: new Date(), role: 'publisher' as const }
    const publisher = await makeCaller(deps, { as })
    expect(await reasonOf(publisher.storage.games())).toBe('SECOND_FACTOR_MISSING')
    await expect((await makeCaller(store.deps, { as })).storage.games()).resolves.toBeDefined()
    await withSecondFactor(deps, member)
    await expect(publisher.storage.games()).resolves.toBeDefined()
  })

  it('ignores a code where there is no second factor', async () => {
    const { api, email, password } = await newMember(store.deps)
    await expect(api.auth.login({ email, password, code: '123456' })).resolves.toBeDefined()
  })
})

describe('what a second factor guards', () => {
  it('is the password', async () => {
    const member = await newMember(store.deps)
    const { mine, password } = member
    const factor = await withSecondFactor(store.deps, member)
    const change = { oldPassword: password, newPassword }
    expect(await reasonOf(mine.auth.changePassword(change))).toBe('SECOND_FACTOR_REQUIRED')
    expect(await reasonOf(mine.auth.changePassword({ ...change, code: 'aaaaa-aaaaa' }))).toBe('CODE_INVALID')
    await mine.auth.changePassword({ ...change, code: factor.code() })
  })

  it('is a reset too: the mailed code stays good until both are right', async () => {
    const member = await newMember(store.deps)
    const { api, email, token } = member
    const factor = await withSecondFactor(store.deps, member)
    const reset = { email, code: await resetCode(store.deps, member), password: newPassword }
    const wrong = reset.code === '12345678' ? '87654321' : '12345678'
    expect(await reasonOf(api.auth.confirmReset({ ...reset, code: wrong }))).toBe('CODE_INVALID')
    expect(await reasonOf(api.auth.confirmReset(reset))).toBe('SECOND_FACTOR_REQUIRED')
    const guessed = await api.auth.confirmReset({ ...reset, secondFactorCode: 'aaaaaaaaaa' }).catch((error) => error)
    expect(guessed.cause).toMatchObject({ reason: 'CODE_INVALID', fields: { secondFactorCode: 'CODE_INVALID' } })
    expect(await works(store.deps, token)).toBe(true)
    const { token: fresh = '' } = await api.auth.confirmReset({ ...reset, secondFactorCode: factor.code() })
    expect([await works(store.deps, token), await works(store.deps, fresh)]).toEqual([false, true])
    expect(await reasonOf(api.auth.confirmReset({ ...reset, secondFactorCode: factor.nextCode() }))).toBe(
      'CODE_EXPIRED',
    )
  })

  it('is its own end: password and code together', async () => {
    const member = await newMember(store.deps)
    const { mine, password, api, email } = member
    const factor = await withSecondFactor(store.deps, member)
    expect(await reasonOf(mine.auth.disableTotp({ password: 'wrong', code: factor.code() }))).toBe(
      'INVALID_CREDENTIALS',
    )
    expect(await reasonOf(mine.auth.disableTotp({ password, code: 'aaaaaaaaaa' }))).toBe('CODE_INVALID')
    await mine.auth.disableTotp({ password, code: factor.code() })
    expect(await mine.auth.security()).toMatchObject({ totp: null, recoveryCodesLeft: 0 })
    expect(await reasonOf(mine.auth.disableTotp({ password, code: factor.nextCode() }))).toBe('SECOND_FACTOR_OFF')
    expect(await reasonOf(mine.auth.renewRecoveryCodes({ password, code: factor.code() }))).toBe('SECOND_FACTOR_OFF')
    await expect(api.auth.login({ email, password })).resolves.toBeDefined()
    await runDueJobs(store.deps)
    expect(store.deps.mailer.subjectsFor(email)).toContain('Two-factor log-in is off')
  })

  it('is its recovery codes: new ones end the old', async () => {
    const member = await newMember(store.deps)
    const { mine, password, api, email } = member
    const factor = await withSecondFactor(store.deps, member)
    const [old = ''] = factor.recoveryCodes
    const { recoveryCodes: codes } = await mine.auth.renewRecoveryCodes({ password, code: factor.code() })
    expect(codes).toHaveLength(10)
    expect(await reasonOf(api.auth.login({ email, password, code: old }))).toBe('CODE_INVALID')
    await expect(api.auth.login({ email, password, code: codes[0] })).resolves.toBeDefined()
  })
})

describe('at the same time', () => {
  it('a log-in that knew the old password comes too late once it is changed', async () => {
    const { mine, email, password } = await newMember(store.deps)
    const slow = await makeCaller(
      before(store.deps, () => mine.auth.changePassword({ oldPassword: password, newPassword })),
    )
    expect(await reasonOf(slow.auth.login({ email, password }))).toBe('INVALID_CREDENTIALS')
    expect(await mine.auth.sessions()).toHaveLength(1)
  })

  it('a log-in by password alone comes too late once the second factor is on', async () => {
    const member = await newMember(store.deps)
    const { email, password, mine } = member
    const slow = await makeCaller(before(store.deps, () => withSecondFactor(store.deps, member)))
    expect(await reasonOf(slow.auth.login({ email, password }))).toBe('SECOND_FACTOR_REQUIRED')
    expect(await mine.auth.sessions()).toHaveLength(1)
  })

  it('a code of the app comes too late once the second factor is off, or another one', async () => {
    const member = await newMember(store.deps)
    const { email, password, mine } = member
    const factor = await withSecondFactor(store.deps, member)
    const code = factor.nextCode()
    const again = async () => {
      await mine.auth.disableTotp({ password, code: factor.recoveryCodes[0] ?? '' })
      await withSecondFactor(store.deps, member)
    }
    const slow = await makeCaller(before(store.deps, again))
    expect(await reasonOf(slow.auth.login({ email, password, code }))).toBe('CODE_INVALID')
    expect(await mine.auth.sessions()).toHaveLength(1)
  })

  it('one code is not good for two deeds', async () => {
    const member = await newMember(store.deps)
    const { api, mine, email, password } = member
    const factor = await withSecondFactor(store.deps, member)
    const code = factor.nextCode()
    const results = await Promise.allSettled([
      api.auth.login({ email, password, code }),
      mine.auth.passkeyOptions({ password, code }),
      mine.auth.renewRecoveryCodes({ password, code }),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })
})
