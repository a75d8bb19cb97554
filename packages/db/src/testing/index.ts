import { randomBytes } from 'node:crypto'
import { databaseUrl, withAdmin } from '../admin.ts'
import { createDb, type Database } from '../client.ts'
import { migrate } from '../migrate.ts'

/** The name of the migrated, empty database that every test file's own is cloned from. */
const TEMPLATE = 'kettle_template'

/** Makes the template once per test run. `adminUrl` names a Postgres whose user may create databases. */
export async function createTemplate(adminUrl: string): Promise<void> {
  await withAdmin(adminUrl, async (admin) => {
    await admin.unsafe(`drop database if exists ${TEMPLATE}`)
    await admin.unsafe(`create database ${TEMPLATE}`)
  })
  await migrate(databaseUrl(adminUrl, TEMPLATE))
}

/** Two hundred buyers may wait for one row longer than a store lets them, on a machine that does much else. */
const PATIENT = { statement_timeout: 100_000, lock_timeout: 100_000, idle_in_transaction_session_timeout: 100_000 }

export interface TestDatabase extends Database {
  url: string
}

/** A database of one's own, cloned from the template in tens of milliseconds; `close` drops it. */
export async function createTestDatabase(adminUrl: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await withAdmin(adminUrl, (admin) => admin.unsafe(`create database ${name} template ${TEMPLATE}`))
  const url = databaseUrl(adminUrl, name)
  const database = createDb(url, { max: 20, name: 'kettle-test', limits: PATIENT })
  return {
    ...database,
    url,
    close: async () => {
      await database.close(1)
      await withAdmin(adminUrl, (admin) => admin.unsafe(`drop database ${name} with (force)`))
    },
  }
}
