import { DomainError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import { type Availability, PRESENCE_SECONDS, type PresenceStore, type Seen } from '../ports/presence-store.ts'

/** Presence in memory, by the same promise as on Redis. `away = true` makes every call fail as in an outage. */
export class MemoryPresence implements PresenceStore {
  away = false
  readonly #clock: Clock
  readonly #open = new Map<string, Map<string, { state: Availability; until: number }>>()
  readonly #seen = new Map<string, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  async put(userId: string, connectionId: string, state: Availability): Promise<void> {
    this.#refuse()
    const now = this.#clock.now().getTime()
    const mine = this.#open.get(userId) ?? new Map()
    this.#open.set(userId, mine.set(connectionId, { state, until: now + PRESENCE_SECONDS * 1000 }))
    this.#seen.set(userId, now)
  }

  async remove(userId: string, connectionId: string): Promise<void> {
    this.#refuse()
    this.#open.get(userId)?.delete(connectionId)
    this.#seen.set(userId, this.#clock.now().getTime())
  }

  async read(userIds: readonly string[]): Promise<Map<string, Seen>> {
    this.#refuse()
    const now = this.#clock.now().getTime()
    return new Map(
      userIds.map((userId) => {
        const alive = [...(this.#open.get(userId)?.values() ?? [])].filter(({ until }) => until > now)
        const state = alive.some((one) => one.state === 'online') ? 'online' : alive.length > 0 ? 'away' : null
        const seen = this.#seen.get(userId)
        return [userId, { state, lastSeenAt: seen === undefined ? null : new Date(seen) }]
      }),
    )
  }

  #refuse(): void {
    if (this.away) throw new DomainError('UNAVAILABLE')
  }
}
