import { DomainError, type Mailer } from '@kettle/api'
import { Resend } from 'resend'

const TIMEOUT_MS = 10_000

/** Mails by resend.com. `baseUrl` points elsewhere in tests. */
export function resendMailer(options: { apiKey: string; baseUrl: string | undefined; from: string }): Mailer {
  const resend = new Resend(options.apiKey, options.baseUrl ? { baseUrl: options.baseUrl } : {})
  return {
    send: async ({ to, subject, text, html, idempotencyKey }) => {
      const timeout = AbortSignal.timeout(TIMEOUT_MS)
      const late = new Promise<never>((_, reject) => timeout.addEventListener('abort', () => reject(timeout.reason)))
      try {
        const mail = { from: options.from, to, subject, text, html }
        const { error } = await Promise.race([resend.emails.send(mail, idempotencyKey ? { idempotencyKey } : {}), late])
        if (error) throw new Error(`Resend answered ${error.name}: ${error.message}`)
      } catch (cause) {
        throw new DomainError('UNAVAILABLE', {
          message: 'The mail could not be sent, try again',
          retryAfterSeconds: 30,
          cause,
        })
      }
    },
  }
}
