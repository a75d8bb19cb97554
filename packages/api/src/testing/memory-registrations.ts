import { DomainError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import { CODE_SECONDS, CODE_TRIES, type Redeemed } from '../ports/code-store.ts'
import {
  type FoundAttempt,
  type RegistrationAttempt,
  type RegistrationStore,
  WAITING_ATTEMPTS,
} from '../ports/registration-store.ts'

interface Entry extends FoundAttempt<unknown> {
  codeHash: string
  tries: number
  until: number
}

/** Waiting registrations in memory. `away = true` makes every call fail as in an outage. */
export class MemoryRegistrations implements RegistrationStore {
  away = false
  readonly #attempts = new Map<string, Entry[]>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  async add(email: string, attempt: RegistrationAttempt<unknown>, codeHash: string): Promise<boolean> {
    const { id, payload } = attempt
    const others = this.#waiting(email).filter((other) => other.id !== id)
    if (others.length >= WAITING_ATTEMPTS) return false
    const entry = {
      id,
      payload,
      codeHash,
      contested: attempt.contested === true || others.length > 0,
      tries: 0,
      until: this.#until(),
    }
    this.#attempts.set(email, [...others, entry])
    return true
  }

  async renew<Payload>(email: string, id: string | null, codeHash: string): Promise<Payload | null> {
    const waiting = this.#waiting(email)
    const entry = waiting.find((attempt) => attempt.id === id) ?? waiting.at(-1)
    if (!entry) return null
    Object.assign(entry, { codeHash, tries: 0, until: this.#until() })
    return entry.payload as Payload
  }

  async find<Payload>(email: string, codeHash: string, id: string | null): Promise<Redeemed<FoundAttempt<Payload>>> {
    const waiting = this.#waiting(email)
    if (waiting.length === 0) return { status: 'missing' }
    const entry = waiting.find((attempt) => attempt.codeHash === codeHash)
    if (entry) {
      const { contested, payload } = entry
      const found = { id: entry.id, payload: payload as Payload, contested: contested || waiting.length > 1 }
      return { status: 'ok', payload: found }
    }
    const own = waiting.filter((attempt) => attempt.id === id)
    let burned = false
    for (const attempt of own.length > 0 ? own : waiting) burned = this.#countWrong(email, attempt) || burned
    return { status: burned ? 'burned' : 'wrong' }
  }

  async countWrong(email: string, id: string): Promise<void> {
    const entry = this.#waiting(email).find((attempt) => attempt.id === id)
    if (entry) this.#countWrong(email, entry)
  }

  async take(email: string, id: string, codeHash: string): Promise<boolean> {
    const entry = this.#waiting(email).find((attempt) => attempt.id === id && attempt.codeHash === codeHash)
    if (entry) this.#remove(email, entry)
    return entry !== undefined
  }

  #countWrong(email: string, entry: Entry): boolean {
    entry.tries++
    if (entry.tries < CODE_TRIES) return false
    this.#remove(email, entry)
    return true
  }

  #remove(email: string, entry: Entry): void {
    this.#attempts.set(
      email,
      this.#waiting(email).filter((attempt) => attempt !== entry),
    )
  }

  #waiting(email: string): Entry[] {
    if (this.away) throw new DomainError('UNAVAILABLE')
    const now = this.#clock.now().getTime()
    return (this.#attempts.get(email) ?? []).filter(({ until }) => until > now)
  }

  #until(): number {
    return this.#clock.now().getTime() + CODE_SECONDS * 1000
  }
}
