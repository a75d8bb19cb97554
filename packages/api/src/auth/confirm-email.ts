import { users } from '@kettle/db'
import type { z } from 'zod'
import type { Context, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { redeemCode } from './codes.ts'
import type { WaitingRegistration } from './register.ts'
import type { emailConfirmationInput } from './schema.ts'
import { createSession } from './sessions.ts'

/** Ends a registration: makes the account and logs in. Of two callers with the code one wins. */
export async function confirmEmail(
  ctx: Pick<Context, 'deps' | 'ip' | 'device'>,
  input: z.infer<typeof emailConfirmationInput>,
): Promise<{ token: string; user: SignedInUser }> {
  const { deps } = ctx
  const { email } = input
  await deps.limiter.take('redeemIp', ctx.ip)
  const waiting = await redeemCode<WaitingRegistration>(deps, 'register', email, input.code)
  const { name, passwordHash, locale } = waiting
  if (passwordHash === null) throw new DomainError('CODE_INVALID')
  return deps.db.transaction(async (tx) => {
    const now = deps.clock.now()
    const [user] = await tx
      .insert(users)
      .values({ name, email, passwordHash, locale, registerDate: now })
      .onConflictDoNothing({ target: users.email })
      .returning()
    if (!user) throw new DomainError('CODE_EXPIRED')
    const token = await createSession(tx, now, user.id, ctx)
    const { passwordHash: _hash, ...rest } = user
    return { token, user: rest }
  })
}
