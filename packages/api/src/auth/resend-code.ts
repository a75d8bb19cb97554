import type { Context } from '../context.ts'
import { codeExpiry, hashCode } from './codes.ts'
import { randomCode } from './oslo.ts'
import { registrationMail, type WaitingRegistration } from './register.ts'

/** Mails a new code for a registration that waits; the old one is worthless then. Answers the same where nothing waits. */
export async function resendCode(
  ctx: Pick<Context, 'deps' | 'ip'>,
  input: { email: string },
): Promise<{ expiresAt: string }> {
  const { deps } = ctx
  const { email } = input
  await deps.limiter.take('codeIp', ctx.ip)
  await deps.limiter.take('codeAddress', email)
  const code = randomCode()
  const waiting = await deps.codes.renew<WaitingRegistration>(
    'register',
    email,
    hashCode(deps, 'register', email, code),
  )
  if (waiting) await deps.mailer.send(registrationMail(email, waiting, code, deps.settings.publicUrl))
  return { expiresAt: codeExpiry(deps) }
}
