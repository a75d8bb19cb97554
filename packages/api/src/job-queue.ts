import { type Db, jobs } from '@kettle/db'
import { eq } from 'drizzle-orm'
import { DomainError } from './errors.ts'

/** What must still be done after a transaction: each kind of job and what it needs to know. */
export interface JobPayloads {
  /** Shut the download doors that a licence had opened, or those of one upload. */
  'revoke-access': { userId: string; gameId: string; uploadId?: string }
  /** Mail what happened to an account to its owner. `writtenAt` is ISO. */
  'send-notice': { to: string; subject: string; text: string; html: string; writtenAt: string }
  /** Tell the buyer in writing what was paid or given back. */
  'send-receipt': {
    orderId: string
    about: 'payment' | 'refund' | 'refundToWallet' | 'takenBack' | 'disputeOpened' | 'disputeWon' | 'disputeLost'
    /** Minor units, where it is not the order's amount. */
    amount?: number
  }
  /** Forget whom to tell of an order whose buyer has deleted the account. */
  'forget-contact': { orderId: string }
  /** Stop waiting for a payment that did not come. */
  'close-order': { orderId: string }
  /** Ask the provider to give a payment back. */
  'return-payment': { refundId: string }
}

export type JobKind = keyof JobPayloads

/** Writes a job down, in the transaction that makes it necessary. Gives its id. */
export async function addJob<Kind extends JobKind>(
  tx: Db,
  kind: Kind,
  payload: JobPayloads[Kind],
  runAt: Date,
): Promise<string> {
  const [job] = await tx.insert(jobs).values({ kind, payload, runAt }).returning({ id: jobs.id })
  if (!job) throw new DomainError('INTERNAL')
  return job.id
}

/** Forgets a job that is done. */
export async function dropJob(db: Db, id: string): Promise<void> {
  await db.transaction((tx) => tx.delete(jobs).where(eq(jobs.id, id)))
}
