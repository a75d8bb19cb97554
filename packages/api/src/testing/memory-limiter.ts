import { DomainError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'
import { countedKey, type Limiter, type LimitName, limits } from '../ports/limiter.ts'

/** Fixed windows counted in memory. */
export class MemoryLimiter implements Limiter {
  readonly #windows = new Map<string, { taken: number; until: number }>()
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  async take(limit: LimitName, key: string): Promise<void> {
    const { points, seconds } = limits[limit]
    const now = this.#clock.now().getTime()
    const counted = `${limit}:${countedKey(limit, key)}`
    const known = this.#windows.get(counted)
    const window = known && known.until > now ? known : { taken: 0, until: now + seconds * 1000 }
    this.#windows.set(counted, window)
    window.taken++
    if (window.taken > points)
      throw new DomainError('RATE_LIMITED', { retryAfterSeconds: Math.ceil((window.until - now) / 1000) })
  }

  async giveBack(limit: LimitName, key: string): Promise<void> {
    const window = this.#windows.get(`${limit}:${countedKey(limit, key)}`)
    if (window) window.taken--
  }
}
