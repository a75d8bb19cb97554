import { type Db, jobs } from '@kettle/db'
import { asc, eq, inArray, lte, sql } from 'drizzle-orm'
import { sendNotice } from './auth/notices.ts'
import { forgetContact } from './auth/order-contact.ts'
import type { Deps } from './context.ts'
import { dropJob, type JobKind, type JobPayloads } from './job-queue.ts'
import { closeOrder } from './payments/close-order.ts'
import { sendReceipt } from './payments/receipts.ts'
import { returnPayment } from './payments/return-payment.ts'

type JobDeps = Pick<Deps, 'db' | 'clock' | 'credentials' | 'log' | 'mailer' | 'payments' | 'settings'>
type Job = typeof jobs.$inferSelect
type Handlers = { [Kind in JobKind]: (deps: JobDeps, payload: JobPayloads[Kind], jobId: string) => Promise<void> }

/** Every kind of job and what it does. Each may be done twice: a crash between the deed and the deletion of the row does it again. */
const handlers: Handlers = {
  'revoke-access': (deps, payload) => deps.credentials.revoke(payload),
  'send-notice': sendNotice,
  'send-receipt': sendReceipt,
  'close-order': closeOrder,
  'forget-contact': forgetContact,
  'return-payment': returnPayment,
}

/** Whoever takes a job has it alone for this long; should they die, somebody else does it afterwards. */
const LEASE_MS = 60_000

/**
 * Does what is due, one after another; what fails is put off for longer each time, at most an hour. Several nodes may run this at
 * once: each takes its own jobs. Gives how many were done.
 */
export async function runDueJobs(deps: JobDeps): Promise<number> {
  let done = 0
  for (let due = await takeDue(deps); due.length > 0; due = await takeDue(deps))
    for (const job of due) if (await attempt(deps, job)) done++
  return done
}

async function attempt(deps: JobDeps, job: Job): Promise<boolean> {
  try {
    const handler = handlers[job.kind as JobKind] as Handlers[JobKind] | undefined
    if (!handler) throw new Error(`There is no job of the kind ${job.kind}`)
    await handler(deps, job.payload as never, job.id)
    await dropJob(deps.db, job.id)
    return true
  } catch (err) {
    const facts = { err, job: job.id, kind: job.kind, attempts: job.attempts + 1 }
    deps.log.warn(facts, 'a job failed and will be tried again')
    await putOff(deps.db, job, deps.clock.now(), err)
    return false
  }
}

/** A few at a time: their deeds together, at most 10 s each, fit into the lease. */
async function takeDue({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<Job[]> {
  const now = clock.now()
  return db.transaction(async (tx) => {
    const due = await tx
      .select()
      .from(jobs)
      .where(lte(jobs.runAt, now))
      // Of one moment: in the order in which they were made.
      .orderBy(asc(jobs.runAt), asc(jobs.id))
      .limit(5)
      .for('update', { skipLocked: true })
    if (due.length === 0) return []
    const ids = due.map((job) => job.id)
    await tx
      .update(jobs)
      .set({ runAt: new Date(now.getTime() + LEASE_MS) })
      .where(inArray(jobs.id, ids))
    return due
  })
}

async function putOff(db: Db, job: Job, now: Date, err: unknown): Promise<void> {
  const wait = Math.min(3600, 2 ** Math.min(job.attempts, 12)) * 1000
  await db.transaction((tx) =>
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
