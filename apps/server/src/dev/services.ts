import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startPostgres } from './postgres.ts'
import { startRedis } from './redis.ts'

export interface Services {
  /** A URL of the `postgres` database, whose user may create others. */
  adminUrl: string
  redisUrl: string
  stop(): Promise<void>
}

/**
 * Starts the private Postgres and Redis that live in `dir`. A guard ends them when this process dies without
 * having stopped them, `kill -9` included.
 */
export async function startServices(dir: string, options: { durable: boolean }): Promise<Services> {
  mkdirSync(dir, { recursive: true })
  const postgres = await startPostgres(dir, options)
  const redis = await startRedis(dir).catch(async (error) => {
    await postgres.stop()
    throw error
  })
  const guard = startGuard([postgres.pid, redis.pid])
  return {
    adminUrl: postgres.adminUrl,
    redisUrl: redis.url,
    stop: async () => {
      await Promise.all([postgres.stop(), redis.stop()])
      guard.stdin?.end()
    },
  }
}

function startGuard(pids: number[]): ChildProcess {
  const file = fileURLToPath(new URL('./guard.ts', import.meta.url))
  const guard = spawn(process.execPath, [file, ...pids.map(String)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.unref()
  ;(guard.stdin as unknown as { unref?(): void })?.unref?.()
  return guard
}
