import { users } from '@kettle/db'
import { createTestDatabase, type TestDatabase } from '@kettle/db/testing'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { serializeError } from './logger.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => database.close())

it('logs a failed query without what it was about', async () => {
  const secret = { name: 'Anna\nparams: x', email: 'anna@kettle.test', passwordHash: '$argon2id$v=19$secret' }
  const insert = () => database.db.transaction((tx) => tx.insert(users).values(secret))
  await insert()
  const twice = await insert().catch((error: Error) => error)
  expect(String(twice)).toContain(secret.passwordHash)
  const logged = JSON.stringify(serializeError(new Error('outside', { cause: twice })))
  expect(logged).toContain('outside')
  expect(logged).toContain('Failed query: insert into')
  expect(logged).toContain('users_email_unique')
  expect(logged).toContain('logger.test.ts')
  for (const part of [secret.email, secret.passwordHash, 'Anna']) expect(logged).not.toContain(part)
})
