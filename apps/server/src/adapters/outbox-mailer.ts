import type { Log, Mail, Mailer } from '@kettle/api'

export interface OutboxMail {
  to: string
  subject: string
  text: string
  html: string
  /** ISO. */
  sentAt: string
}

/** Instead of sending: the newest mails, to be looked at under /dev/outbox. */
export interface Outbox extends Mailer {
  /** Newest first; with `to` only those to that address. */
  list(to?: string): OutboxMail[]
}

const KEEP = 500

/** Never made in production. The log says that a mail came, not what it says: codes don't belong in logs. */
export function outboxMailer(log: Log): Outbox {
  const mails: OutboxMail[] = []
  return {
    send: async ({ to, subject, text, html }: Mail) => {
      mails.unshift({ to, subject, text, html, sentAt: new Date().toISOString() })
      mails.length = Math.min(mails.length, KEEP)
      log.info({ to }, 'a mail lies in /dev/outbox')
    },
    list: (to) => mails.filter((mail) => to === undefined || mail.to.toLowerCase() === to.toLowerCase()),
  }
}
