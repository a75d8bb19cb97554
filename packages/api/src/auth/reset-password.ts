import { sessions, users } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { codeExpiry, hashCode, redeemCode } from './codes.ts'
import { refuseCommonPassword } from './common-passwords.ts'
import { resetMail } from './mails.ts'
import { randomCode } from './oslo.ts'
import type { confirmResetInput } from './schema.ts'
import { createSession } from './sessions.ts'

/** Mails a code that allows a new password. The answer is the same for an unknown address, and does not wait for the mail. */
export async function resetPassword(
  ctx: Pick<Context, 'deps' | 'ip'>,
  input: { email: string },
): Promise<{ expiresAt: string }> {
  const { deps } = ctx
  const { email } = input
  await deps.limiter.take('codeIp', ctx.ip)
  await deps.limiter.take('codeAddress', email)
  const [user] = await deps.db.select().from(users).where(eq(users.email, email))
  const code = randomCode()
  await deps.codes.put('reset', email, hashCode(deps, 'reset', email, code), { userId: user?.id ?? null })
  if (user)
    deps.mailer
      .send(resetMail(email, user.locale, user.name, code, deps.settings.publicUrl))
      .catch((err: unknown) => deps.log.warn({ err }, 'a mail with a reset code was not sent'))
  return { expiresAt: codeExpiry(deps) }
}

/** Sets a new password by a mailed code, ends every session of the account, and logs in. */
export async function confirmReset(
  ctx: Pick<Context, 'deps' | 'ip' | 'device'>,
  input: z.infer<typeof confirmResetInput>,
): Promise<{ token: string; user: SignedInUser }> {
  const { deps } = ctx
  refuseCommonPassword(input.password)
  await deps.limiter.take('redeemIp', ctx.ip)
  const passwordHash = await deps.passwords.hash(input.password)
  const { userId } = await redeemCode<{ userId: string | null }>(deps, 'reset', input.email, input.code)
  if (!userId) throw new DomainError('CODE_INVALID')
  return deps.db.transaction(async (tx) => {
    const [row] = await tx.update(users).set({ passwordHash }).where(eq(users.id, userId)).returning()
    if (!row) throw new DomainError('CODE_EXPIRED')
    await tx.delete(sessions).where(eq(sessions.userId, userId))
    const { passwordHash: _hash, ...user } = row
    return { token: await createSession(tx, deps.clock.now(), userId, ctx), user }
  })
}
