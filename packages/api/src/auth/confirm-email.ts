import { users } from '@kettle/db'
import type { z } from 'zod'
import type { Context, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { signedInUser } from './auth.queries.ts'
import { spendCode } from './codes.ts'
import type { WaitingRegistration } from './register.ts'
import type { emailConfirmationInput } from './schema.ts'
import { createSession } from './sessions.ts'

/** Ends a registration: makes the account and logs in. Of two callers with the code one wins. */
export async function confirmEmail(
  ctx: Pick<Context, 'deps' | 'ip' | 'device' | 'session'>,
  input: z.infer<typeof emailConfirmationInput>,
): Promise<{ token: string; user: SignedInUser }> {
  const { deps } = ctx
  const { email, code } = input
  await deps.limiter.take('redeemIp', ctx.ip)
  return spendCode(deps, { purpose: 'register', owner: email, code }, (waiting: WaitingRegistration) => {
    const { name, passwordHash, locale } = waiting
    if (passwordHash === null) throw new DomainError('CODE_INVALID')
    return deps.db.transaction(async (tx) => {
      const registerDate = deps.clock.now()
      const [user] = await tx
        .insert(users)
        .values({ name, email, passwordHash, locale, registerDate })
        .onConflictDoNothing({ target: users.email })
        .returning()
      if (!user) throw new DomainError('CODE_EXPIRED')
      return { token: await createSession(tx, ctx, user), user: signedInUser(user) }
    })
  })
}
