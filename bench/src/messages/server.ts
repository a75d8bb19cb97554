// The store and its bare peer, in a process of their own, with pairs of friends in it.
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ensureDatabase, migrate } from '@kettle/db'
import fastify from 'fastify'
import { Redis } from 'ioredis'
import postgres from 'postgres'
import { readConfig } from '../../../apps/server/src/config.ts'
import { freePorts } from '../../../apps/server/src/dev/processes.ts'
import { startServices } from '../../../apps/server/src/dev/services.ts'
import { createLogger } from '../../../apps/server/src/logger.ts'
import { startServer } from '../../../apps/server/src/start-server.ts'
import { randomToken } from '../../../packages/api/src/auth/oslo.ts'

export interface Talkers {
  ours: string
  bare: string
  /** Each is a friend of the one beside them: 0 of 1, 2 of 3. */
  people: { id: string; token: string }[]
}

const count = Number(process.argv[2])
const dataDir = await mkdtemp(join(tmpdir(), 'kettle-bench-messages-'))
const services = await startServices(join(dataDir, 'services'), { durable: true })
const databaseUrl = await ensureDatabase(services.adminUrl, 'kettle')
await migrate(databaseUrl)
const sql = postgres(databaseUrl, { max: 10 })

const people: Talkers['people'] = []
for (let number = 0; number < count; number++) {
  const person = { id: crypto.randomUUID(), token: randomToken() }
  const hash = createHash('sha256').update(person.token).digest('base64url')
  await sql`insert into users (id, name, email, password_hash) values (${person.id}, ${`Talker ${number}`}, ${`talker-${number}@kettle.test`}, 'none')`
  await sql`insert into sessions (id, user_id, token_hash, created_at, last_seen_at, expires_at)
    values (${crypto.randomUUID()}, ${person.id}, ${hash}, now(), now(), now() + interval '1 day')`
  people.push(person)
}
for (let number = 0; number < count; number += 2) {
  const [low, high] = [people[number]?.id ?? '', people[number + 1]?.id ?? ''].toSorted()
  await sql`insert into friendships (low_id, high_id, requested_by, requested_at, accepted_at) values (${low ?? ''}, ${high ?? ''}, ${low ?? ''}, now(), now())`
}

const [httpPort, sftpPort] = await freePorts(2)
const env = {
  ...{ KETTLE_DATA_DIR: dataDir, LOG_LEVEL: 'warn', KETTLE_LIMIT_FACTOR: '1000000' },
  ...{ KETTLE_HTTP_PORT: String(httpPort), KETTLE_SFTP_PORT: String(sftpPort) },
}
const own = { databaseUrl, redisUrl: services.redisUrl, secret: 'a secret for the bench, 32 characters' }
const store = await startServer(readConfig(own, env), createLogger('warn'))

// The least that could be called the same: a row, a word over Redis, a line on an open response.
await sql`create table bare_messages (id bigserial primary key, user_id uuid, sender_id uuid, text text, sent_at timestamptz default now())`
const redis = new Redis(services.redisUrl)
const heard = new Redis(services.redisUrl)
const app = fastify()
const open = new Map<string, (text: string) => void>()
heard.on('message', (channel, text) => open.get(channel)?.(text))
app.get<{ Params: { id: string } }>('/stream/:id', async ({ params, raw }, reply) => {
  reply.hijack()
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  open.set(`bare:${params.id}`, (text) => reply.raw.write(`data: ${text}\n\n`))
  await heard.subscribe(`bare:${params.id}`)
  reply.raw.write('data: {"kind":"hello"}\n\n')
  raw.on('close', () => open.delete(`bare:${params.id}`))
})
app.post<{ Body: { userId: string; senderId: string; text: string } }>('/say', async ({ body }) => {
  const [row] =
    await sql`insert into bare_messages (user_id, sender_id, text) values (${body.userId}, ${body.senderId}, ${body.text}) returning id`
  await redis.publish(`bare:${body.userId}`, JSON.stringify({ kind: 'message', text: body.text }))
  return { id: row?.id }
})
const bare = await app.listen({ host: '127.0.0.1', port: 0 })

process.send?.({ ours: `http://127.0.0.1:${store.httpPort}`, bare, people } satisfies Talkers)
process.on('message', async () => {
  globalThis.gc?.()
  await wait(200)
  process.send?.(process.memoryUsage.rss())
})
process.once('disconnect', async () => {
  await Promise.all([store.stop(), app.close()])
  for (const client of [redis, heard]) client.disconnect()
  await sql.end()
  await services.stop()
  await rm(dataDir, { recursive: true, force: true })
  process.exit(0)
})
