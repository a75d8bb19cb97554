import { sessions, users } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { lockUser, signedInUser } from './auth.queries.ts'
import { checkCode, spendCode } from './codes.ts'
import { refuseCommonPassword } from './common-passwords.ts'
import { knownDevice } from './device-token.ts'
import { addNotice } from './notices.ts'
import type { WaitingReset } from './reset-password.ts'
import type { confirmResetInput } from './schema.ts'
import { checkSecondFactor, consumeSecondFactor } from './second-factor.ts'
import { createSession } from './sessions.ts'

/**
 * Sets a new password by a mailed code, and by the second factor where there is one; ends every session of the account, and logs
 * in. The mailed code stays good until the second factor is right too.
 */
export async function confirmReset(
  ctx: Pick<Context, 'deps' | 'ip' | 'device' | 'deviceToken' | 'session'>,
  input: z.infer<typeof confirmResetInput>,
): Promise<{ token: string; user: SignedInUser }> {
  const { deps } = ctx
  const { email, code } = input
  refuseCommonPassword(input.password)
  await deps.limiter.take('redeemIp', ctx.ip)
  const passwordHash = await deps.passwords.hash(input.password)
  const { userId } = await checkCode<WaitingReset>(deps, 'reset', email, code)
  if (!userId) throw new DomainError('CODE_INVALID')
  const factor = await checkSecondFactor(deps, userId, input.secondFactorCode, {
    field: 'secondFactorCode',
    device: knownDevice(deps, userId, ctx.deviceToken),
  })
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
