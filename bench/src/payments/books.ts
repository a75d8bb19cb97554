// What the two rows on payments share: a database with players whose wallets are full, and games.
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { settleOrder, topUp } from '@kettle/api'
import { audit, createTestDeps, makeGame, makeUser } from '@kettle/api/testing'
import { createDb, ensureDatabase, migrate, sessions } from '@kettle/db'
import { startServices } from '../../../apps/server/src/dev/services.ts'

export interface Buyer {
  id: string
  token: string
}

/** Private services, a migrated database, and people and games in it. `close` stops and deletes all. */
export async function openBooks(people: number, gameCount: number) {
  const dataDir = await mkdtemp(join(tmpdir(), 'kettle-bench-payments-'))
  const services = await startServices(join(dataDir, 'services'), { durable: true })
  const databaseUrl = await ensureDatabase(services.adminUrl, 'kettle')
  await migrate(databaseUrl)
  const database = createDb(databaseUrl, { max: 4, name: 'kettle-bench' })
  const deps = createTestDeps(database.db)

  const buyers: Buyer[] = []
  for (let number = 0; number < people; number++) {
    const { id } = await makeUser(database.db)
    const token = createHash('sha256').update(id).digest('base64url').replace(/[-_]/gu, 'x')
    const tokenHash = createHash('sha256').update(token).digest('base64url')
    const now = new Date()
    const expiresAt = new Date(now.getTime() + 86_400_000)
    await database.db.transaction((tx) =>
      tx.insert(sessions).values({ userId: id, tokenHash, createdAt: now, lastSeenAt: now, expiresAt }),
    )
    const amount = 50_000
    const { orderId } = await topUp(deps, id, { amount, idempotencyKey: `bench-${id}` })
    await settleOrder(deps, 'test', { type: 'payment', id: orderId, orderId, outcome: 'paid', amount, currency: 'USD' })
    buyers.push({ id, token })
  }
  const games: string[] = []
  for (let number = 0; number < gameCount; number++) games.push((await makeGame(database.db, { basePrice: 700 })).id)

  return {
    ...{ buyers, games, dataDir, databaseUrl, db: database.db, redisUrl: services.redisUrl },
    audit: () => audit(database.db),
    close: async () => {
      await database.close(1)
      await services.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export interface Answer {
  data?: unknown
  /** Why it was refused. */
  reason?: string
}

/** One mutation over HTTP. Throws when nothing answers. */
export async function mutate(url: string, path: string, token: string, input: unknown): Promise<Answer> {
  const response = await fetch(`${url}/trpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(10_000),
  })
  const body = (await response.json()) as { result?: { data: unknown }; error?: { data?: { reason?: string } } }
  return body.result ? { data: body.result.data } : { reason: body.error?.data?.reason ?? 'UNKNOWN' }
}
