/** What the api needs of pino: an object of facts, then a sentence. Never a secret, code, token or password in it. */
export interface Log {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
