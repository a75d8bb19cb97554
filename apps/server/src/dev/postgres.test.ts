import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDb } from '@kettle/db'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { type Guard, startGuard } from './guarding.ts'
import { startPostgres } from './postgres.ts'

// Windows knows no SIGSTOP.
it.skipIf(process.platform === 'win32')(
  'starts again beside what a killed one has left, once that is gone',
  async () => {
    const dir = await mkdtemp(join(tmpdir(), 'kettle-postgres-'))
    const guard = startGuard()
    let launched = 0
    let busy = 0
    const counting: Guard = {
      ...guard,
      watch(child, signal) {
        guard.watch(child, signal)
        // It has met the one that is left: now that may see that its server is dead.
        if (busy && ++launched === 2) process.kill(busy, 'SIGCONT')
      },
    }
    const options = { guard: counting, durable: false }
    try {
      const first = await startPostgres(dir, options)
      const { db, close } = createDb(first.adminUrl, { max: 1 })
      const [backend] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      if (!backend) throw new Error('a backend has a number')
      busy = backend.pid
      process.kill(busy, 'SIGSTOP')
      first.child.kill('SIGKILL')
      await once(first.child, 'exit')
      const second = await startPostgres(dir, { ...options, port: first.port })
      expect(launched).toBeGreaterThanOrEqual(2)
      expect(second.port).toBe(first.port)
      await close(1)
    } finally {
      if (busy && launched < 2) process.kill(busy, 'SIGKILL')
      await guard.end()
      await rm(dir, { recursive: true, force: true })
    }
  },
)
