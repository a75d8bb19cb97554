import type { Db } from '@kettle/db'
import type { Context, Deps } from '../context.ts'
import { addJob, type JobPayloads } from '../job-queue.ts'
import { type NoticeKind, noticeMail } from './mails/notices.ts'
import type { Locale } from './schema.ts'

/** Idempotency keys of mails hold for a day; after that trying again could send a notice twice. */
const GIVE_UP_MS = 20 * 3600_000

/**
 * Tells an account's owner what happened to it. Written down in the transaction in which it happens and mailed by whoever runs jobs,
 * so that it is told if and only if it is so.
 */
export async function addNotice(
  tx: Db,
  ctx: Pick<Context, 'ip' | 'device'> & { deps: Pick<Deps, 'clock' | 'settings'> },
  user: { email: string; name: string; locale: Locale },
  kind: NoticeKind,
): Promise<void> {
  const at = ctx.deps.clock.now()
  const mail = noticeMail(kind, user.email, user, { at, device: ctx.device, ip: ctx.ip }, ctx.deps.settings.publicUrl)
  await addJob(tx, 'send-notice', { ...mail, writtenAt: at.toISOString() }, at)
}

/** Mails a notice; the job's id keeps a repeated one from being sent twice. */
export async function sendNotice(
  deps: Pick<Deps, 'clock' | 'log' | 'mailer'>,
  { writtenAt, ...mail }: JobPayloads['send-notice'],
  jobId: string,
): Promise<void> {
  if (deps.clock.now().getTime() - Date.parse(writtenAt) > GIVE_UP_MS)
    return deps.log.error({ job: jobId, subject: mail.subject }, 'a notice could not be mailed for too long')
  await deps.mailer.send({ ...mail, idempotencyKey: jobId })
}
