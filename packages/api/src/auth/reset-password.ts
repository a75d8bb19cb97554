import { users } from '@kettle/db'
import { and, eq, isNull } from 'drizzle-orm'
import type { Context, Deps } from '../context.ts'
import { codeExpiry, hashCode } from './codes.ts'
import { resetMail } from './mails/codes.ts'
import { randomCode } from './oslo.ts'
import type { Locale } from './schema.ts'

/** What waits in the code store for `confirmReset`. */
export interface WaitingReset {
  /** Null for an address without an account. */
  userId: string | null
}

/** Mails a code that allows a new password. The answer is the same for an unknown address, and does not wait for the mail. */
export async function resetPassword(
  ctx: Pick<Context, 'deps' | 'ip' | 'afterAnswer'>,
  input: { email: string },
): Promise<{ expiresAt: string }> {
  const { deps } = ctx
  const { email } = input
  await deps.limiter.take('codeIp', ctx.ip)
  await deps.limiter.take('codeAddress', email)
  // Little is read, and the mail is written afterwards: more would make the answer come later for a known address.
  const [user] = await deps.db
    .select({ id: users.id, name: users.name, locale: users.locale })
    .from(users)
    .where(and(eq(users.email, email), isNull(users.deletedAt)))
  const code = randomCode()
  const waiting: WaitingReset = { userId: user?.id ?? null }
  await deps.codes.put('reset', email, hashCode(deps, 'reset', email, code), waiting)
  if (user) ctx.afterAnswer(() => mailCode(deps, email, user, code))
  return { expiresAt: codeExpiry(deps) }
}

function mailCode(
  deps: Pick<Deps, 'log' | 'mailer' | 'settings'>,
  email: string,
  { name, locale }: { name: string; locale: Locale },
  code: string,
): void {
  deps.mailer
    .send(resetMail(email, locale, name, code, deps.settings.publicUrl))
    .catch((err: unknown) => deps.log.warn({ err }, 'a mail with a reset code was not sent'))
}
