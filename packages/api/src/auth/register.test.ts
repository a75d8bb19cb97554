import { users } from '@kettle/db'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { WAITING_ATTEMPTS } from '../ports/registration-store.ts'
import { cheapPasswords, makeCaller } from '../testing/index.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'
import { createPasswords } from './passwords.ts'
import { resendCode } from './resend-code.ts'

const store = useStore()
const password = 'tea with lemon and a biscuit'
let count = 0
/** A place that no limit has counted yet. */
const newIp = () => `10.8.${++count >> 8}.${count & 255}`
const newEmail = () => `new-${++count}@kettle.test`

/** The codes that were mailed to an address, oldest first, with the name that each mail greets. */
const codesFor = (email: string) =>
  store.deps.mailer.sent.flatMap(({ to, text }) => {
    const code = text.match(/\b\d{8}\b/u)?.[0]
    const name = text.match(/(?:Hello|Здравствуйте), (.*)!/u)?.[1] ?? ''
    return to === email && code ? { code, name } : []
  })

/** A browser of its own, which keeps what the store leaves with it. */
const newBrowser = async () => makeCaller(store.deps, { ip: newIp(), browser: { attemptProof: null } })

async function registered(email = newEmail()) {
  const api = await makeCaller(store.deps, { ip: newIp() })
  await api.auth.register({ name: 'Anna', email, password, locale: 'ru' })
  return { api, email, code: store.deps.mailer.codeFor(email) }
}

