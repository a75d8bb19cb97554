import { type Db, jobs } from '@kettle/db'
import { asc, eq, lte, sql } from 'drizzle-orm'
import type { Deps } from './context.ts'

/** The payload of `revoke-access`: shut the download doors that a licence had opened. */
export interface RevokeAccess {
  userId: string
  gameId: string
}

type Job = typeof jobs.$inferSelect

/** Every kind of job and what it does. Each may be done twice: a crash between the deed and the deletion of the row does it again. */
async function perform(deps: Pick<Deps, 'credentials'>, job: Job): Promise<void> {
  if (job.kind === 'revoke-access') return deps.credentials.revoke(job.payload as RevokeAccess)
  throw new Error(`There is no job of the kind ${job.kind}`)
}

/** Does one job now and deletes it; when it fails it stays for the runner. */
export async function finishJob(deps: Pick<Deps, 'db' | 'credentials'>, id: string): Promise<void> {
  const [job] = await deps.db.select().from(jobs).where(eq(jobs.id, id))
  if (!job) return
  await perform(deps, job)
  await remove(deps.db, id)
}

/** Does what is due, one after another; what fails is put off for longer each time, at most an hour. Gives how many were done. */
export async function runDueJobs(deps: Pick<Deps, 'db' | 'clock' | 'credentials' | 'log'>): Promise<number> {
  const now = deps.clock.now()
  const due = await deps.db.select().from(jobs).where(lte(jobs.runAt, now)).orderBy(asc(jobs.runAt)).limit(50)
  let done = 0
  for (const job of due) {
    try {
      await perform(deps, job)
      await remove(deps.db, job.id)
      done++
    } catch (err) {
      deps.log.warn(
        { err, job: job.id, kind: job.kind, attempts: job.attempts + 1 },
        'a job failed and will be tried again',
      )
      const wait = Math.min(3600, 2 ** Math.min(job.attempts, 12)) * 1000
      await deps.db.transaction((tx) =>
        tx
          .update(jobs)
          .set({
            attempts: sql`${jobs.attempts} + 1`,
            runAt: new Date(now.getTime() + wait),
            lastError: String(err).slice(0, 1000),
          })
          .where(eq(jobs.id, job.id)),
      )
    }
  }
  return done
}

async function remove(db: Db, id: string): Promise<void> {
  await db.transaction((tx) => tx.delete(jobs).where(eq(jobs.id, id)))
}
