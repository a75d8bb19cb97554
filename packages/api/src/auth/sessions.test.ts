import { knownDevices, sessions } from '@kettle/db'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { runDueJobs } from '../run-jobs.ts'
import { makeCaller } from '../testing/index.ts'
import { newMember, works } from '../testing/member.ts'
import { reasonOf, useStore } from '../testing/use-database.ts'

const store = useStore()

describe('auth.sessions', () => {
  it('shows where one is logged in, newest use first, and which of them asks', async () => {
    const { email, password, mine, token } = await newMember(store.deps)
    store.deps.clock.pass({ minutes: 5 })
    const phone = await makeCaller(store.deps, { ip: '192.0.2.7', device: 'Phone/1.0' })
    const { token: second = '' } = await phone.auth.login({ email, password })
    const list = await mine.auth.sessions()
    expect(list.map(({ device, ip, current }) => [device, ip, current])).toEqual([
      ['Phone/1.0', '192.0.2.7', false],
      ['vitest', expect.stringMatching(/^10\.9\./u), true],
    ])
    const [newest] = list
    expect(Date.parse(newest?.expiresAt ?? '') - Date.parse(newest?.createdAt ?? '')).toBe(30 * 24 * 3600_000)
    expect(JSON.stringify(list)).not.toContain(token)
    store.deps.clock.pass({ hours: 2 })
    await (await makeCaller(store.deps, { token })).auth.me()
    expect((await mine.auth.sessions())[0]?.current).toBe(true)
    const seen = (await (await makeCaller(store.deps, { token: second })).auth.sessions()).map(({ current }) => current)
    expect(seen.toSorted()).toEqual([false, true])
  })

  it('shows nobody else’s, and none that is over', async () => {
    const anna = await newMember(store.deps)
    const boris = await newMember(store.deps)
    expect(await boris.mine.auth.sessions()).toHaveLength(1)
    store.deps.clock.pass({ days: 29 })
    const { token = '' } = await anna.api.auth.login(anna)
    store.deps.clock.pass({ days: 2 })
    const mine = await makeCaller(store.deps, { token })
    expect(await mine.auth.sessions()).toHaveLength(1)
    // The next log-in clears the old one away.
    await anna.api.auth.login(anna)
    expect(await store.deps.db.select().from(sessions).where(eq(sessions.userId, anna.user.id))).toHaveLength(2)
  })

  it('takes a browser’s name of any length, and none', async () => {
    const { email, password, mine } = await newMember(store.deps)
    for (const device of ['x'.repeat(10_000), null, '\u202e‮'])
      await (await makeCaller(store.deps, { device })).auth.login({ email, password })
    const devices = (await mine.auth.sessions()).map(({ device }) => device?.length ?? null)
    expect(devices.toSorted()).toEqual([2, 300, 6, null])
  })

  it('is for who is logged in', async () => {
    const { auth } = await makeCaller(store.deps)
    const calls = [
      auth.sessions(),
      auth.revokeSession({ id: crypto.randomUUID() }),
      auth.revokeOtherSessions(),
      auth.logout(),
    ]
    expect(await Promise.all(calls.map(reasonOf))).toEqual(calls.map(() => 'NOT_SIGNED_IN'))
  })
})

describe('auth.revokeSession', () => {
  it('ends one, once, and no one else’s', async () => {
    const anna = await newMember(store.deps)
    const boris = await newMember(store.deps)
    const { token: other = '' } = await anna.api.auth.login(anna)
    const id = (await anna.mine.auth.sessions()).find(({ current }) => !current)?.id ?? ''
    expect(await reasonOf(boris.mine.auth.revokeSession({ id }))).toBe('NOT_FOUND')
    expect(await works(store.deps, other)).toBe(true)
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => anna.mine.auth.revokeSession({ id })))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect([await works(store.deps, other), await works(store.deps, anna.token)]).toEqual([false, true])
    expect(await reasonOf(anna.mine.auth.revokeSession({ id }))).toBe('NOT_FOUND')
    expect(await reasonOf(anna.mine.auth.revokeSession({ id: "' or 1=1 --" }))).toBe('INVALID_INPUT')
  })

  it('logs out when it ends the one that asks', async () => {
    const { mine, token } = await newMember(store.deps)
    const id = (await mine.auth.sessions())[0]?.id ?? ''
    await mine.auth.revokeSession({ id })
    expect(await works(store.deps, token)).toBe(false)
  })
})