describe('auth.register', () => {
  it('mails a code in the language asked for, and makes no account yet', async () => {
    const { api, email } = await registered()
    const mail = store.deps.mailer.sent.findLast((sent) => sent.to === email)
    expect(mail?.subject).toContain('ваш код')
    expect(mail?.text).toContain(`/confirm?email=${encodeURIComponent(email)}&code=`)
    expect(await store.deps.db.select().from(users).where(eq(users.email, email))).toEqual([])
    expect(await reasonOf(api.auth.login({ email, password }))).toBe('INVALID_CREDENTIALS')
  })

  it('escapes the name in the HTML of the mail', async () => {
    const api = await makeCaller(store.deps)
    const email = newEmail()
    await api.auth.register({ name: '<img src=x>', email, password })
    expect(store.deps.mailer.sent.at(-1)?.html).not.toContain('<img')
  })

  it.each([
    ['an empty name', { name: '   ' }, 'name', 'NAME_REQUIRED'],
    ['a name of a megabyte', { name: 'x'.repeat(1_000_000) }, 'name', 'NAME_TOO_LONG'],
    ['a name that turns the line round', { name: 'ann\u202Ea' }, 'name', 'NAME_HAS_HIDDEN_CHARACTERS'],
    ['a name of marks that climb', { name: `Z${'\u0301'.repeat(20)}` }, 'name', 'NAME_HAS_HIDDEN_CHARACTERS'],
    ['a name that shows nothing', { name: '\u3164\u2800' }, 'name', 'NAME_HAS_HIDDEN_CHARACTERS'],
    ['a name of joiners', { name: '\u200d\u200d' }, 'name', 'NAME_REQUIRED'],
    ['a name of half a character', { name: 'ann\ud800a' }, 'name', 'NAME_HAS_HIDDEN_CHARACTERS'],
    ['a name with a zero byte', { name: 'ann\0a' }, 'name', 'NAME_HAS_HIDDEN_CHARACTERS'],
    ['51 emoji', { name: '🦔'.repeat(51) }, 'name', 'NAME_TOO_LONG'],
    ['no address', { email: 'nobody' }, 'email', 'EMAIL_INVALID'],
    ['an address of a megabyte', { email: `${'x'.repeat(1_000_000)}@kettle.test` }, 'email', 'EMAIL_TOO_LONG'],
    ['an address with a zero byte', { email: 'an\0na@kettle.test' }, 'email', 'EMAIL_INVALID'],
    ['two addresses', { email: 'anna@kettle.test,eve@kettle.test' }, 'email', 'EMAIL_INVALID'],
    ['a line break in an address', { email: 'anna@kettle.test\nBcc: eve@kettle.test' }, 'email', 'EMAIL_INVALID'],
    ['a Cyrillic letter that looks Latin', { email: '\u0430nna@kettle.test' }, 'email', 'EMAIL_NOT_LATIN'],
    ['an address at a number', { email: 'anna@127.0.0.1' }, 'email', 'EMAIL_INVALID'],
    ['a short password', { password: '1234567' }, 'password', 'PASSWORD_TOO_SHORT'],
    ['an endless password', { password: 'x'.repeat(129) }, 'password', 'PASSWORD_TOO_LONG'],
  ])('refuses %s by field', async (_what, wrong, field, message) => {
    const api = await makeCaller(store.deps)
    const error = await api.auth.register({ name: 'Anna', email: newEmail(), password, ...wrong }).catch((e) => e)
    expect(error.cause.reason).toBe('INVALID_INPUT')
    expect(error.cause.fields[field]).toBe(message)
  })

  it('refuses the most common passwords', async () => {
    const api = await makeCaller(store.deps)
    const call = api.auth.register({ name: 'Anna', email: newEmail(), password: 'Password1' })
    expect(await reasonOf(call)).toBe('PASSWORD_TOO_COMMON')
  })

  it.each([
    ['capitals and spaces', '  ANNA.%@Kettle.TEST ', 'anna.%@kettle.test'],
    ['letters of full width', '\uff41nna.%\uff20kettle.test', 'anna.%@kettle.test'],
    [
      'a domain in Cyrillic',
      'anna.%@\u041f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444',
      'anna.%@xn--e1afmkfd.xn--p1ai',
    ],
    ['a domain that only looks Latin', 'anna.%@k\u0435ttle.test', 'anna.%@xn--kttle-zwe.test'],
  ])('makes one text of an address in %s', async (_what, typed, meant) => {
    const api = await makeCaller(store.deps, { ip: '10.1.2.1' })
    const tag = crypto.randomUUID().slice(0, 8)
    const { email } = await api.auth.register({ name: 'Anna', email: typed.replace('%', tag), password })
    expect(email).toBe(meant.replace('%', tag))
    const { user } = await api.auth.emailConfirmation({
      email: typed.replace('%', tag),
      code: store.deps.mailer.codeFor(email),
    })
    expect(user.email).toBe(email)
  })

  it('names nobody in the mail whose name would become a link there', async () => {
    const api = await makeCaller(store.deps, { ip: '10.1.2.2' })
    for (const name of ['Win at evil.example', 'http://evil', 'mail me@evil', 'www prizes']) {
      const email = newEmail()
      await api.auth.register({ name, email, password })
      const mail = store.deps.mailer.sent.at(-1)
      expect(`${mail?.text} ${mail?.html}`).not.toContain(name)
    }
    await api.auth.register({ name: 'Dr. Anna B.', email: newEmail(), password })
    expect(store.deps.mailer.sent.at(-1)?.text).toContain('Hello, Dr. Anna B.!')
  })

  it('of one address many times at once leaves each its own code, which only its own password proves, and one account', async () => {
    const email = newEmail()
    const tries = Array.from({ length: 5 }, async (_, number) => {
      const api = await makeCaller(store.deps, { ip: `10.1.3.${number}` })
      return api.auth.register({ name: `Anna ${number}`, email, password: `${password} ${number}` })
    })
    await Promise.all(tries)
    const api = await makeCaller(store.deps)
    const codes = codesFor(email)
    expect(codes).toHaveLength(5)
    for (const { code, name } of codes) {
      expect(await reasonOf(api.auth.emailConfirmation({ email, code }))).toBe('ATTEMPT_NOT_PROVED')
      const others = codes.find((other) => other.name !== name)
      const wrong = { email, code, password: `${password} ${others?.name.at(-1)}` }
      expect(await reasonOf(api.auth.emailConfirmation(wrong))).toBe('ATTEMPT_NOT_PROVED')
    }
    const right = codes.map(({ code, name }) => ({ email, code, password: `${password} ${name.at(-1)}` }))
    const answers = await Promise.allSettled(right.map((input) => api.auth.emailConfirmation(input)))
    const won = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value.user : []))
    expect(won).toHaveLength(1)
    expect(await store.deps.db.select().from(users).where(eq(users.email, email))).toHaveLength(1)
    // The account has the name and the password of one and the same registration.
    const number = won[0]?.name.at(-1)
    await expect(api.auth.login({ email, password: `${password} ${number}` })).resolves.toBeDefined()
  })

  it('keeps few attempts of one address, and refuses a further one instead of dropping another', async () => {
    const email = newEmail()
    const { api, code } = await registered(email)
    for (let number = 1; number < WAITING_ATTEMPTS; number++) {
      store.deps.clock.pass({ seconds: 60 })
      await api.auth.register({ name: 'Eve', email, password: `${password} ${number}` })
    }
    // The mails of an hour are used up as well; another hour's are not what keeps the address.
    store.deps.limiter.giveBack('codeAddress', email)
    expect(await reasonOf(api.auth.register({ name: 'Eve', email, password }))).toBe('RATE_LIMITED')
    await expect(api.auth.emailConfirmation({ email, code, password })).resolves.toBeDefined()
  })

  it('takes names with emoji and letters of any script', async () => {
    const api = await makeCaller(store.deps)
    for (const name of ['Ёжик 🦔', '👩‍🚀 Zoë', '李小龍'])
      await expect(api.auth.register({ name, email: newEmail(), password })).resolves.toBeDefined()
  })

  it('answers alike for a taken address, and tells its owner by mail', async () => {
    const { api, email, code } = await registered()
    await api.auth.emailConfirmation({ email, code })
    const again = await api.auth.register({ name: 'Eve', email: `  ${email.toUpperCase()} `, password })
    expect(again).toEqual({ email, expiresAt: expect.any(String) })
    const mail = store.deps.mailer.sent.at(-1)
    expect(mail?.subject).toContain('уже есть учётная запись')
    expect(mail?.text).not.toMatch(/\b\d{8}\b/u)
    await api.auth.resendCode({ email })
    expect(store.deps.mailer.sent.at(-1)?.subject).toContain('уже есть учётная запись')
  })

  it('says when mails or codes are away, and leaves nothing behind', async () => {
    const email = newEmail()
    const api = await makeCaller(store.deps)
    store.deps.registrations.away = true
    expect(await reasonOf(api.auth.register({ name: 'Anna', email, password }))).toBe('UNAVAILABLE')
    store.deps.registrations.away = false
    store.deps.mailer.away = true
    expect(await reasonOf(api.auth.register({ name: 'Anna', email, password }))).toBe('UNAVAILABLE')
    store.deps.mailer.away = false
    await api.auth.register({ name: 'Anna', email, password })
    const code = store.deps.mailer.codeFor(email)
    await expect(api.auth.emailConfirmation({ email, code, password })).resolves.toBeDefined()
  })

  it('limits how many registrations come from one place', async () => {
    const api = await makeCaller(store.deps, { ip: '10.1.1.1' })
    // One after another: at once, the hashing's own queue would refuse some of them first.
    for (let number = 0; number < 20; number++) await api.auth.register({ name: 'Anna', email: newEmail(), password })
    const refused = await api.auth.register({ name: 'Anna', email: newEmail(), password }).catch((error) => error)
    expect(refused.cause).toMatchObject({ reason: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) })
    expect(refused.cause.retryAfterSeconds).toBeGreaterThan(0)
  })
})

