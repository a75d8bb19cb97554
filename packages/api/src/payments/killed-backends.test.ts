import { setTimeout as wait } from 'node:timers/promises'
import { createDb } from '@kettle/db'
import { createTestDatabase, type TestDatabase } from '@kettle/db/testing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { audit } from '../testing/audit.ts'
import { createTestDeps, giveMoney, makeCaller, makeGame, makeUser } from '../testing/index.ts'

let database: TestDatabase
let killer: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  killer = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => Promise.all([database.close(), killer.close()]))

/** Kills one of the store's connections that is in a transaction, if there is one. */
async function killOne(): Promise<number> {
  const name = new URL(database.url).pathname.slice(1)
  const killed = await killer.db.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and xact_start is not null and pid <> pg_backend_pid() order by random() limit 1`,
  )
  return killed.length
}

it('keeps the books while backends are killed at random under load', async () => {
  const deps = createTestDeps(database.db)
  const people = await Promise.all(Array.from({ length: 8 }, () => makeUser(database.db)))
  const games = await Promise.all(Array.from({ length: 4 }, () => makeGame(database.db, { basePrice: 700 })))
  for (const person of people) await giveMoney(deps, person, 20_000)

  let working = true
  let killed = 0
  const killing = (async () => {
    while (working) {
      killed += await killOne().catch(() => 0)
      await wait(40)
    }
  })()
  const outcomes = { done: 0, failed: 0 }
  await Promise.all(
    people.flatMap((as) =>
      [0, 1].map(async () => {
        const api = await makeCaller(deps, { as })
        for (let round = 0; round < 40; round++) {
          const gameId = games[Math.floor(round / 2) % games.length]?.id ?? ''
          const act =
            round % 2 === 0
              ? api.payments.buy({ gameId, method: 'wallet', idempotencyKey: crypto.randomUUID() })
              : api.payments.refund({ gameId })
          await act.then(
            () => outcomes.done++,
            () => outcomes.failed++,
          )
        }
      }),
    ),
  )
  working = false
  await killing
  // The load was real, the killing too, and work was lost and done beside it.
  expect(killed).toBeGreaterThan(20)
  expect(outcomes.done).toBeGreaterThan(20)
  // By a connection of its own: those of the pool may have been killed a moment ago.
  const auditor = createDb(database.url, { max: 1 })
  expect(await audit(auditor.db)).toEqual([])
  await auditor.close()
}, 60_000)
