import { DomainError } from '@kettle/api'
import { Redis } from 'ioredis'

/** A connection that fails fast in an outage instead of queueing for ever, and heals by itself. */
export function createRedis(url: string, onError: (err: Error) => void): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 2_000,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
    lazyConnect: true,
  })
  redis.on('error', onError)
  return redis
}

/** Waits until a new connection is up; rejects when it can't be. */
export async function connected(redis: Redis): Promise<Redis> {
  if (redis.status === 'wait') await redis.connect()
  return redis
}

/** Runs commands; whatever goes wrong in them is an outage towards the caller. */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 2, cause })
  }
}
