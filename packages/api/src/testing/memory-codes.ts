import { DomainError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import { CODE_SECONDS, CODE_TRIES, type CodePurpose, type CodeStore, type Redeemed } from '../ports/code-store.ts'

interface Entry {
  codeHash: string
  payload: unknown
  tries: number
  until: number
}

/** Codes in memory, by the same promise as on Redis. `away = true` makes every call fail as in an outage. */
export class MemoryCodes implements CodeStore {
  away = false
  readonly #entries = new Map<string, Entry>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  async put(purpose: CodePurpose, email: string, codeHash: string, payload: unknown): Promise<void> {
    this.#answer()
    this.#entries.set(`${purpose}:${email}`, { codeHash, payload, tries: 0, until: this.#until() })
  }

  async check<Payload>(purpose: CodePurpose, email: string, codeHash: string): Promise<Redeemed<Payload>> {
    return this.#judge(purpose, email, codeHash)
  }

  async redeem<Payload>(purpose: CodePurpose, email: string, codeHash: string): Promise<Redeemed<Payload>> {
    const redeemed = this.#judge<Payload>(purpose, email, codeHash)
    if (redeemed.status === 'ok') this.#entries.delete(`${purpose}:${email}`)
    return redeemed
  }

  #judge<Payload>(purpose: CodePurpose, email: string, codeHash: string): Redeemed<Payload> {
    const entry = this.#find(purpose, email)
    if (!entry) return { status: 'missing' }
    if (entry.codeHash === codeHash) return { status: 'ok', payload: entry.payload as Payload }
    entry.tries++
    if (entry.tries < CODE_TRIES) return { status: 'wrong' }
    this.#entries.delete(`${purpose}:${email}`)
    return { status: 'burned' }
  }

  #find(purpose: CodePurpose, email: string): Entry | undefined {
    this.#answer()
    const entry = this.#entries.get(`${purpose}:${email}`)
    return entry && entry.until > this.#clock.now().getTime() ? entry : undefined
  }

  #until(): number {
    return this.#clock.now().getTime() + CODE_SECONDS * 1000
  }

  #answer(): void {
    if (this.away) throw new DomainError('UNAVAILABLE')
  }
}
