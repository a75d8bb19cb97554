// The servers that are measured, in a process of their own: the store, and two peers that do the same SQL and nothing else.
import { createHash } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDeps, makeCaller, makeGame } from '@kettle/api/testing'
import { createDb, type Db, ensureDatabase, licences, migrate, users } from '@kettle/db'
import { buildLicence } from '@kettle/db/factories'
import { initTRPC } from '@trpc/server'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import fastify from 'fastify'
import postgres from 'postgres'
import { readConfig } from '../../../apps/server/src/config.ts'
import { freePorts } from '../../../apps/server/src/dev/processes.ts'
import { startServices } from '../../../apps/server/src/dev/services.ts'
import { createLogger } from '../../../apps/server/src/logger.ts'
import { startServer } from '../../../apps/server/src/start-server.ts'

/** Where one read can be asked for, by each of the three. */
export interface Subject {
  name: string
  /** Our store, as a tRPC query. */
  ours: string
  /** A tRPC query without anything around it, with the same SQL. */
  trpc: string
  /** A Fastify handler with the same SQL. */
  bare: string
  /** Null for what everybody may read. */
  token: string | null
  bars: { trpc: string; bare: string }
}

const dataDir = await mkdtemp(join(tmpdir(), 'kettle-bench-api-'))
const services = await startServices(join(dataDir, 'services'), { durable: true })
const databaseUrl = await ensureDatabase(services.adminUrl, 'kettle')
await migrate(databaseUrl)

const [httpPort, sftpPort] = await freePorts(2)
const env = {
  KETTLE_DATA_DIR: dataDir,
  KETTLE_HTTP_PORT: String(httpPort),
  KETTLE_SFTP_PORT: String(sftpPort),
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

// A small catalogue, of which Anna owns half.
const filler = createDb(databaseUrl, { max: 1, name: 'kettle-bench' })
const anna = '0199f000-0000-7000-8000-000000000001'
for (let number = 0; number < 40; number++) {
  const { id: gameId } = await makeGame(filler.db, { ownerId: anna })
  if (number % 2)
    await filler.db.transaction((tx) => tx.insert(licences).values(buildLicence({ userId: anna, gameId })))
}
const [annaRow] = await filler.db.select().from(users).where(eq(users.id, anna))
if (!annaRow) throw new Error('there is no Anna')
await filler.close(1)

/** The very statements that a call of ours sends, to be sent again by the peers. */
async function statementsOf(call: (api: Awaited<ReturnType<typeof makeCaller>>) => Promise<unknown>) {
  const statements: { query: string; parameters: unknown[] }[] = []
  const debug = (_connection: number, query: string, parameters: unknown[]) => {
    if (/^\s*(select|with)/iu.test(query)) statements.push({ query, parameters })
  }
  const client = postgres(databaseUrl, { max: 1, fetch_types: false, debug })
  const db = drizzle(client, { casing: 'snake_case' }) as unknown as Db
  await call(await makeCaller({ ...createTestDeps(db), db }, { as: annaRow }))
  await client.end()
  return () =>
    Promise.all(statements.map(({ query, parameters }) => sql.unsafe(query, parameters as never[], { prepare: true })))
}
const library = await statementsOf((api) => api.library.list())
const storefront = await statementsOf((api) => api.search.storefront())

const t = initTRPC.context<{ authorization: string | undefined }>().create()
const trpcApp = fastify()
await trpcApp.register(fastifyTRPCPlugin, {
  prefix: '/trpc',
  trpcOptions: {
    router: t.router({
      me: t.procedure.query(({ ctx }) => me(ctx.authorization)),
      library: t.procedure.query(async ({ ctx }) => [await me(ctx.authorization), await library()]),
      storefront: t.procedure.query(() => storefront()),
    }),
    createContext: ({ req }: { req: { headers: { authorization?: string } } }) => ({
      authorization: req.headers.authorization,
    }),
  },
})
const bareApp = fastify()
bareApp.get('/me', (request) => me(request.headers.authorization))
bareApp.get('/library', async (request) => [await me(request.headers.authorization), await library()])
bareApp.get('/storefront', () => storefront())

const [trpcUrl, bareUrl] = [await listen(trpcApp), await listen(bareApp)]
const subject = (name: string, path: string, token: string | null, bars: Subject['bars']): Subject => ({
  ...{ name, token, bars, ours: `http://127.0.0.1:${store.httpPort}/trpc/${name}` },
  ...{ trpc: `${trpcUrl}/trpc/${path}`, bare: `${bareUrl}/${path}` },
})
process.send?.([
  subject('auth.me', 'me', token, { trpc: '>= 0.9', bare: '>= 0.3' }),
  subject('library.list', 'library', token, { trpc: '>= 0.9', bare: '>= 0.3' }),
  subject('search.storefront', 'storefront', null, { trpc: '>= 0.9', bare: '>= 0.6' }),
] satisfies Subject[])

process.once('disconnect', async () => {
  await Promise.all([store.stop(), trpcApp.close(), bareApp.close()])
  await sql.end()
  await services.stop()
  process.exit(0)
})
