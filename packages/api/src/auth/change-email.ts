import { users } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context, Session, SignedInUser } from '../context.ts'
import { DomainError, violates } from '../errors.ts'
import { tellSessionsEnded } from '../ports/event-bus.ts'
import { findByEmail, lockUser, signedInUser } from './auth.queries.ts'
import { codeExpiry, hashCode, spendCode } from './codes.ts'
import { claimIdentity, proveIdentity } from './identity.ts'
import { addressTakenMail, changeEmailMail } from './mails/codes.ts'
import { addNotice } from './notices.ts'
import { randomCode } from './oslo.ts'
import { endOtherSessions } from './revoke-sessions.ts'
import type { changeEmailInput, confirmEmailChangeInput } from './schema.ts'

interface WaitingChange {
  from: string
  /** Null for an address that is taken: no code fits it. */
  to: string | null
}

/**
 * Mails a code to the present address and another to the new one; both are wanted back. For a taken address the answer is the same,
 * and its owner is told instead.
 */
export async function changeEmail(
  ctx: Pick<Context, 'deps' | 'ip'>,
  user: SignedInUser,
  input: z.infer<typeof changeEmailInput>,
): Promise<{ expiresAt: string }> {
  const { deps } = ctx
  const { email } = input
  if (email === user.email) throw new DomainError('INVALID_INPUT', { fields: { email: 'EMAIL_UNCHANGED' } })
  await deps.limiter.take('changeEmailUser', user.id)
  await deps.limiter.take('codeIp', ctx.ip)
  await deps.limiter.take('codeAddress', email)
  const proof = await proveIdentity(deps, user.id, input)
  await deps.db.transaction((tx) => claimIdentity(tx, user.id, proof))
  const owner = await findByEmail(deps.db, email)
  const [oldCode, newCode] = [randomCode(), randomCode()]
  const waiting: WaitingChange = { from: user.email, to: owner ? null : email }
  const codeHash = hashCode(deps, 'changeEmail', user.id, both(oldCode, newCode))
  await deps.codes.put('changeEmail', user.id, codeHash, waiting)
  const toNew = owner
    ? addressTakenMail(email, owner.locale, deps.settings.publicUrl)
    : changeEmailMail(email, user.locale, user.name, newCode, 'new')
  const toOld = changeEmailMail(user.email, user.locale, user.name, oldCode, 'old')
  await Promise.all([deps.mailer.send(toOld), deps.mailer.send(toNew)])
  return { expiresAt: codeExpiry(deps) }
}

/** Moves the account to the new address by the codes of both, and ends the other log-ins. The old address is told. */
export async function confirmEmailChange(
  ctx: Pick<Context, 'deps' | 'ip' | 'device'>,
  session: Session,
  { oldCode, newCode }: z.infer<typeof confirmEmailChangeInput>,
): Promise<SignedInUser> {
  const { deps } = ctx
  const { id } = session.user
  await deps.limiter.take('redeemIp', ctx.ip)
  const code = both(oldCode, newCode)
  const spent = { purpose: 'changeEmail' as const, owner: id, code, fields: ['oldCode', 'newCode'] }
  const changed = await spendCode(deps, spent, ({ from, to }: WaitingChange) => {
    if (to === null) throw new DomainError('CODE_INVALID')
    return deps.db
      .transaction(async (tx) => {
        const user = await lockUser(tx, id)
        if (user.email !== from) throw new DomainError('CODE_EXPIRED')
        await tx.update(users).set({ email: to }).where(eq(users.id, id))
        await endOtherSessions(tx, session)
        await addNotice(tx, ctx, user, 'emailChanged')
        return signedInUser({ ...user, email: to })
      })
      .catch((error: unknown) => {
        // Somebody confirmed a registration of it meanwhile.
        if (violates(error, 'users_email_unique')) throw new DomainError('CODE_EXPIRED')
        throw error
      })
  })
  tellSessionsEnded(deps, id)
  return changed
}

/** The two codes count as one, so that nobody can find out one without the other. */
const both = (oldCode: string, newCode: string) => `${oldCode}\n${newCode}`
