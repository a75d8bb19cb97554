import { knownDevices, licences, orders, passkeys, playSessions, sessions, users } from '@kettle/db'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { runDueJobs } from '../run-jobs.ts'
import { audit } from '../testing/audit.ts'
import { TestAuthenticator } from '../testing/authenticator.ts'
import { before } from '../testing/before.ts'
import { giveMoney, makeCaller, makeGame } from '../testing/index.ts'
import { type Member, newMember, resetCode, withSecondFactor, works } from '../testing/member.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()

/** Somebody with money, a game that was played, and a passkey. */
async function customer() {
  const member = await newMember(store.deps)
  const { mine, user, password } = member
  const owner = { ...user, registerDate: new Date(user.registerDate) }
  const game = await makeGame(store.deps.db, { basePrice: 1000 })
  await giveMoney(store.deps, owner, 1000)
  await mine.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: crypto.randomUUID() })
  const { playSessionId } = await mine.library.startPlaying({ gameId: game.id })
  store.deps.clock.pass({ seconds: 30 })
  await mine.library.heartbeat({ playSessionId })
  const authenticator = new TestAuthenticator()
  const { challengeId, options } = await mine.auth.passkeyOptions({ password })
  await mine.auth.addPasskey({ challengeId, response: authenticator.create(options), name: 'Laptop' })
  return { ...member, owner, game, authenticator }
}

const rowOf = async ({ user }: Member) => (await store.deps.db.select().from(users).where(eq(users.id, user.id)))[0]

