// The servers that are measured, in a process of their own: the store, and two peers that do the same SQL and nothing else.
import { createHash } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDatabase, migrate } from '@kettle/db'
import { initTRPC } from '@trpc/server'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import fastify from 'fastify'
import postgres from 'postgres'
import { readConfig } from '../../../apps/server/src/config.ts'
import { freePort } from '../../../apps/server/src/dev/processes.ts'
import { startServices } from '../../../apps/server/src/dev/services.ts'
import { createLogger } from '../../../apps/server/src/logger.ts'
import { startServer } from '../../../apps/server/src/start-server.ts'

export interface Servers {
  /** Our store, `auth.me` as a tRPC query. */
  ours: string
  /** A tRPC query without anything around it, with the same SQL. */
  trpc: string
  /** A Fastify handler with the same SQL. */
  bare: string
  token: string
}

const dataDir = await mkdtemp(join(tmpdir(), 'kettle-bench-api-'))
const services = await startServices(join(dataDir, 'services'), { durable: true })
const databaseUrl = await ensureDatabase(services.adminUrl, 'kettle')
await migrate(databaseUrl)

const env = {
  KETTLE_DATA_DIR: dataDir,
  KETTLE_HTTP_PORT: String(await freePort()),
  KETTLE_SFTP_PORT: String(await freePort()),
  LOG_LEVEL: 'warn',
}
const own = { databaseUrl, redisUrl: services.redisUrl, secret: 'a secret for the bench, 32 characters' }
const store = await startServer(readConfig(own, env), createLogger('warn'))

const sql = postgres(databaseUrl, { max: 20 })
const token = 'k'.repeat(43)
const hashOf = (value: string) => createHash('sha256').update(value).digest('base64url')
await sql`insert into users (id, name, email, password_hash) values ('0199f000-0000-7000-8000-000000000001', 'Anna', 'anna@kettle.test', 'none')`
await sql`insert into sessions (id, user_id, token_hash, created_at, last_seen_at, expires_at)
  values ('0199f000-0000-7000-8000-000000000002', '0199f000-0000-7000-8000-000000000001', ${hashOf(token)}, now(), now(), now() + interval '1 day')`

const me = async (authorization: string | undefined) => {
  const [row] =
    await sql`select s.id, s.last_seen_at, u.id as user_id, u.name, u.email, u.locale, u.role, u.register_date
    from sessions s join users u on u.id = s.user_id
    where s.token_hash = ${hashOf(authorization?.slice(7) ?? '')} and s.expires_at > ${new Date()}`
  return row
}
const listen = async (app: ReturnType<typeof fastify>) => app.listen({ host: '127.0.0.1', port: 0 })

const t = initTRPC.context<{ authorization: string | undefined }>().create()
const trpcApp = fastify()
await trpcApp.register(fastifyTRPCPlugin, {
  prefix: '/trpc',
  trpcOptions: {
    router: t.router({ me: t.procedure.query(({ ctx }) => me(ctx.authorization)) }),
    createContext: ({ req }: { req: { headers: { authorization?: string } } }) => ({
      authorization: req.headers.authorization,
    }),
  },
})
const bareApp = fastify()
bareApp.get('/me', (request) => me(request.headers.authorization))

const servers: Servers = {
  ours: `http://127.0.0.1:${store.httpPort}/trpc/auth.me`,
  trpc: `${await listen(trpcApp)}/trpc/me`,
  bare: `${await listen(bareApp)}/me`,
  token,
}
process.send?.(servers)

process.once('disconnect', async () => {
  await Promise.all([store.stop(), trpcApp.close(), bareApp.close()])
  await sql.end()
  await services.stop()
  process.exit(0)
})
