import { setTimeout as wait } from 'node:timers/promises'
import { createDb, orders, refunds } from '@kettle/db'
import { createTestDatabase, type TestDatabase } from '@kettle/db/testing'
import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { PaymentEvent } from '../ports/payment-provider.ts'
import { runDueJobs } from '../run-jobs.ts'
import { audit } from '../testing/audit.ts'
import { createTestDeps, giveMoney, makeCaller, makeGame, makeUser } from '../testing/index.ts'
import { settleOrder } from './settle-order.ts'

let database: TestDatabase
let killer: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'))
  killer = await createTestDatabase(inject('postgresUrl'))
})
afterAll(() => Promise.all([database.close(), killer.close()]))

const ROUNDS = inject('atLength') ? 40 : 12
const KILLS = inject('atLength') ? 20 : 6
/** A quick machine is through its rounds before enough was killed, and goes on; this many are the end of it. */
const MOST_ROUNDS = 2_000

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

  /** What the provider told: it has the money, and tells again until it is heard. */
  const told: PaymentEvent[] = []
  const payByCard = async (api: Awaited<ReturnType<typeof makeCaller>>, gameId: string) => {
    const answer = await api.payments.buy({ gameId, method: 'card', idempotencyKey: crypto.randomUUID() })
    if (answer.status !== 'redirect') return
    const { orderId } = answer
    const event = {
      ...{ type: 'payment', id: orderId, orderId, outcome: 'paid', amount: 700, currency: 'USD' },
    } satisfies PaymentEvent
    told.push(event)
    await settleOrder(deps, 'test', event)
  }

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
        for (let round = 0; round < ROUNDS || (killed <= KILLS && round < MOST_ROUNDS); round++) {
          const gameId = games[Math.floor(round / 2) % games.length]?.id ?? ''
          const act =
            round % 2 === 1
              ? api.payments.refund({ gameId })
              : round % 4 === 0
                ? api.payments.buy({ gameId, method: 'wallet', idempotencyKey: crypto.randomUUID() })
                : payByCard(api, gameId)
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
  expect(killed).toBeGreaterThan(KILLS)
  expect(outcomes.done).toBeGreaterThan(KILLS)
  // By a connection of its own: those of the pool may have been killed a moment ago.
  const auditor = createDb(database.url, { max: 1 })
  expect(await audit(auditor.db)).toEqual([])
  for (const event of told) await settleOrder({ ...deps, db: auditor.db }, 'test', event)
  await runDueJobs({ ...deps, db: auditor.db })
  expect(await audit(auditor.db)).toEqual([])
  const cards = await auditor.db
    .select()
    .from(orders)
    .where(
      inArray(
        orders.id,
        told.map((event) => event.orderId),
      ),
    )
  expect(told.length).toBeGreaterThan(KILLS)
  expect(cards.filter((order) => order.status !== 'paid' && order.status !== 'refunded')).toEqual([])
  const waiting = await auditor.db.select().from(refunds).where(eq(refunds.status, 'pending'))
  expect(waiting).toEqual([])
  await auditor.close()
})
