import { sessions, users } from '@kettle/db'
import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context, Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { lockUser, signedInUser } from './auth.queries.ts'
import { checkCode, codeExpiry, hashCode, spendCode } from './codes.ts'
import { refuseCommonPassword } from './common-passwords.ts'
import { resetMail } from './mails/codes.ts'
import { addNotice } from './notices.ts'
import { randomCode } from './oslo.ts'
import type { confirmResetInput, Locale } from './schema.ts'
import { checkSecondFactor, consumeSecondFactor } from './second-factor.ts'
import { createSession } from './sessions.ts'

interface WaitingReset {
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

/**
 * Sets a new password by a mailed code, and by the second factor where there is one; ends every session of the account, and logs
 * in. The mailed code stays good until the second factor is right too.
 */
export async function confirmReset(
  ctx: Pick<Context, 'deps' | 'ip' | 'device' | 'session'>,
  input: z.infer<typeof confirmResetInput>,
): Promise<{ token: string; user: SignedInUser }> {
  const { deps } = ctx
  const { email, code } = input
  refuseCommonPassword(input.password)
  await deps.limiter.take('redeemIp', ctx.ip)
  const passwordHash = await deps.passwords.hash(input.password)
  const { userId } = await checkCode<WaitingReset>(deps, 'reset', email, code)
  if (!userId) throw new DomainError('CODE_INVALID')
  const factor = await checkSecondFactor(deps, userId, input.secondFactorCode, 'secondFactorCode')
  return spendCode(deps, { purpose: 'reset', owner: email, code }, () =>
    deps.db.transaction(async (tx) => {
      const user = await lockUser(tx, userId, 'CODE_EXPIRED')
      // A code for an address that is no longer the account's opens nothing.
      if (user.email !== email) throw new DomainError('CODE_EXPIRED')
      await consumeSecondFactor(tx, userId, factor, 'secondFactorCode')
      await tx.update(users).set({ passwordHash }).where(eq(users.id, userId))
      await tx.delete(sessions).where(eq(sessions.userId, userId))
      await addNotice(tx, ctx, user, 'passwordReset')
      return { token: await createSession(tx, ctx, user), user: signedInUser(user) }
    }),
  )
}