describe('auth.revokeOtherSessions', () => {
  it('ends all but the one that asks, and says how many', async () => {
    const anna = await newMember(store.deps)
    const boris = await newMember(store.deps)
    const tokens = []
    for (let number = 0; number < 3; number++) tokens.push((await anna.api.auth.login(anna)).token ?? '')
    expect(await anna.mine.auth.revokeOtherSessions()).toEqual({ revoked: 3 })
    expect(await anna.mine.auth.revokeOtherSessions()).toEqual({ revoked: 0 })
    expect(await Promise.all([...tokens, anna.token, boris.token].map((token) => works(store.deps, token)))).toEqual([
      ...[false, false, false],
      ...[true, true],
    ])
  })
})

describe('a log-in', () => {
  it('takes the place of the one that it came with, so that no known token goes on', async () => {
    const { email, password, token, byToken } = await newMember(store.deps)
    const { token: fresh = '' } = await (await byToken(token)).auth.login({ email, password })
    expect(fresh).not.toBe(token)
    expect([await works(store.deps, token), await works(store.deps, fresh)]).toEqual([false, true])
  })

  it('that fails leaves the one that it came with', async () => {
    const { email, token, byToken } = await newMember(store.deps)
    expect(await reasonOf((await byToken(token)).auth.login({ email, password: 'wrong' }))).toBe('INVALID_CREDENTIALS')
    expect(await works(store.deps, token)).toBe(true)
  })

  it('from a new device is told by mail; from a known one or a newer version of it is not', async () => {
    const { email, password, user } = await newMember(store.deps)
    const told = async () => {
      await runDueJobs(store.deps)
      return store.deps.mailer.subjectsFor(email).filter((subject) => subject.includes('new device')).length
    }
    const from = async (device: string | null) =>
      (await makeCaller(store.deps, { device })).auth.login({ email, password })
    expect(await told()).toBe(0)
    await from('vitest')
    expect(await told()).toBe(0)
    await from('Mozilla/5.0 (X11; Linux) Firefox/143.0')
    expect(await told()).toBe(1)
    await from('Mozilla/5.0 (X11; Linux) Firefox/144.0.2')
    expect(await told()).toBe(1)
    await from(null)
    expect(await told()).toBe(2)
    const rows = await store.deps.db.select().from(knownDevices).where(eq(knownDevices.userId, user.id))
    expect(JSON.stringify(rows)).not.toContain('Firefox')
  })

  it('remembers fifty devices and a hundred log-ins at most, and doesn’t flood the mailbox', async () => {
    const { email, password, user, token } = await newMember(store.deps)
    for (let number = 0; number < 55; number++) {
      const device = `Device ${'abcdefghijklmnopqrstuvwxyz'[number % 26]}${'x'.repeat(number)}`
      await (await makeCaller(store.deps, { device })).auth.login({ email, password })
      store.deps.clock.pass({ seconds: 1 })
    }
    const rows = await store.deps.db.select().from(knownDevices).where(eq(knownDevices.userId, user.id))
    expect(rows).toHaveLength(50)
    await runDueJobs(store.deps)
    const told = store.deps.mailer.subjectsFor(email).filter((subject) => subject.includes('new device'))
    expect(told).toHaveLength(5)
    const row = { userId: user.id, createdAt: new Date(0), lastSeenAt: new Date(0), expiresAt: new Date('2100-01-01') }
    const many = Array.from({ length: 100 }, () => ({ ...row, tokenHash: crypto.randomUUID() }))
    await store.deps.db.transaction((tx) => tx.insert(sessions).values(many))
    await (await makeCaller(store.deps)).auth.login({ email, password })
    const kept = await store.deps.db.select().from(sessions).where(eq(sessions.userId, user.id))
    expect(kept).toHaveLength(100)
    expect(await works(store.deps, token)).toBe(true)
  })
})
