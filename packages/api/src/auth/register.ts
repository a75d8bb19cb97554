import type { z } from 'zod'
import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import { CODE_SECONDS } from '../ports/code-store.ts'
import type { Mail } from '../ports/mailer.ts'
import { proofFor } from './attempt-proof.ts'
import { findByEmail } from './auth.queries.ts'
import { codeExpiry, hashCode } from './codes.ts'
import { refuseCommonPassword } from './common-passwords.ts'
import { addressTakenMail, confirmationMail } from './mails/codes.ts'
import { randomCode } from './oslo.ts'
import type { Locale, registerInput } from './schema.ts'

/** What waits until the address is confirmed. `passwordHash` is null for an address that is taken: no code fits it. */
export interface WaitingRegistration {
  name: string
  passwordHash: string | null
  locale: Locale
}

/**
 * Mails a code; no account exists until it comes back. The answer, and the time it takes, are the same for a taken address,
 * whose owner gets a mail that says so. The caller's browser keeps a proof that the code is mailed for what it asked.
 */
export async function register(
  ctx: Pick<Context, 'deps' | 'ip' | 'locale' | 'attemptProof' | 'keepAttemptProof'>,
  input: z.infer<typeof registerInput>,
): Promise<{ email: string; expiresAt: string }> {
  const { deps } = ctx
  const { name, email, password } = input
  const locale = input.locale ?? ctx.locale
  refuseCommonPassword(password)
  await deps.limiter.take('registerIp', ctx.ip)
  await deps.limiter.take('codeAddress', email)
  const passwordHash = await deps.passwords.hash(password)
  const owner = await findByEmail(deps.db, email)
  const code = randomCode()
  // For a taken address the code is never told to anyone, so the rest behaves alike and can't succeed.
  const waiting: WaitingRegistration = {
    name,
    passwordHash: owner ? null : passwordHash,
    locale: owner?.locale ?? locale,
  }
  const { proof, id } = proofFor(email, ctx.attemptProof)
  const isKept = await deps.registrations.add(email, { id, payload: waiting }, hashCode(deps, 'register', email, code))
  if (!isKept) throw new DomainError('RATE_LIMITED', { retryAfterSeconds: CODE_SECONDS })
  ctx.keepAttemptProof(proof)
  await deps.mailer.send(registrationMail(email, waiting, code, deps.settings.publicUrl))
  return { email, expiresAt: codeExpiry(deps) }
}

/** The mail with the code, or, where the address is taken, the one that tells its owner. */
export function registrationMail(email: string, waiting: WaitingRegistration, code: string, publicUrl: string): Mail {
  const { name, passwordHash, locale } = waiting
  if (passwordHash === null) return addressTakenMail(email, locale, publicUrl)
  return confirmationMail(email, locale, name, code, publicUrl)
}