describe('auth.deleteAccount', () => {
  it('takes the person away and leaves the books, which still balance', async () => {
    const member = await customer()
    const { mine, password, email, user, token, api } = member
    await mine.auth.deleteAccount({ password })
    expect(await rowOf(member)).toMatchObject({
      ...{ name: '', passwordHash: '', email: `${user.id}@deleted.invalid`, role: 'player' },
      deletedAt: store.deps.clock.now(),
    })
    for (const table of [sessions, passkeys, knownDevices, playSessions])
      expect(await store.deps.db.select().from(table).where(eq(table.userId, user.id))).toEqual([])
    expect(await store.deps.db.select().from(orders).where(eq(orders.userId, user.id))).toHaveLength(2)
    expect(await store.deps.db.select().from(licences).where(eq(licences.userId, user.id))).toHaveLength(1)
    expect(await audit(store.deps.db)).toEqual([])
    expect(await works(store.deps, token)).toBe(false)
    expect(await reasonOf(api.auth.login({ email, password }))).toBe('INVALID_CREDENTIALS')
    expect(await reasonOf(api.auth.login({ email: `${user.id}@deleted.invalid`, password }))).toBe(
      'INVALID_CREDENTIALS',
    )
    await runDueJobs(store.deps)
    expect(store.deps.mailer.subjectsFor(email).at(-1)).toBe('Your account was deleted')
  })

  it('shuts the downloads', async () => {
    const { mine, password, user, game } = await customer()
    const grant = { mode: 'read', userId: user.id, gameId: game.id, buildId: 'b', manifestSha256: 'm' } as const
    const credential = await store.deps.credentials.issue(grant)
    await mine.auth.deleteAccount({ password })
    await runDueJobs(store.deps)
    expect(await store.deps.credentials.redeem(credential.username, credential.password)).toBeNull()
  })

  it('frees the address, for an account that has nothing of the old one', async () => {
    const { mine, password, email, user, authenticator, api } = await customer()
    await mine.auth.deleteAccount({ password })
    const again = await newMember(store.deps, { email })
    expect(again.user.id).not.toBe(user.id)
    expect(await again.mine.library.list()).toEqual([])
    const { challengeId, options } = await api.auth.passkeyLoginOptions()
    const response = authenticator.get(options)
    expect(await reasonOf(api.auth.loginWithPasskey({ challengeId, response }))).toBe('PASSKEY_INVALID')
  })

  it('is refused while there is money, unless it may go', async () => {
    const member = await customer()
    const { mine, password, owner } = member
    await giveMoney(store.deps, owner, 500)
    expect(await reasonOf(mine.auth.deleteAccount({ password }))).toBe('BALANCE_LEFT')
    expect((await rowOf(member))?.deletedAt).toBeNull()
    await mine.auth.deleteAccount({ password, forfeitBalance: true })
    expect(await audit(store.deps.db)).toEqual([])
  })

  it('is refused while games of theirs are in the store', async () => {
    const member = await newMember(store.deps)
    const { mine, password, user } = member
    const game = await makeGame(store.deps.db, { ownerId: user.id })
    expect(await reasonOf(mine.auth.deleteAccount({ password, forfeitBalance: true }))).toBe('HAS_GAMES')
    expect((await rowOf(member))?.deletedAt).toBeNull()
    const publisher = await makeCaller(store.deps, {
      as: { ...user, registerDate: new Date(user.registerDate), role: 'publisher' },
    })
    await publisher.storage.deleteGame({ gameId: game.id })
    await mine.auth.deleteAccount({ password, forfeitBalance: true })
    expect((await rowOf(member))?.deletedAt).not.toBeNull()
  })

  it('wants password and second factor, happens once, and is for who is logged in', async () => {
    const member = await newMember(store.deps)
    const { mine, password } = member
    expect(await reasonOf(mine.auth.deleteAccount({ password: 'wrong' }))).toBe('INVALID_CREDENTIALS')
    const factor = await withSecondFactor(store.deps, member)
    expect(await reasonOf(mine.auth.deleteAccount({ password }))).toBe('SECOND_FACTOR_REQUIRED')
    const code = factor.code()
    const results = await Promise.allSettled(
      Array.from({ length: 4 }, () => mine.auth.deleteAccount({ password, code })),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await reasonOf(mine.auth.deleteAccount({ password, code }))).toBe('NOT_SIGNED_IN')
    expect(await reasonOf((await makeCaller(store.deps)).auth.deleteAccount({ password }))).toBe('NOT_SIGNED_IN')
  })

  it('waits for a purchase that is on its way, and lets none through after it', async () => {
    for (let round = 0; round < 5; round++) {
      const { mine, password, owner, user } = await customer()
      await giveMoney(store.deps, owner, 1000)
      const game = await makeGame(store.deps.db, { basePrice: 1000 })
      const buy = () => mine.payments.buy({ gameId: game.id, method: 'wallet', idempotencyKey: crypto.randomUUID() })
      const [deleted] = await Promise.allSettled([mine.auth.deleteAccount({ password }), buy()])
      if (deleted.status === 'rejected') expect(deleted.reason.cause.reason).toBe('BALANCE_LEFT')
      const [row] = await store.deps.db.select().from(users).where(eq(users.id, user.id))
      expect(row?.deletedAt !== null).toBe(deleted.status === 'fulfilled')
      expect(await audit(store.deps.db)).toEqual([])
    }
  })

  it.each<[string, (member: Awaited<ReturnType<typeof customer>>, slow: Caller) => Promise<unknown>, string]>([
    ['log-in', ({ email, password }, slow) => slow.auth.login({ email, password }), 'INVALID_CREDENTIALS'],
    ['change of name', (_, slow) => slow.auth.updateProfile({ name: 'Still here' }), 'NOT_FOUND'],
    [
      'change of password',
      ({ password }, slow) => slow.auth.changePassword({ oldPassword: password, newPassword: 'still here somehow' }),
      'NOT_SIGNED_IN',
    ],
    [
      'log-in by passkey',
      async ({ authenticator, api }, slow) => {
        const { challengeId, options } = await api.auth.passkeyLoginOptions()
        return slow.auth.loginWithPasskey({ challengeId, response: authenticator.get(options) })
      },
      'PASSKEY_INVALID',
    ],
    [
      'reset',
      async ({ email, api }, slow) => {
        const code = await resetCode(store.deps, { email, api })
        return slow.auth.confirmReset({ email, code, password: 'still here somehow' })
      },
      'CODE_EXPIRED',
    ],
  ])('is not undone by a %s that began before it', async (_what, act, reason) => {
    const member = await customer()
    const deps = before(store.deps, () => member.mine.auth.deleteAccount({ password: member.password }))
    const slow = await makeCaller(deps, { token: member.token, ip: member.ip })
    expect(await reasonOf(act(member, slow))).toBe(reason)
    expect(await rowOf(member)).toMatchObject({ name: '', passwordHash: '' })
    expect(await store.deps.db.select().from(sessions).where(eq(sessions.userId, member.user.id))).toEqual([])
  })
})

