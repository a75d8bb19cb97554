import { sessions } from '@kettle/db'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { runDueJobs } from '../run-jobs.ts'
import { makeCaller } from '../testing/index.ts'
import { newMember, resetCode, works } from '../testing/member.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()
const password = 'a samovar of one’s own'
let count = 0

async function member() {
  const email = `member-${++count}@kettle.test`
  const api = await makeCaller(store.deps, { ip: `10.2.0.${count}` })
  await api.auth.register({ name: 'Boris', email, password })
  const { token = '' } = await api.auth.emailConfirmation({ email, code: store.deps.mailer.codeFor(email) })
  return { email, token, api, mine: await makeCaller(store.deps, { token }) }
}

describe('auth.login', () => {
  it('gives a token that works, whatever the case of the address', async () => {
    const { api, email } = await member()
    const { token = '', user } = await api.auth.login({ email: ` ${email.toUpperCase()}`, password })
    expect(user.email).toBe(email)
    expect((await (await makeCaller(store.deps, { token })).auth.me())?.id).toBe(user.id)
  })

  it('keeps only a hash of the token', async () => {
    const { token, mine } = await member()
    const id = (await mine.auth.me())?.id ?? ''
    const rows = await store.deps.db.select().from(sessions).where(eq(sessions.userId, id))
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('says the same of a wrong password and of an unknown address', async () => {
    const { api, email } = await member()
    const wrong = await api.auth.login({ email, password: 'not this one' }).catch((error) => error)
    const unknown = await api.auth.login({ email: 'nobody@kettle.test', password }).catch((error) => error)
    expect(wrong.cause.reason).toBe('INVALID_CREDENTIALS')
    expect({ code: unknown.code, message: unknown.message }).toEqual({ code: wrong.code, message: wrong.message })
  })

  it('stops guessing, and lets in again when the window is over', async () => {
    const { api, email } = await member()
    const reasons = []
    for (let number = 0; number < 16; number++)
      reasons.push(await reasonOf(api.auth.login({ email, password: 'guess' })))
    expect(reasons.at(-1)).toBe('RATE_LIMITED')
    expect(await reasonOf(api.auth.login({ email, password }))).toBe('RATE_LIMITED')
    store.deps.clock.pass({ minutes: 16 })
    await expect(api.auth.login({ email, password })).resolves.toBeDefined()
  })

  it('stops guessing at many addresses from one place, and lets others in', async () => {
    const { email } = await member()
    const bot = await makeCaller(store.deps, { ip: '10.2.9.9' })
    const results = await Promise.allSettled(
      Array.from({ length: 61 }, (_, number) => bot.auth.login({ email: `guess-${number}@kettle.test`, password })),
    )
    const limited = results.filter(
      (result) => result.status === 'rejected' && result.reason.cause.reason === 'RATE_LIMITED',
    )
    expect(limited).toHaveLength(1)
    const error = await bot.auth.login({ email, password }).catch((thrown) => thrown)
    expect(error.cause).toMatchObject({ reason: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) })
    const other = await makeCaller(store.deps, { ip: '10.2.9.10' })
    await expect(other.auth.login({ email, password })).resolves.toBeDefined()
  })

  it('never locks out a device that has logged in before, however much a stranger guesses', async () => {
    const person = await newMember(store.deps)
    const { email, password } = person
    const browser = { deviceToken: null as string | null }
    const owner = await makeCaller(store.deps, { ip: '10.4.0.1', browser })
    await owner.auth.login({ email, password })
    const stranger = await makeCaller(store.deps, { ip: '10.4.0.2' })
    for (let guess = 0; guess < 15; guess++)
      expect(await reasonOf(stranger.auth.login({ email, password: `guess ${guess}` }))).toBe('INVALID_CREDENTIALS')
    const elsewhere = await makeCaller(store.deps, { ip: '10.4.0.3' })
    expect(await reasonOf(elsewhere.auth.login({ email, password }))).toBe('RATE_LIMITED')
    await expect(owner.auth.login({ email, password })).resolves.toBeDefined()
    // The device's own allowance ends too, so a stolen one guesses no more than a stranger.
    for (let guess = 0; guess < 15; guess++)
      expect(await reasonOf(owner.auth.login({ email, password: `guess ${guess}` }))).toBe('INVALID_CREDENTIALS')
    expect(await reasonOf(owner.auth.login({ email, password }))).toBe('RATE_LIMITED')
  })

  it('gives no allowance for a device of another account, nor for one that nobody signed', async () => {
    const person = await newMember(store.deps)
    const { email, password } = person
    const other = await newMember(store.deps)
    const browser = { deviceToken: null as string | null }
    const thief = await makeCaller(store.deps, { ip: '10.4.1.1', browser })
    await thief.auth.login({ email: other.email, password: other.password })
    const own = browser.deviceToken
    for (let guess = 0; guess < 15; guess++) await thief.auth.login({ email, password: 'a guess' }).catch(() => {})
    for (const forged of [own, `${'x'.repeat(43)}.${'x'.repeat(43)}`, 'x', `${own}~${own}`, '~'.repeat(100)]) {
      browser.deviceToken = forged
      expect(await reasonOf(thief.auth.login({ email, password }))).toBe('RATE_LIMITED')
    }
  })

  it('knows a device by each of the accounts that were used there', async () => {
    const people = [await newMember(store.deps), await newMember(store.deps)]
    const browser = { deviceToken: null as string | null }
    const shared = await makeCaller(store.deps, { ip: '10.4.2.1', browser })
    for (const { email, password } of people) await shared.auth.login({ email, password })
    const stranger = await makeCaller(store.deps, { ip: '10.4.2.2' })
    for (const { email } of people)
      for (let guess = 0; guess < 15; guess++) await stranger.auth.login({ email, password: 'a guess' }).catch(() => {})
    for (const { email, password } of people)
      await expect(shared.auth.login({ email, password })).resolves.toBeDefined()
  })

  it('counts all addresses of one IPv6 network as one place', async () => {
    const reasons = []
    for (let guess = 0; guess < 61; guess++) {
      const api = await makeCaller(store.deps, { ip: `2001:db8:1:2:${guess.toString(16)}::${guess}` })
      reasons.push(await reasonOf(api.auth.login({ email: `v6-${guess}@kettle.test`, password: 'a guess' })))
    }
    expect(new Set(reasons.slice(0, 60))).toEqual(new Set(['INVALID_CREDENTIALS']))
    expect(reasons[60]).toBe('RATE_LIMITED')
    const neighbour = await makeCaller(store.deps, { ip: '2001:db8:1:3::1' })
    expect(await reasonOf(neighbour.auth.login({ email: 'v6@kettle.test', password: 'a guess' }))).toBe(
      'INVALID_CREDENTIALS',
    )
  })

  it('does not count what turned out well', async () => {
    const { api, email } = await member()
    for (let number = 0; number < 20; number++) await api.auth.login({ email, password })
  })
})

describe('auth.me and logout', () => {
  it('wants a token that is one of ours', async () => {
    for (const token of ['', 'x', 'y'.repeat(43), "' or 1=1 --"])
      expect(await (await makeCaller(store.deps, { token })).auth.me()).toBeNull()
  })

  it('ends the session, and only that one', async () => {
    const { api, email, token, mine } = await member()
    const { token: second = '' } = await api.auth.login({ email, password })
    await mine.auth.logout()
    expect(await (await makeCaller(store.deps, { token })).auth.me()).toBeNull()
    await expect((await makeCaller(store.deps, { token: second })).auth.me()).resolves.not.toBeNull()
  })

  it('ends after the time that the settings allow, however much it is used', async () => {
    const { token } = await newMember(store.deps)
    for (let day = 0; day < 180; day += 20) {
      expect(await works(store.deps, token)).toBe(true)
      store.deps.clock.pass({ hours: 20 * 24 })
    }
    expect(await works(store.deps, token)).toBe(false)
  })

  it('lasts for 30 days from the last use', async () => {
    const { token } = await member()
    store.deps.clock.pass({ days: 29 })
    await (await makeCaller(store.deps, { token })).auth.me()
    store.deps.clock.pass({ days: 29 })
    await (await makeCaller(store.deps, { token })).auth.me()
    store.deps.clock.pass({ days: 31 })
    expect(await (await makeCaller(store.deps, { token })).auth.me()).toBeNull()
  })
})

describe('auth.updateProfile', () => {
  it('changes what is given and nothing else', async () => {
    const { mine, email } = await member()
    expect(await mine.auth.updateProfile({ locale: 'ru' })).toMatchObject({ name: 'Boris', locale: 'ru', email })
    expect(await mine.auth.updateProfile({ name: '  Борис  Второй ' })).toMatchObject({
      name: 'Борис Второй',
      locale: 'ru',
    })
    expect(await reasonOf(mine.auth.updateProfile({ name: '' }))).toBe('INVALID_INPUT')
    expect(await reasonOf((await makeCaller(store.deps)).auth.updateProfile({ name: 'x' }))).toBe('NOT_SIGNED_IN')
  })
})

describe('auth.changePassword and reset', () => {
  it('wants the old password, and ends the other sessions', async () => {
    const { api, email, token, mine } = await member()
    const { token: other = '' } = await api.auth.login({ email, password })
    const newPassword = 'another samovar entirely'
    expect(await reasonOf(mine.auth.changePassword({ oldPassword: 'wrong', newPassword }))).toBe('INVALID_CREDENTIALS')
    await mine.auth.changePassword({ oldPassword: password, newPassword })
    await expect((await makeCaller(store.deps, { token })).auth.me()).resolves.not.toBeNull()
    expect(await (await makeCaller(store.deps, { token: other })).auth.me()).toBeNull()
    expect(await reasonOf(api.auth.login({ email, password }))).toBe('INVALID_CREDENTIALS')
    await expect(api.auth.login({ email, password: newPassword })).resolves.toBeDefined()
  })

  it('sets a new password by a mailed code, ends all sessions, and logs in', async () => {
    const { api, email, token } = await member()
    const code = await resetCode(store.deps, { api, email })
    const newPassword = 'a kettle that was forgotten'
    const { token: fresh = '' } = await api.auth.confirmReset({ email, code, password: newPassword })
    expect(await (await makeCaller(store.deps, { token })).auth.me()).toBeNull()
    await expect((await makeCaller(store.deps, { token: fresh })).auth.me()).resolves.not.toBeNull()
    expect(await reasonOf(api.auth.confirmReset({ email, code, password: newPassword }))).toBe('CODE_EXPIRED')
  })

  it('tells the owner of a new password by mail, in their language', async () => {
    const { mine, email, api } = await member()
    await mine.auth.updateProfile({ locale: 'ru' })
    await mine.auth.changePassword({ oldPassword: password, newPassword: 'another samovar entirely' })
    const code = await resetCode(store.deps, { api, email })
    await api.auth.confirmReset({ email, code, password: 'a third one, from the fair' })
    await runDueJobs(store.deps)
    expect(store.deps.mailer.subjectsFor(email).slice(-2)).toEqual(['Пароль изменён', 'Задан новый пароль'])
  })

  it('refuses a common password by the field it stands in', async () => {
    const { mine } = await member()
    const change = { oldPassword: password, newPassword: 'password1' }
    const error = await mine.auth.changePassword(change).catch((thrown) => thrown)
    expect(error.cause).toMatchObject({ reason: 'PASSWORD_TOO_COMMON', fields: { newPassword: 'PASSWORD_TOO_COMMON' } })
  })

  it('stops guessing the old password', async () => {
    const { mine } = await member()
    const change = { oldPassword: 'a guess', newPassword: 'another samovar entirely' }
    for (let number = 0; number < 20; number++)
      expect(await reasonOf(mine.auth.changePassword(change))).toBe('INVALID_CREDENTIALS')
    expect(await reasonOf(mine.auth.changePassword({ ...change, oldPassword: password }))).toBe('RATE_LIMITED')
  })

  it('changes once of many at once', async () => {
    const { mine, api, email } = await member()
    const passwords = Array.from({ length: 5 }, (_, number) => `the samovar number ${number}`)
    const results = await Promise.allSettled(
      passwords.map((newPassword) => mine.auth.changePassword({ oldPassword: password, newPassword })),
    )
    const won = passwords.filter((_, index) => results[index]?.status === 'fulfilled')
    expect(won).toHaveLength(1)
    await expect(api.auth.login({ email, password: won[0] ?? '' })).resolves.toBeDefined()
  })

  it('resets once of many at once', async () => {
    const { api, email } = await member()
    const code = await resetCode(store.deps, { api, email })
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, (_, number) =>
        api.auth.confirmReset({ email, code, password: `the samovar number ${number}` }),
      ),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })

  it('takes the code of a registration for no reset, and none of another address', async () => {
    const one = await member()
    const other = await member()
    const own = await resetCode(store.deps, one)
    const code = await resetCode(store.deps, other)
    const newPassword = 'a kettle that was forgotten'
    if (code !== own)
      expect(await reasonOf(one.api.auth.confirmReset({ email: one.email, code, password: newPassword }))).toBe(
        'CODE_INVALID',
      )
    const waiting = 'waiting-for-a-code@kettle.test'
    await one.api.auth.register({ name: 'Anna', email: waiting, password })
    const registration = { email: waiting, code: store.deps.mailer.codeFor(waiting) }
    expect(await reasonOf(one.api.auth.confirmReset({ ...registration, password: newPassword }))).toBe('CODE_EXPIRED')
  })

  it('answers alike for an unknown address, and mails nothing there', async () => {
    const api = await makeCaller(store.deps)
    const before = store.deps.mailer.sent.length
    expect(await api.auth.resetPassword({ email: 'stranger@kettle.test' })).toEqual({ expiresAt: expect.any(String) })
    expect(store.deps.mailer.sent).toHaveLength(before)
    const call = api.auth.confirmReset({
      email: 'stranger@kettle.test',
      code: '12345678',
      password: 'something else 1',
    })
    expect(await reasonOf(call)).toBe('CODE_INVALID')
  })
})
