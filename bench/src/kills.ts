import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { licences, orders, refunds } from '@kettle/db'
import { and, count, eq, isNotNull, isNull } from 'drizzle-orm'
import { freePort } from '../../apps/server/src/dev/processes.ts'
import { mutate, openBooks } from './payments/books.ts'

const KILLS = 30
const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))

/**
 * `kill -9` of the server at thirty random moments under purchases by wallet and card, refunds and top-ups; then the books are
 * audited: money sums up, each paid order has its licence and each licence its order. Throws when they are not in order.
 */
export async function kills(): Promise<void> {
  const books = await openBooks(24, 12)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...{ PATH: process.env.PATH, DATABASE_URL: books.databaseUrl, REDIS_URL: books.redisUrl, LOG_LEVEL: 'fatal' },
    ...{
      KETTLE_SECRET: 'a secret for the bench, 32 characters',
      KETTLE_PUBLIC_URL: url,
      KETTLE_PAYMENTS: 'sandbox',
      KETTLE_ROLES: 'http,jobs',
    },
    ...{ KETTLE_HTTP_PORT: String(port), KETTLE_DATA_DIR: books.dataDir, KETTLE_LIMIT_FACTOR: '100000' },
    ...{ RESEND_API_KEY: 'none', MAIL_FROM: 'shop@kettle.test', RESEND_BASE_URL: 'http://127.0.0.1:9' },
  }
  const told = { done: 0, cut: 0 }
  const refused = new Map<string, number>()
  let working = true

  const player = async ({ token }: { token: string }): Promise<void> => {
    for (let round = 0; working; round++) {
      const gameId = books.games[Math.floor(Math.random() * books.games.length)]
      const key = crypto.randomUUID()
      const deed = async () => {
        if (round % 3 === 2) return mutate(url, 'payments.refund', token, { gameId })
        const method = round % 3 === 0 ? 'card' : 'wallet'
        const answer = await mutate(url, 'payments.buy', token, { gameId, method, idempotencyKey: key })
        const page = (answer.data as { url?: string } | undefined)?.url
        if (page) await pay(page)
        return answer
      }
      await deed().then(
        ({ reason }) => {
          if (reason) refused.set(reason, (refused.get(reason) ?? 0) + 1)
          else told.done++
        },
        async () => {
          told.cut++
          await wait(300)
        },
      )
    }
  }

  let server = await start(env, url)
  const load = Promise.all(books.buyers.map(player))
  for (let killed = 0; killed < KILLS; killed++) {
    await wait(300 + Math.random() * 2200)
    server.kill('SIGKILL')
    await once(server, 'exit')
    server = await start(env, url)
  }
  working = false
  await load
  // What the kills interrupted is done by the jobs of the server that stands now.
  const unfinished = async () => {
    const [row] = await books.db.select({ n: count() }).from(refunds).where(eq(refunds.status, 'pending'))
    return row?.n ?? 0
  }
  for (let turn = 0; turn < 120 && (await unfinished()) > 0; turn++) await wait(500)
  const wrong = await books.audit()
  const [sold] = await books.db.select({ n: count() }).from(orders).where(isNotNull(orders.paidAt))
  const [alive] = await books.db
    .select({ n: count() })
    .from(licences)
    .where(and(isNull(licences.revokedAt)))
  const left = await unfinished()
  server.kill('SIGTERM')
  await once(server, 'exit')
  await books.close()

  console.log(
    `kill -9 of the server, ${KILLS} times under load\n  ${told.done} deeds done, ${[...refused].map(([reason, times]) => `${times} ${reason}`).join(', ')}, ${told.cut} cut off; ${sold?.n} orders paid, ${alive?.n} licences alive, ${left} refunds unfinished\n  audit: ${wrong.length === 0 ? 'the books balance' : wrong.join('; ')}`,
  )
  if (wrong.length > 0 || left > 0) throw new Error('The books are not in order')
}

async function pay(page: string): Promise<void> {
  const response = await fetch(page, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"outcome":"paid"}',
    signal: AbortSignal.timeout(10_000),
  })
  await response.arrayBuffer()
}

async function start(env: Record<string, string | undefined>, url: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'inherit', 'inherit'] })
  const alive = () =>
    fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    )
  while (!(await alive())) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await wait(50)
  }
  return child
}