type Caller = Awaited<ReturnType<typeof makeCaller>>

describe('auth.exportData', () => {
  it('gives everything of the caller, and no secret', async () => {
    const member = await customer()
    const { mine, email, game, user } = member
    const { secret, recoveryCodes } = await withSecondFactor(store.deps, member)
    const data = JSON.parse(JSON.stringify(await mine.auth.exportData()))
    expect(data.profile).toEqual(user)
    expect(data).toMatchObject({
      exportedAt: store.deps.clock.now().toISOString(),
      secondFactor: { enabledAt: expect.any(String) },
      sessions: [{ device: 'vitest', ip: expect.any(String) }],
      passkeys: [{ name: 'Laptop' }],
      licences: [{ game: { id: game.id }, revokedAt: null }],
      playtime: [{ game: { slug: game.slug } }],
      wallets: [{ balance: 0, currency: 'USD' }],
    })
    expect(data.orders.map(({ kind, amount }: { kind: string; amount: number }) => [kind, amount])).toEqual([
      ['top_up', 1000],
      ['purchase', 1000],
    ])
    expect(data).toMatchObject({ devices: [{ lastSeenAt: expect.any(String) }], refunds: [], games: [], uploads: [] })
    expect(data.notifications).toEqual([])
    expect(data.ledger).toHaveLength(4)
    const text = JSON.stringify(data)
    const row = await rowOf(member)
    for (const hidden of [row?.passwordHash, secret, recoveryCodes[0], 'tokenHash', 'publicKey', 'codeHash', 'payUrl'])
      expect(text).not.toContain(hidden)
    expect(text).toContain(email)
  })

  it('tells of friends, of who is blocked, of words of one’s own and of one’s settings; of theirs only the names', async () => {
    const [anna, boris, vlad] = [await newMember(store.deps), await newMember(store.deps), await newMember(store.deps)]
    await anna.mine.socials.requestFriend({ userId: boris.user.id })
    await boris.mine.socials.respondToRequest({ userId: anna.user.id, accept: true })
    const say = (member: Member, to: Member, text: string) =>
      member.mine.socials.sendMessage({ userId: to.user.id, text, clientId: crypto.randomUUID() })
    await say(anna, boris, 'Tea at five?')
    await say(boris, anna, 'Six, rather')
    await anna.mine.socials.block({ userId: vlad.user.id })
    await anna.mine.socials.saveSettings({ showsLibrary: 'nobody' })
    const { friendCode } = await anna.mine.socials.settings()
    const data = await anna.mine.auth.exportData()
    expect(data).toMatchObject({
      friends: [{ name: boris.user.name, acceptedAt: expect.any(Date) }],
      blocked: [{ name: vlad.user.name }],
      notifications: [{ kind: 'friend' }],
      messages: [{ text: 'Tea at five?' }],
      settings: [{ showsLibrary: 'nobody', friendCode: friendCode.replace('-', '') }],
    })
    const text = JSON.stringify(data)
    for (const hidden of [boris.email, vlad.email, 'Six, rather']) expect(text).not.toContain(hidden)
  })

  it('gives nothing of anyone else, is limited, and is for who is logged in', async () => {
    const anna = await customer()
    const boris = await newMember(store.deps)
    const text = JSON.stringify(await boris.mine.auth.exportData())
    for (const hidden of [anna.email, anna.user.id, anna.game.id]) expect(text).not.toContain(hidden)
    for (let number = 1; number < 10; number++) await boris.mine.auth.exportData()
    expect(await reasonOf(boris.mine.auth.exportData())).toBe('RATE_LIMITED')
    expect(await reasonOf((await makeCaller(store.deps)).auth.exportData())).toBe('NOT_SIGNED_IN')
  })
})
