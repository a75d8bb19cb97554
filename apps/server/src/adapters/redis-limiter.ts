import { countedKey, DomainError, type Limiter, type LimitName, limits } from '@kettle/api'
import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'

/** Limits in Redis; while it is away each node counts by itself. `factor` multiplies every limit. */
export function redisLimiter(redis: Redis, factor: number): Limiter {
  const limiters = new Map<LimitName, RateLimiterRedis>()
  for (const [name, limit] of Object.entries(limits) as [LimitName, (typeof limits)[LimitName]][]) {
    const options = {
      keyPrefix: `kettle:limit:${name}`,
      points: Math.ceil(limit.points * factor),
      duration: limit.seconds,
    }
    limiters.set(
      name,
      new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: new RateLimiterMemory(options) }),
    )
  }
  const find = (name: LimitName) => limiters.get(name) as RateLimiterRedis
  return {
    take: async (name, key) => {
      try {
        await find(name).consume(countedKey(name, key))
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        throw new DomainError('RATE_LIMITED', {
          retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
        })
      }
    },
    giveBack: async (name, key) => {
      await find(name).reward(countedKey(name, key))
    },
  }
}
