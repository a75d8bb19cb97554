// The store that is measured, in a process of its own, with people in it and without limits.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDatabase, migrate } from '@kettle/db'
import postgres from 'postgres'
import { readConfig } from '../../../apps/server/src/config.ts'
import { freePorts } from '../../../apps/server/src/dev/processes.ts'
import { startServices } from '../../../apps/server/src/dev/services.ts'
import { createLogger } from '../../../apps/server/src/logger.ts'
import { startServer } from '../../../apps/server/src/start-server.ts'
import { hashPassword } from '../../../packages/api/src/auth/oslo.ts'
import { emailOf, PASSWORD, PEOPLE } from './people.ts'

const [mailPort] = process.argv.slice(2)
const dataDir = await mkdtemp(join(tmpdir(), 'kettle-bench-accounts-'))
const services = await startServices(join(dataDir, 'services'), { durable: true })
const databaseUrl = await ensureDatabase(services.adminUrl, 'kettle')
await migrate(databaseUrl)
const sql = postgres(databaseUrl, { max: 1 })
const hash = await hashPassword(PASSWORD)
for (let number = 0; number < PEOPLE; number++)
  await sql`insert into users (id, name, email, password_hash) values (${crypto.randomUUID()}, 'Anna', ${emailOf(number)}, ${hash})`
await sql.end()

const [httpPort, sftpPort] = await freePorts(2)
const env = {
  KETTLE_DATA_DIR: dataDir,
  KETTLE_HTTP_PORT: String(httpPort),
  KETTLE_SFTP_PORT: String(sftpPort),
  KETTLE_LIMIT_FACTOR: '1000000',
  RESEND_API_KEY: 're_bench',
  RESEND_BASE_URL: `http://127.0.0.1:${mailPort}`,
  MAIL_FROM: 'Kettle <store@kettle.test>',
  LOG_LEVEL: 'silent',
}
const own = { databaseUrl, redisUrl: services.redisUrl, secret: 'a secret for the bench, 32 characters' }
const store = await startServer(readConfig(own, env), createLogger('silent'))
process.send?.(`http://127.0.0.1:${store.httpPort}`)

process.once('disconnect', async () => {
  await store.stop()
  await services.stop()
  await rm(dataDir, { recursive: true, force: true })
  process.exit(0)
})
