import type { ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { type Guard, startGuard } from './guarding.ts'
import { endLeftPostgres, startPostgres } from './postgres.ts'
import { endLeftRedis, startRedis } from './redis.ts'

export interface Services {
  /** A URL of the `postgres` database, whose user may create others. */
  adminUrl: string
  redisUrl: string
  stop(): Promise<void>
}

export interface ServicesOptions {
  durable: boolean
  /** Ends them when this process ends, in whatever way. One of their own when none is given. */
  guard?: Guard
  /** Hears that one of them died and that it is back. */
  onTrouble?: (text: string) => void
}

/**
 * Starts the private Postgres and Redis that live in `dir`. Should one die while all else runs (out of memory, a stray
 * kill), it is started again on its port: nobody else would, and the store heals by itself as it does in production.
 */
export async function startServices(dir: string, options: ServicesOptions): Promise<Services> {
  mkdirSync(dir, { recursive: true })
  const { durable, guard = startGuard(), onTrouble = () => {} } = options
  const results = await Promise.allSettled([startPostgres(dir, { guard, durable }), startRedis(dir, guard)])
  const [postgres, redis] = results
  if (postgres.status === 'rejected' || redis.status === 'rejected') {
    await guard.end()
    throw results.find((result) => result.status === 'rejected')?.reason
  }
  const { port } = postgres.value
  const again = {
    Postgres: () => startPostgres(dir, { guard, durable, port }),
    Redis: () => startRedis(dir, guard, redis.value.port),
  }
  keepUp('Postgres', postgres.value.child, again.Postgres, guard, onTrouble)
  keepUp('Redis', redis.value.child, again.Redis, guard, onTrouble)
  return { adminUrl: postgres.value.adminUrl, redisUrl: redis.value.url, stop: () => guard.end() }
}

/** Ends what a killed start has left in `dir`. */
export async function endLeftServices(dir: string): Promise<void> {
  await Promise.all([endLeftPostgres(dir), endLeftRedis(dir)])
}

const MAX_PAUSE_MS = 5_000

function keepUp(
  name: string,
  child: ChildProcess,
  again: () => Promise<{ child: ChildProcess }>,
  guard: Guard,
  say: (text: string) => void,
): void {
  child.once('exit', async (code, signal) => {
    for (let pause = 250; !guard.ending; pause = Math.min(pause * 2, MAX_PAUSE_MS)) {
      say(`The private ${name} ended (${signal ?? code}) and is started again.`)
      try {
        const next = await again()
        keepUp(name, next.child, again, guard, say)
        return say(`The private ${name} is back.`)
      } catch (error) {
        if (guard.ending) return
        say(error instanceof Error ? error.message : String(error))
        await wait(pause)
      }
    }
  })
}
