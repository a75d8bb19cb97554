import { DomainError } from '@kettle/api'
import { Redis } from 'ioredis'
import { StartError } from '../start-error.ts'

/** A connection that fails fast in an outage instead of queueing for ever, and heals by itself. */
export function createRedis(url: string, onError: (err: Error) => void): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 2_000,
    connectTimeout: 2_000,
    // A connection whose other end says nothing any more (frozen, cut off) is dropped and made anew.
    socketTimeout: 3_000,
    // A command whose answer was lost may have been done: it fails, and is never sent twice.
    autoResendUnfulfilledCommands: false,
    // redisCredentials subscribes by itself, to know when it has.
    autoResubscribe: false,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
    lazyConnect: true,
  })
  redis.on('error', onError)
  return redis
}

/** Waits until a new connection is up. @throws StartError naming the address when it can't be; then it is closed for good. */
export async function connected(redis: Redis): Promise<Redis> {
  let last: Error | undefined
  const onError = (error: Error) => {
    last = error
  }
  redis.on('error', onError)
  try {
    await redis.connect()
    return redis
  } catch (error) {
    redis.disconnect()
    const { message, code } = (last ?? error) as NodeJS.ErrnoException
    const { host, port } = redis.options
    throw new StartError(
      'REDIS',
      `Redis at ${host}:${port} can't be used (${message || code}). Is it running, and is REDIS_URL right?`,
      error,
    )
  } finally {
    redis.off('error', onError)
  }
}

/** Runs commands; whatever goes wrong in them is an outage towards the caller. */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 2, cause })
  }
}
