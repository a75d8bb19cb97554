import { DomainError } from '../errors.ts'
import type { Mail, Mailer } from '../ports/mailer.ts'

/** Keeps mails instead of sending them. */
export class MemoryMailer implements Mailer {
  away = false
  readonly sent: Mail[] = []

  async send(mail: Mail): Promise<void> {
    if (this.away) throw new DomainError('UNAVAILABLE')
    this.sent.push(mail)
  }

  /** The subjects of all mails to an address, oldest first. */
  subjectsFor(email: string): string[] {
    return this.sent.filter((sent) => sent.to === email).map(({ subject }) => subject)
  }

  /** The code in the newest mail to an address. */
  codeFor(email: string): string {
    const mail = this.sent.findLast((sent) => sent.to === email)
    const code = mail?.text.match(/\b\d{8}\b/u)?.[0]
    if (!code) throw new Error(`no code was mailed to ${email}`)
    return code
  }
}
