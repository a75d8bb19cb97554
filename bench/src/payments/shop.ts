// The store and its bare peer, in a process of their own.
import fastify from 'fastify'
import postgres from 'postgres'
import { readConfig } from '../../../apps/server/src/config.ts'
import { freePorts } from '../../../apps/server/src/dev/processes.ts'
import { createLogger } from '../../../apps/server/src/logger.ts'
import { startServer } from '../../../apps/server/src/start-server.ts'
import { type Buyer, openBooks } from './books.ts'

export interface Shop {
  ours: string
  bare: string
  buyers: Buyer[]
  games: string[]
}

const books = await openBooks(20, 60)
const { databaseUrl, redisUrl, dataDir, buyers, games } = books
const [httpPort, sftpPort] = await freePorts(2)
const store = await startServer(
  readConfig(
    { databaseUrl, redisUrl, secret: 'a secret for the bench, 32 characters' },
    {
      ...{ KETTLE_DATA_DIR: dataDir, LOG_LEVEL: 'warn', KETTLE_LIMIT_FACTOR: '100000' },
      ...{ KETTLE_HTTP_PORT: String(httpPort), KETTLE_SFTP_PORT: String(sftpPort) },
    },
  ),
  createLogger('warn'),
)

const sql = postgres(databaseUrl, { max: 20 })
await sql`create table bare_wallets (user_id uuid primary key, balance int not null check (balance >= 0))`
await sql`create table bare_licences (user_id uuid, game_id uuid, primary key (user_id, game_id))`
await sql`create table bare_orders (id bigserial primary key, user_id uuid, game_id uuid, amount int)`
await sql`insert into bare_wallets select id, 50000 from users`
const app = fastify()
app.post<{ Body: { userId: string; gameId: string } }>('/buy', ({ body: { userId, gameId } }) =>
  sql.begin(async (tx) => {
    const [game] = await tx`select base_price from games where id = ${gameId}`
    await tx`update bare_wallets set balance = balance - ${game?.base_price} where user_id = ${userId}`
    await tx`insert into bare_licences values (${userId}, ${gameId})`
    await tx`insert into bare_orders (user_id, game_id, amount) values (${userId}, ${gameId}, ${game?.base_price})`
    return { status: 'owned' }
  }),
)
const bare = `${await app.listen({ host: '127.0.0.1', port: 0 })}/buy`

process.send?.({ ours: `http://127.0.0.1:${store.httpPort}`, bare, buyers, games } satisfies Shop)
process.on('message', async () => process.send?.(await books.audit()))
process.once('disconnect', async () => {
  await Promise.all([store.stop(), app.close()])
  await sql.end()
  await books.close()
  process.exit(0)
})