describe('auth.emailConfirmation', () => {
  it('makes the account, logs in, and uses the code up', async () => {
    const { api, email, code } = await registered()
    const { token, user } = await api.auth.emailConfirmation({ email, code: ` ${code.slice(0, 4)} ${code.slice(4)} ` })
    expect(user).toMatchObject({ name: 'Anna', email, locale: 'ru', role: 'player' })
    const mine = await makeCaller(store.deps, { token: token ?? '' })
    expect((await mine.auth.me())?.email).toBe(email)
    expect(await reasonOf(api.auth.emailConfirmation({ email, code }))).toBe('CODE_EXPIRED')
  })

  it('keeps the password as Argon2id only', async () => {
    // At the cost of a real store.
    store.deps.passwords = createPasswords()
    const { api, email, code } = await registered()
    store.deps.passwords = cheapPasswords()
    await api.auth.emailConfirmation({ email, code })
    const [row] = await store.deps.db.select().from(users).where(eq(users.email, email))
    expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u)
  })

  it('lets one of many at once win', async () => {
    const { api, email, code } = await registered()
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => api.auth.emailConfirmation({ email, code })),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await store.deps.db.select().from(users).where(eq(users.email, email))).toHaveLength(1)
  })

  it('burns a code after five wrong tries', async () => {
    const { api, email, code } = await registered()
    const wrong = code === '12345678' ? '87654321' : '12345678'
    for (let left = 4; left > 0; left--)
      expect(await reasonOf(api.auth.emailConfirmation({ email, code: wrong }))).toBe('CODE_INVALID')
    expect(await reasonOf(api.auth.emailConfirmation({ email, code: wrong }))).toBe('TOO_MANY_ATTEMPTS')
    expect(await reasonOf(api.auth.emailConfirmation({ email, code }))).toBe('CODE_EXPIRED')
  })

  it('takes no code of another address, none that was replaced, none after ten minutes', async () => {
    const one = await registered()
    const other = await registered()
    expect(await reasonOf(one.api.auth.emailConfirmation({ email: one.email, code: other.code }))).toBe('CODE_INVALID')
    await one.api.auth.resendCode({ email: one.email })
    const fresh = store.deps.mailer.codeFor(one.email)
    if (fresh !== one.code)
      expect(await reasonOf(one.api.auth.emailConfirmation({ email: one.email, code: one.code }))).toBe('CODE_INVALID')
    store.deps.clock.pass({ minutes: 10 })
    expect(await reasonOf(one.api.auth.emailConfirmation({ email: one.email, code: fresh }))).toBe('CODE_EXPIRED')
  })

  it('lays the code back when the database is away in the middle', async () => {
    const { email, code } = await registered()
    const db = store.deps.db
    const away = () => Promise.reject(Object.assign(new Error('gone'), { code: 'CONNECTION_CLOSED' }))
    const broken = new Proxy(db, {
      get: (target, key) => (key === 'transaction' ? away : Reflect.get(target, key, target)),
    })
    const api = await makeCaller({ ...store.deps, db: broken })
    expect(await reasonOf(api.auth.emailConfirmation({ email, code }))).toBe('UNAVAILABLE')
    const healed = await makeCaller(store.deps)
    await expect(healed.auth.emailConfirmation({ email, code })).resolves.toBeDefined()
    expect(await reasonOf(healed.auth.emailConfirmation({ email, code }))).toBe('CODE_EXPIRED')
  })

  it('limits guessing by where it comes from, whatever the address', async () => {
    const api = await makeCaller(store.deps, { ip: '10.1.1.9' })
    const reasons = []
    for (let number = 0; number < 61; number++)
      reasons.push(
        await reasonOf(api.auth.emailConfirmation({ email: `guess-${number}@kettle.test`, code: '12345678' })),
      )
    expect(new Set(reasons.slice(0, 60))).toEqual(new Set(['CODE_EXPIRED']))
    expect(reasons[60]).toBe('RATE_LIMITED')
  })

  it('refuses what is no code', async () => {
    const api = await makeCaller(store.deps)
    for (const code of ['', '1234', 'abcdefgh', '١٢٣٤٥٦٧٨', '1'.repeat(1000)])
      expect(await reasonOf(api.auth.emailConfirmation({ email: newEmail(), code }))).toBe('INVALID_INPUT')
  })
})

