import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { buildPerson } from './factories.ts'
import { createDb, users } from './index.ts'
import { createTestDatabase, type TestDatabase } from './testing/index.ts'

let database: TestDatabase
let pooler: Server
let url: string
let isAborting = true
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  const target = new URL(database.url)
  // Like a pooler that gives a transaction up: the commit reaches Postgres as an abort, which answers ROLLBACK without an error.
  pooler = createServer((client) => {
    const server = connect(Number(target.port), target.hostname)
    client.on('data', (bytes) => {
      const at = isAborting ? bytes.indexOf('commit') : -1
      if (at >= 0) bytes.write('abort ', at)
      server.write(bytes)
    })
    server.pipe(client)
    for (const [one, other] of [[client, server] as const, [server, client] as const])
      one.on('close', () => other.destroy()).on('error', () => other.destroy())
  })
  pooler.listen(0, '127.0.0.1')
  await once(pooler, 'listening')
  const through = new URL(database.url)
  through.host = `127.0.0.1:${(pooler.address() as AddressInfo).port}`
  url = through.href
})
afterAll(async () => {
  pooler.close()
  await database.close()
})

const isThere = async (email: string) =>
  (await database.db.select().from(users).where(eq(users.email, email))).length === 1

it.each([1, 5])('a commit that is answered by ROLLBACK has failed, with a pool of %d', async (max) => {
  let through = createDb(url, { max })
  const write = (email: string) =>
    through.db.transaction(async (tx) => {
      await tx.insert(users).values(buildPerson({ email }))
      return 'done'
    })
  isAborting = true
  const email = `lost-${max}@kettle.test`
  await expect(write(email)).rejects.toMatchObject({ code: 'TRANSACTION_ROLLED_BACK' })
  expect(await isThere(email)).toBe(false)
  const many = await Promise.allSettled(Array.from({ length: 10 }, (_, at) => write(`many-${max}-${at}@kettle.test`)))
  expect(many.filter(({ status }) => status === 'fulfilled')).toEqual([])
  // A connection of its own, since this one has the abort among its prepared statements.
  await through.close(1)
  through = createDb(url, { max })
  isAborting = false
  expect(await write(email)).toBe('done')
  expect(await isThere(email)).toBe(true)
  await through.close(1)
})

it.each([true, false])('and so in the client itself, with prepared statements: %s', async (prepare) => {
  const client = postgres(url, { max: 1, prepare, fetch_types: false })
  isAborting = true
  const email = `plain-${prepare}@kettle.test`
  const work = client.begin(
    (sql) => sql`insert into users (id, name, email, password_hash) values (gen_random_uuid(), 'a', ${email}, 'x')`,
  )
  await expect(work).rejects.toMatchObject({ code: 'TRANSACTION_ROLLED_BACK' })
  expect(await isThere(email)).toBe(false)
  await client.end({ timeout: 1 })
})
