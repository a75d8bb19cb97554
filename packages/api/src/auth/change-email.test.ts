import { describe, expect, it } from 'vitest'
import { runDueJobs } from '../run-jobs.ts'
import { before } from '../testing/before.ts'
import { makeCaller } from '../testing/index.ts'
import { newMember, resetCode, withSecondFactor, works } from '../testing/member.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()
const newAddress = () => `moved-${crypto.randomUUID().slice(0, 12)}@kettle.test`
const codeFor = (email: string) => store.deps.mailer.codeFor(email)
const wrongFor = (code: string) => (code === '12345678' ? '87654321' : '12345678')

/** A member who has asked to move, with both codes. */
async function moving() {
  const member = await newMember(store.deps)
  const email = newAddress()
  await member.mine.auth.changeEmail({ email, password: member.password })
  return { ...member, to: email, oldCode: codeFor(member.email), newCode: codeFor(email) }
}

describe('auth.changeEmail and confirmEmailChange', () => {
  it('move the account by the codes of both addresses, and end the other log-ins', async () => {
    const { mine, api, email, password, to, oldCode, newCode, token } = await moving()
    const { token: other = '' } = await api.auth.login({ email, password })
    expect(await mine.auth.confirmEmailChange({ oldCode, newCode })).toMatchObject({ email: to, name: 'Boris' })
    expect([await works(store.deps, token), await works(store.deps, other)]).toEqual([true, false])
    expect(await reasonOf(api.auth.login({ email, password }))).toBe('INVALID_CREDENTIALS')
    await expect(api.auth.login({ email: to, password })).resolves.toBeDefined()
    await runDueJobs(store.deps)
    expect(store.deps.mailer.subjectsFor(email).at(-1)).toBe('Your account has moved to another address')
    expect(store.deps.mailer.sent.findLast((mail) => mail.to === email)?.text).not.toContain(to)
    await expect(newMember(store.deps, { email })).resolves.toBeDefined()
  })

  it('want both codes, five times at most, and use them up', async () => {
    const { mine, oldCode, newCode } = await moving()
    const tries = [
      { oldCode: wrongFor(oldCode), newCode },
      { oldCode, newCode: wrongFor(newCode) },
      { oldCode: newCode, newCode: oldCode },
      { oldCode, newCode: oldCode },
    ]
    for (const codes of tries) expect(await reasonOf(mine.auth.confirmEmailChange(codes))).toBe('CODE_INVALID')
    expect(await reasonOf(mine.auth.confirmEmailChange({ oldCode: newCode, newCode }))).toBe('TOO_MANY_ATTEMPTS')
    // Which of the two was wrong is not told.
    const again = await moving()
    const error = await again.mine.auth
      .confirmEmailChange({ oldCode: again.oldCode, newCode: wrongFor(again.newCode) })
      .catch((thrown) => thrown)
    expect(error.cause.fields).toEqual({ oldCode: 'CODE_INVALID', newCode: 'CODE_INVALID' })
    expect(await reasonOf(mine.auth.confirmEmailChange({ oldCode, newCode }))).toBe('CODE_EXPIRED')
  })

  it('let one of many at once win', async () => {
    const { mine, oldCode, newCode } = await moving()
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => mine.auth.confirmEmailChange({ oldCode, newCode })),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })

  it('take no codes of another account, of a registration or a reset, or after ten minutes', async () => {
    const { mine, oldCode, newCode } = await moving()
    const eve = await newMember(store.deps)
    expect(await reasonOf(eve.mine.auth.confirmEmailChange({ oldCode, newCode }))).toBe('CODE_EXPIRED')
    const reset = await resetCode(store.deps, eve)
    expect(await reasonOf(eve.mine.auth.confirmEmailChange({ oldCode: reset, newCode: reset }))).toBe('CODE_EXPIRED')
    store.deps.clock.pass({ minutes: 10 })
    expect(await reasonOf(mine.auth.confirmEmailChange({ oldCode, newCode }))).toBe('CODE_EXPIRED')
  })

  it('are no codes of a reset or a registration', async () => {
    const { api, email, to, oldCode, newCode } = await moving()
    const password = 'something long enough'
    expect(await reasonOf(api.auth.confirmReset({ email, code: oldCode, password }))).toBe('CODE_EXPIRED')
    expect(await reasonOf(api.auth.emailConfirmation({ email: to, code: newCode }))).toBe('CODE_EXPIRED')
  })

  it('answer alike for a taken address, whose owner is told, and which can’t be taken', async () => {
    const { mine, password, email } = await newMember(store.deps)
    const owner = await newMember(store.deps, { locale: 'ru' })
    const answer = await mine.auth.changeEmail({ email: owner.email.toUpperCase(), password })
    expect(answer).toEqual({ expiresAt: expect.any(String) })
    expect(store.deps.mailer.subjectsFor(owner.email).at(-1)).toContain('уже есть учётная запись')
    expect(store.deps.mailer.sent.findLast((mail) => mail.to === owner.email)?.text).not.toMatch(/\b\d{8}\b/u)
    const oldCode = codeFor(email)
    expect(await reasonOf(mine.auth.confirmEmailChange({ oldCode, newCode: '12345678' }))).toBe('CODE_INVALID')
  })

  it('hand an address to one of two: whoever confirms first', async () => {
    const { mine, oldCode, newCode, to } = await moving()
    const api = await makeCaller(store.deps, { ip: '10.7.0.1' })
    await api.auth.register({ name: 'Eve', email: to, password: 'a long enough secret' })
    await api.auth.emailConfirmation({ email: to, code: codeFor(to) })
    expect(await reasonOf(mine.auth.confirmEmailChange({ oldCode, newCode }))).toBe('CODE_EXPIRED')
  })

  it('take the place of what was asked before', async () => {
    const { mine, password, oldCode, newCode } = await moving()
    const second = newAddress()
    await mine.auth.changeEmail({ email: second, password })
    if (codeFor(second) !== newCode)
      expect(await reasonOf(mine.auth.confirmEmailChange({ oldCode, newCode }))).toBe('CODE_INVALID')
  })

  it('want password and second factor; say so of an address that is one’s own already', async () => {
    const member = await newMember(store.deps)
    const { mine, password, email } = member
    const to = newAddress()
    expect(await reasonOf(mine.auth.changeEmail({ email: to, password: 'wrong' }))).toBe('INVALID_CREDENTIALS')
    const same = await mine.auth.changeEmail({ email: ` ${email.toUpperCase()}`, password }).catch((error) => error)
    expect(same.cause).toMatchObject({ reason: 'INVALID_INPUT', fields: { email: 'EMAIL_UNCHANGED' } })
    const factor = await withSecondFactor(store.deps, member)
    expect(await reasonOf(mine.auth.changeEmail({ email: to, password }))).toBe('SECOND_FACTOR_REQUIRED')
    expect(store.deps.mailer.subjectsFor(to)).toEqual([])
    await mine.auth.changeEmail({ email: to, password, code: factor.code() })
  })

  it('are limited, so that nobody is flooded with mails', async () => {
    const { mine, password } = await newMember(store.deps)
    for (let number = 0; number < 5; number++) await mine.auth.changeEmail({ email: newAddress(), password })
    const error = await mine.auth.changeEmail({ email: newAddress(), password }).catch((thrown) => thrown)
    expect(error.cause).toMatchObject({ reason: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) })
  })

  it('say when mails or codes are away, and can be asked again', async () => {
    const { mine, password } = await newMember(store.deps)
    const email = newAddress()
    store.deps.mailer.away = true
    expect(await reasonOf(mine.auth.changeEmail({ email, password }))).toBe('UNAVAILABLE')
    store.deps.mailer.away = false
    store.deps.codes.away = true
    expect(await reasonOf(mine.auth.changeEmail({ email, password }))).toBe('UNAVAILABLE')
    expect(await reasonOf(mine.auth.confirmEmailChange({ oldCode: '12345678', newCode: '12345678' }))).toBe(
      'UNAVAILABLE',
    )
    store.deps.codes.away = false
    await expect(mine.auth.changeEmail({ email, password })).resolves.toBeDefined()
  })

  it('are for who is logged in', async () => {
    const { auth } = await makeCaller(store.deps)
    const calls = [
      auth.changeEmail({ email: newAddress(), password: 'x' }),
      auth.confirmEmailChange({ oldCode: '12345678', newCode: '12345678' }),
    ]
    expect(await Promise.all(calls.map(reasonOf))).toEqual(['NOT_SIGNED_IN', 'NOT_SIGNED_IN'])
  })

  it('make a code worthless that was mailed to the old address for a new password', async () => {
    const { mine, api, email, oldCode, newCode } = await moving()
    const code = await resetCode(store.deps, { api, email })
    await mine.auth.confirmEmailChange({ oldCode, newCode })
    expect(await reasonOf(api.auth.confirmReset({ email, code, password: 'a thief’s new password' }))).toBe(
      'CODE_EXPIRED',
    )
  })

  it('come too late for an account that moved meanwhile', async () => {
    const { mine, oldCode, newCode, token, password, email } = await moving()
    const elsewhere = newAddress()
    // The codes are used up, and in between somebody with the same account completes another move.
    const slow = await makeCaller(
      before(store.deps, async () => {
        await mine.auth.changeEmail({ email: elsewhere, password })
        await mine.auth.confirmEmailChange({ oldCode: codeFor(email), newCode: codeFor(elsewhere) })
      }),
      { token },
    )
    expect(await reasonOf(slow.auth.confirmEmailChange({ oldCode, newCode }))).toBe('CODE_EXPIRED')
    expect((await (await makeCaller(store.deps, { token })).auth.me())?.email).toBe(elsewhere)
  })
})
