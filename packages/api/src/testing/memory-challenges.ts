import { DomainError } from '../errors.ts'
import type { ChallengeKind, ChallengeStore } from '../ports/challenge-store.ts'
import type { Clock } from '../ports/clock.ts'

/** Challenges in memory. `away = true` makes every call fail as in an outage. */
export class MemoryChallenges implements ChallengeStore {
  away = false
  readonly #entries = new Map<string, { payload: unknown; until: number }>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  async put(kind: ChallengeKind, id: string, payload: unknown, seconds: number): Promise<void> {
    this.#answer()
    this.#entries.set(`${kind}:${id}`, { payload, until: this.#clock.now().getTime() + seconds * 1000 })
  }

  async look<Payload>(kind: ChallengeKind, id: string): Promise<Payload | null> {
    return this.#find(`${kind}:${id}`)
  }

  async take<Payload>(kind: ChallengeKind, id: string): Promise<Payload | null> {
    const payload = this.#find<Payload>(`${kind}:${id}`)
    this.#entries.delete(`${kind}:${id}`)
    return payload
  }

  #find<Payload>(key: string): Payload | null {
    this.#answer()
    const entry = this.#entries.get(key)
    return entry && entry.until > this.#clock.now().getTime() ? (entry.payload as Payload) : null
  }

  #answer(): void {
    if (this.away) throw new DomainError('UNAVAILABLE')
  }
}
