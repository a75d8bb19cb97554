import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { withAdmin } from './admin.ts'
import { buildPerson } from './factories.ts'
import { createDb, TransactionOverError, users } from './index.ts'
import { createTestDatabase, type TestDatabase } from './testing/index.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.close())

const person = (email: string) => buildPerson({ email })

/** Ends the connection that a transaction runs on, as an administrator or a crash would. */
async function kill(pid: number): Promise<void> {
  await withAdmin(inject('postgresUrl'), (admin) => admin`select pg_terminate_backend(${pid})`)
}

describe('a transaction whose connection dies while the callback is elsewhere', () => {
  it('lets nothing that comes after it be written', async () => {
    let later: unknown
    let finished = () => {}
    const gone = Promise.withResolvers<void>()
    const callbackOver = new Promise<void>((resolve) => (finished = resolve))
    const transaction = database.db.transaction(async (tx) => {
      const [backend] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      await tx.insert(users).values(person('debit@kettle.test'))
      await kill(backend?.pid ?? 0)
      await gone.promise
      later = await tx
        .insert(users)
        .values(person('credit@kettle.test'))
        .catch((error: unknown) => error)
      finished()
    })
    transaction.catch(() => gone.resolve())
    await expect(transaction).rejects.toThrow()
    await callbackOver
    expect(later).toMatchObject({ cause: expect.any(TransactionOverError) })
    expect(await database.db.select().from(users)).toEqual([])
  })

  it('is refused by Postgres too, should the handle be got round', async () => {
    const stray = database.db.insert(users).values(person('stray@kettle.test'))
    await expect(stray).rejects.toMatchObject({ cause: { code: '25006' } })
  })

  it('refuses nested work as well', async () => {
    let handle: Parameters<Parameters<typeof database.db.transaction>[0]>[0] | undefined
    await database.db.transaction(async (tx) => {
      handle = tx
    })
    await expect(handle?.transaction((inner) => inner.execute(sql`select 1`))).rejects.toThrow(TransactionOverError)
  })
})

describe('createDb', () => {
  it('rolls back what a callback wrote before it failed, savepoints included', async () => {
    const work = database.db.transaction(async (tx) => {
      await tx.insert(users).values(person('one@kettle.test'))
      await tx.transaction((inner) => inner.insert(users).values(person('two@kettle.test')))
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await database.db.select().from(users)).toEqual([])
  })

  it('heals by itself after its connections were killed', async () => {
    await withAdmin(inject('postgresUrl'), (admin) => {
      const name = new URL(database.url).pathname.slice(1)
      return admin`select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = ${name}`
    })
    // The first may still find a connection whose end we have not heard of.
    const write = () => database.db.transaction((tx) => tx.insert(users).values(person('healed@kettle.test')))
    await expect.poll(() => write().then(() => 'written')).toBe('written')
    expect(await database.db.select().from(users).where(eq(users.email, 'HEALED@kettle.test'))).toHaveLength(1)
  })

  it('ends a statement and a wait for a lock that take too long', async () => {
    const plain = createDb(database.url, { max: 1 })
    const [limits] = await plain.db.execute(
      sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle`,
    )
    await plain.close()
    expect(limits).toEqual({ statement: '10s', lock: '5s', idle: '15s' })
  })
})