describe('a stranger who registers the same address', () => {
  const [mine, theirs] = ['the password of the owner', 'the password of a stranger']
  const logsIn = async (email: string, word: string) =>
    (await makeCaller(store.deps)).auth.login({ email, password: word }).then(
      () => true,
      () => false,
    )

  /** Both register, in this order; gives the owner's browser, and the codes as the mailbox has them. */
  async function contested(order: ('owner' | 'stranger')[]) {
    const email = newEmail()
    const owner = await newBrowser()
    const stranger = await newBrowser()
    for (const who of order)
      await (who === 'owner' ? owner : stranger).auth.register({
        name: who,
        email,
        password: who === 'owner' ? mine : theirs,
      })
    const codeOf = (who: string) => codesFor(email).findLast(({ name }) => name === who)?.code ?? ''
    return { email, owner, stranger, codeOf }
  }

  it.each<[string, ('owner' | 'stranger')[]]>([
    ['after them', ['owner', 'stranger']],
    ['before them', ['stranger', 'owner']],
    ['again and again', ['owner', 'stranger', 'stranger', 'stranger']],
    ['on both sides of them', ['stranger', 'owner', 'stranger']],
  ])('%s never owns the account that the owner confirms, whichever code is typed', async (_when, order) => {
    const { email, owner, codeOf } = await contested(order)
    const code = codeOf('stranger')
    expect(await reasonOf(owner.auth.emailConfirmation({ email, code }))).toBe('ATTEMPT_NOT_PROVED')
    expect(await reasonOf(owner.auth.emailConfirmation({ email, code, password: mine }))).toBe('ATTEMPT_NOT_PROVED')
    const { user } = await owner.auth.emailConfirmation({ email, code: codeOf('owner') })
    expect(user.name).toBe('owner')
    expect([await logsIn(email, mine), await logsIn(email, theirs)]).toEqual([true, false])
  })

  it('does not pass for the owner on another device, where the password tells them apart', async () => {
    const { email, codeOf } = await contested(['owner', 'stranger'])
    const launcher = await makeCaller(store.deps, { ip: newIp() })
    for (const who of ['owner', 'stranger'])
      expect(await reasonOf(launcher.auth.emailConfirmation({ email, code: codeOf(who) }))).toBe('ATTEMPT_NOT_PROVED')
    const wrong = await launcher.auth
      .emailConfirmation({ email, code: codeOf('stranger'), password: mine })
      .catch((error) => error)
    expect(wrong.cause).toMatchObject({ reason: 'ATTEMPT_NOT_PROVED', fields: { password: 'ATTEMPT_PASSWORD_WRONG' } })
    await launcher.auth.emailConfirmation({ email, code: codeOf('owner'), password: mine })
    expect([await logsIn(email, mine), await logsIn(email, theirs)]).toEqual([true, false])
  })

  it('gains nothing by outlasting the owner’s attempt', async () => {
    const { email, owner, stranger, codeOf } = await contested(['owner'])
    store.deps.clock.pass({ minutes: 9 })
    await stranger.auth.register({ name: 'stranger', email, password: theirs })
    store.deps.clock.pass({ minutes: 2 })
    const code = codeOf('stranger')
    expect(await reasonOf(owner.auth.emailConfirmation({ email, code }))).toBe('ATTEMPT_NOT_PROVED')
    const phone = await makeCaller(store.deps, { ip: newIp() })
    expect(await reasonOf(phone.auth.emailConfirmation({ email, code }))).toBe('ATTEMPT_NOT_PROVED')
    // The owner's browser still knows that this is not what it asked for, and begins anew.
    await owner.auth.register({ name: 'owner', email, password: mine })
    await owner.auth.emailConfirmation({ email, code: codeOf('owner') })
    expect([await logsIn(email, mine), await logsIn(email, theirs)]).toEqual([true, false])
  })

  it('leaves the owner’s code as it is, also by asking for another', async () => {
    const { email, owner, stranger, codeOf } = await contested(['owner', 'stranger'])
    const code = codeOf('owner')
    await stranger.auth.resendCode({ email })
    await expect(owner.auth.emailConfirmation({ email, code })).resolves.toBeDefined()
  })

  it('burns by guessing in a browser of their own their own attempt only', async () => {
    const { email, owner, stranger, codeOf } = await contested(['owner', 'stranger'])
    const [code, theirCode] = [codeOf('owner'), codeOf('stranger')]
    const wrong = ['12345678', '23456789', '34567890'].find((guess) => guess !== code && guess !== theirCode) ?? ''
    for (let guess = 0; guess < 5; guess++)
      await stranger.auth.emailConfirmation({ email, code: wrong }).catch(() => {})
    expect(await reasonOf(stranger.auth.emailConfirmation({ email, code: theirCode }))).toBe('CODE_INVALID')
    await expect(owner.auth.emailConfirmation({ email, code })).resolves.toBeDefined()
  })

  it('who tries passwords beside a right code burns it', async () => {
    const { email, codeOf } = await contested(['owner', 'stranger'])
    const guesser = await makeCaller(store.deps, { ip: newIp() })
    const input = { email, code: codeOf('owner') }
    for (let guess = 0; guess < 5; guess++)
      expect(await reasonOf(guesser.auth.emailConfirmation({ ...input, password: `guess ${guess}` }))).toBe(
        'ATTEMPT_NOT_PROVED',
      )
    expect(await reasonOf(guesser.auth.emailConfirmation({ ...input, password: mine }))).toBe('CODE_INVALID')
  })
})

