import type { Context, Deps } from '../context.ts'
import type { Mail } from '../ports/mailer.ts'
import { attemptOf } from './attempt-proof.ts'
import { codeExpiry, hashCode } from './codes.ts'
import { randomCode } from './oslo.ts'
import { registrationMail, type WaitingRegistration } from './register.ts'

/**
 * Mails a new code for the registration that the caller's browser began, else for the newest one of the address; its old code is
 * worthless then. Where nothing waits the answer is the same and takes as long, so it doesn't wait for the mail.
 */
export async function resendCode(
  ctx: Pick<Context, 'deps' | 'ip' | 'afterAnswer' | 'attemptProof'>,
  input: { email: string },
): Promise<{ expiresAt: string }> {
  const { deps } = ctx
  const { email } = input
  await deps.limiter.take('codeIp', ctx.ip)
  await deps.limiter.take('codeAddress', email)
  const code = randomCode()
  const waiting = await deps.registrations.renew<WaitingRegistration>(
    email,
    attemptOf(ctx.attemptProof, email),
    hashCode(deps, 'register', email, code),
  )
  if (waiting) ctx.afterAnswer(() => send(deps, registrationMail(email, waiting, code, deps.settings.publicUrl)))
  return { expiresAt: codeExpiry(deps) }
}

function send(deps: Pick<Deps, 'log' | 'mailer'>, mail: Mail): void {
  deps.mailer.send(mail).catch((err: unknown) => deps.log.warn({ err }, 'a mail with a confirmation code was not sent'))
}
