import { users } from '@kettle/db'
import type { z } from 'zod'
import type { Context, SignedInUser } from '../context.ts'
import { DomainError, isOutage } from '../errors.ts'
import type { FoundAttempt } from '../ports/registration-store.ts'
import { attemptOf } from './attempt-proof.ts'
import { signedInUser } from './auth.queries.ts'
import { hashCode, judged } from './codes.ts'
import type { WaitingRegistration } from './register.ts'
import type { emailConfirmationInput } from './schema.ts'
import { createSession } from './sessions.ts'

type Found = FoundAttempt<WaitingRegistration>

/**
 * Ends a registration: makes the account and logs in. Of two callers with the code one wins. Where several people registered the
 * address the code alone doesn't say whose password the account gets: then the caller's browser must be the one that registered, or
 * the password of that attempt is asked for (ATTEMPT_NOT_PROVED).
 */
export async function confirmEmail(
  ctx: Pick<Context, 'deps' | 'ip' | 'device' | 'session' | 'attemptProof' | 'keepAttemptProof'>,
  input: z.infer<typeof emailConfirmationInput>,
): Promise<{ token: string; user: SignedInUser }> {
  const { deps } = ctx
  const { email, code, password } = input
  await deps.limiter.take('redeemIp', ctx.ip)
  const codeHash = hashCode(deps, 'register', email, code)
  const id = attemptOf(ctx.attemptProof, email)
  const found = judged(await deps.registrations.find<WaitingRegistration>(email, codeHash, id))
  await proveAttempt(deps, email, found, { id, password })
  const { passwordHash, name, locale } = found.payload
  if (passwordHash === null) throw new DomainError('CODE_INVALID')
  if (!(await deps.registrations.take(email, found.id, codeHash))) throw new DomainError('CODE_EXPIRED')
  try {
    const confirmed = await deps.db.transaction(async (tx) => {
      const registerDate = deps.clock.now()
      const [user] = await tx
        .insert(users)
        .values({ name, email, passwordHash, locale, registerDate })
        .onConflictDoNothing({ target: users.email })
        .returning()
      if (!user) throw new DomainError('CODE_EXPIRED')
      return { token: await createSession(tx, ctx, user), user: signedInUser(user) }
    })
    ctx.keepAttemptProof(null)
    return confirmed
  } catch (error) {
    // Whoever has the code can try again once the database is back.
    if (isOutage(error)) await deps.registrations.add(email, found, codeHash).catch(() => {})
    throw error
  }
}

/** Lets through who is known to have made this attempt. A browser that holds the proof of another attempt has not made it. */
async function proveAttempt(
  deps: Pick<Context['deps'], 'passwords' | 'registrations'>,
  email: string,
  found: Found,
  { id, password }: { id: string | null; password: string | undefined },
): Promise<void> {
  if (found.id === id || (id === null && !found.contested)) return
  if (password === undefined) throw new DomainError('ATTEMPT_NOT_PROVED')
  if (await deps.passwords.verify(found.payload.passwordHash, password)) return
  await deps.registrations.countWrong(email, found.id)
  throw new DomainError('ATTEMPT_NOT_PROVED', { fields: { password: 'ATTEMPT_PASSWORD_WRONG' } })
}
