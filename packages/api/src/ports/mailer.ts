export interface Mail {
  to: string
  subject: string
  text: string
  html: string
  /** Sending the same key again within a day sends nothing twice. */
  idempotencyKey?: string
}

/** Sends a mail, or rejects with DomainError UNAVAILABLE when it could not be handed over. Never waits longer than 10 s. */
export interface Mailer {
  send(mail: Mail): Promise<void>
}