describe('the proof that a browser keeps', () => {
  it('stays through a second registration, is for its address only, and goes with the account', async () => {
    const browser = { attemptProof: null as string | null }
    const api = await makeCaller(store.deps, { ip: newIp(), browser })
    const [email, other] = [newEmail(), newEmail()]
    await api.auth.register({ name: 'Anna', email, password })
    const first = browser.attemptProof
    await api.auth.register({ name: 'Anna again', email, password })
    expect(browser.attemptProof).toBe(first)
    // One attempt waits: the browser has replaced its own.
    const program = await makeCaller(store.deps)
    await registered(other)
    await expect(
      api.auth.emailConfirmation({ email: other, code: store.deps.mailer.codeFor(other) }),
    ).resolves.toBeDefined()
    await expect(
      program.auth.emailConfirmation({ email, code: store.deps.mailer.codeFor(email) }),
    ).resolves.toMatchObject({ user: { name: 'Anna again' } })
    browser.attemptProof = 'x'.repeat(43)
    await api.auth.register({ name: 'Anna', email: newEmail(), password })
    expect(browser.attemptProof).toMatch(/^[0-9A-Za-z]{43}\.[\w-]{22}$/u)
  })
})

it('auth.resendCode does not wait for the mail, so that its time tells nothing', async () => {
  const { email } = await registered()
  const later: (() => void)[] = []
  const sent = store.deps.mailer.sent.length
  const ctx = {
    deps: store.deps,
    ip: newIp(),
    attemptProof: null,
    afterAnswer: (work: () => void) => void later.push(work),
  }
  const known = await resendCode(ctx, { email })
  const unknown = await resendCode(ctx, { email: newEmail() })
  expect(Object.keys(known)).toEqual(Object.keys(unknown))
  expect([store.deps.mailer.sent.length, later.length]).toEqual([sent, 1])
  for (const work of later) work()
  await expect.poll(() => store.deps.mailer.sent.length).toBe(sent + 1)
})
