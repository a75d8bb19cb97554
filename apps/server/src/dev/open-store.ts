import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDatabase } from '@kettle/db'
import { databaseUrlOf, readConfig } from '../config.ts'
import { lockFolder } from './lock.ts'
import { startServices } from './services.ts'

/** The operator's database; else the private one, whether the store runs or not. */
export async function openStore(): Promise<{ url: string; close(): Promise<void> }> {
  const own = databaseUrlOf()
  if (own) return { url: own, close: async () => {} }
  const { dataDir } = readConfig({ databaseUrl: 'later', redisUrl: 'later', secret: 'x'.repeat(32) })
  const lock = lockFolder(dataDir)
  if ('heldBy' in lock) return { url: runningPostgres(dataDir), close: async () => {} }
  const services = await startServices(dataDir, { durable: true })
  return {
    url: await ensureDatabase(services.adminUrl, 'kettle'),
    close: async () => {
      await services.stop()
      lock.release()
    },
  }
}

/** The fourth line of Postgres' pid file is its port. */
function runningPostgres(dataDir: string): string {
  const port = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8').trim()
  return `postgres://kettle:${password}@127.0.0.1:${port}/kettle`
}
