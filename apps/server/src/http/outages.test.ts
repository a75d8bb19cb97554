import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDb, type Database, ensureDatabase, migrate, users } from '@kettle/db'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Guard, startGuard } from '../dev/guarding.ts'
import { type PrivatePostgres, startPostgres } from '../dev/postgres.ts'
import { type PrivateRedis, startRedis } from '../dev/redis.ts'
import { type Answer, ask, call, type RunningStore, runStore } from '../testing/run-store.ts'

const password = 'kettle in a thunderstorm'
const newPassword = 'kettle after the rain'

/** A store on a Postgres and a Redis of its own, real processes that are killed, frozen and started again. */
describe('accounts while Postgres or Redis is away', () => {
  let dir: string
  let guard: Guard
  let postgres: PrivatePostgres
  let redis: PrivateRedis
  let database: Database
  let store: RunningStore
  let count = 0

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'kettle-outage-'))
    guard = startGuard()
    postgres = await startPostgres(dir, { guard, durable: true })
    redis = await startRedis(dir, guard)
    const databaseUrl = await ensureDatabase(postgres.adminUrl, 'kettle')
    await migrate(databaseUrl)
    database = createDb(databaseUrl, { max: 2 })
    store = await runStore({ databaseUrl, redisUrl: redis.url })
  })
  afterAll(async () => {
    await store.close()
    await database.close(1)
    await guard.end()
    await rm(dir, { recursive: true, force: true })
  })

  const kill = async ({ child }: { child: PrivatePostgres['child'] }) => {
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  const raisePostgres = async () => {
    postgres = await startPostgres(dir, { guard, durable: true, port: postgres.port })
  }
  const raiseRedis = async () => {
    redis = await startRedis(dir, guard, redis.port)
  }
  const healed = () => expect.poll(async () => (await fetch(`${store.url}/readyz`)).status).toBe(200)
  const seen = (path: string, input: object) => call(store.url, `auth.${path}`, input)
  const reason = ({ status, body }: Answer) => [status, body.error?.data.reason]
  const AWAY = [503, 'UNAVAILABLE']

  async function registered() {
    const email = `storm-${++count}@kettle.test`
    expect((await seen('register', { name: 'Anna', email, password })).status).toBe(200)
    return { email, code: await store.codeFor(email) }
  }
  async function member() {
    const person = await registered()
    const { body } = await seen('emailConfirmation', person)
    return { ...person, bearer: { authorization: `Bearer ${body.result.data.token}` } }
  }
  const rowsOf = (email: string) => database.db.select({ id: users.id }).from(users).where(eq(users.email, email))

  it('Redis dead: log-ins and sessions go on, codes say 503, and a code from before is good afterwards', async () => {
    const { email, bearer } = await member()
    const waiting = await registered()
    await kill(redis)
    expect((await seen('login', { email, password })).status).toBe(200)
    expect((await ask(store.url, 'auth.me', undefined, bearer)).status).toBe(200)
    expect(reason(await seen('register', { name: 'Anna', email: 'nobody-yet@kettle.test', password }))).toEqual(AWAY)
    expect(reason(await seen('emailConfirmation', waiting))).toEqual(AWAY)
    expect(reason(await seen('resendCode', { email: waiting.email }))).toEqual(AWAY)
    for (const address of [email, 'unknown@kettle.test'])
      expect(reason(await seen('resetPassword', { email: address }))).toEqual(AWAY)
    expect(reason(await seen('passkeyLoginOptions', {}))).toEqual(AWAY)
    expect(await rowsOf(waiting.email)).toEqual([])
    await raiseRedis()
    await healed()
    expect((await seen('emailConfirmation', waiting)).status).toBe(200)
    expect(await rowsOf(waiting.email)).toHaveLength(1)
  })

  it('Redis frozen: answers come all the same, by reason, and it heals', async () => {
    const waiting = await registered()
    redis.child.kill('SIGSTOP')
    try {
      expect(reason(await seen('emailConfirmation', waiting))).toEqual(AWAY)
      expect(reason(await seen('register', { name: 'Anna', email: 'frozen@kettle.test', password }))).toEqual(AWAY)
    } finally {
      redis.child.kill('SIGCONT')
    }
    await healed()
    // The frozen Redis may have read the first request before it froze for good: then the code is used, and asked for anew.
    if ((await seen('emailConfirmation', waiting)).status !== 200) {
      await seen('register', { name: 'Anna', email: waiting.email, password })
      const code = await store.codeFor(waiting.email)
      expect((await seen('emailConfirmation', { email: waiting.email, code, password })).status).toBe(200)
    }
    expect(await rowsOf(waiting.email)).toHaveLength(1)
  })

  it('Postgres dead: everything says 503, and the same codes are good afterwards', async () => {
    const { email, bearer } = await member()
    const waiting = await registered()
    const before = await store.codeFor(email)
    await seen('resetPassword', { email })
    // It is mailed a moment after the answer.
    await expect.poll(() => store.codeFor(email)).not.toBe(before)
    const reset = { email, code: await store.codeFor(email), password: newPassword }
    await kill(postgres)
    expect(reason(await seen('login', { email, password }))).toEqual(AWAY)
    expect(reason(await ask(store.url, 'auth.me', undefined, bearer))).toEqual(AWAY)
    expect(reason(await seen('register', { name: 'Anna', email: 'later@kettle.test', password }))).toEqual(AWAY)
    expect(reason(await seen('emailConfirmation', waiting))).toEqual(AWAY)
    expect(reason(await seen('confirmReset', reset))).toEqual(AWAY)
    await raisePostgres()
    await healed()
    expect((await seen('emailConfirmation', waiting)).status).toBe(200)
    expect((await seen('login', { email, password })).status).toBe(200)
    expect((await seen('confirmReset', reset)).status).toBe(200)
    expect(reason(await seen('login', { email, password }))).toEqual([401, 'INVALID_CREDENTIALS'])
  })

  it('Postgres killed in the middle of many confirmations: each person ends with one account, none with half of one', async () => {
    const people = []
    for (let number = 0; number < 12; number++) people.push(await registered())
    const answers = people.map((person) => seen('emailConfirmation', person))
    await Promise.race(answers)
    await kill(postgres)
    for (const answer of await Promise.all(answers)) expect([200, 503]).toContain(answer.status)
    await raisePostgres()
    await healed()
    for (const person of people) {
      // A second try either makes the account or finds that the first one had made it.
      expect([200, 400]).toContain((await seen('emailConfirmation', person)).status)
      expect((await seen('login', { email: person.email, password })).status).toBe(200)
      expect(await rowsOf(person.email)).toHaveLength(1)
    }
  })

  it('Redis killed in the middle of many registrations: nobody is left without a way on', async () => {
    const emails = Array.from({ length: 12 }, () => `storm-${++count}@kettle.test`)
    const answers = emails.map((email) => seen('register', { name: 'Anna', email, password }))
    await Promise.race(answers)
    await kill(redis)
    for (const answer of await Promise.all(answers)) expect([200, 503]).toContain(answer.status)
    await raiseRedis()
    await healed()
    for (const email of emails) {
      await seen('register', { name: 'Anna', email, password })
      expect((await seen('emailConfirmation', { email, code: await store.codeFor(email), password })).status).toBe(200)
    }
  })

  it('a change of password that Postgres died in is whole or not at all', async () => {
    const { email, bearer } = await member()
    const change = call(store.url, 'auth.changePassword', { oldPassword: password, newPassword }, bearer)
    const other = seen('login', { email, password })
    await Promise.race([change, other])
    await kill(postgres)
    const { status } = await change
    await other
    await raisePostgres()
    await healed()
    // A connection of the pool that died unnoticed says so to the first who asks by it.
    const works = async (word: string) => {
      let status = 0
      await expect
        .poll(async () => {
          status = (await seen('login', { email, password: word })).status
          return status
        })
        .not.toBe(503)
      return status === 200
    }
    const [old, fresh] = [await works(password), await works(newPassword)]
    expect([old, fresh].filter(Boolean)).toHaveLength(1)
    if (status === 200) expect(fresh).toBe(true)
  })
})
