import { DomainError, type Mailer } from '@kettle/api'
import { Resend } from 'resend'

export interface ResendOptions {
  apiKey: string
  /** Elsewhere than resend.com: for tests. */
  baseUrl: string | undefined
  from: string
  /** How long a mail may take to be handed over, in milliseconds. */
  timeoutMs?: number
}

const TIMEOUT_MS = 10_000
/** What to wait when Resend doesn't say it, in seconds. */
const RETRY_SECONDS = 30

/**
 * Mails by resend.com. Whatever goes wrong there is UNAVAILABLE towards the caller, with the time to wait; what Resend said stays in
 * the cause, which is logged and never shown.
 */
export function resendMailer({ apiKey, baseUrl, from, timeoutMs = TIMEOUT_MS }: ResendOptions): Mailer {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {})
  return {
    send: async ({ to, subject, text, html, idempotencyKey }) => {
      const { error, headers } = await resend.emails.send(
        { from, to, subject, text, html },
        { signal: AbortSignal.timeout(timeoutMs), ...(idempotencyKey ? { idempotencyKey } : {}) },
      )
      if (!error) return
      throw new DomainError('UNAVAILABLE', {
        message: 'The mail could not be sent, try again',
        retryAfterSeconds: secondsToWait(headers?.['retry-after']),
        // The message may quote the mail, so only the kind of failure goes into the log.
        cause: new Error(`Resend: ${error.name} (${error.statusCode ?? 'no answer'})`),
      })
    },
  }
}

function secondsToWait(header: string | undefined): number {
  const seconds = Number(header)
  return Number.isInteger(seconds) && seconds > 0 && seconds <= 3600 ? seconds : RETRY_SECONDS
}
