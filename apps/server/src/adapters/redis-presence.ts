import { type Availability, PRESENCE_SECONDS, type PresenceStore } from '@kettle/api'
import type { ChainableCommander, Redis } from 'ioredis'
import { orUnavailable } from './redis.ts'

const LAST_SEEN_SECONDS = 90 * 24 * 3600

const openOf = (userId: string) => `kettle:presence:${userId}`
const seenOf = (userId: string) => `kettle:seen:${userId}`

/** Presence in Redis: one hash a person, a field for each connection with its state and when it is given up. */
export function redisPresence(redis: Redis): PresenceStore {
  return {
    put: (userId, connectionId, state) =>
      orUnavailable(async () => {
        const now = Date.now()
        await all(
          redis
            .pipeline()
            .hset(openOf(userId), connectionId, `${state} ${now + PRESENCE_SECONDS * 1000}`)
            .expire(openOf(userId), PRESENCE_SECONDS)
            .set(seenOf(userId), now, 'EX', LAST_SEEN_SECONDS),
        )
      }),
    remove: (userId, connectionId) =>
      orUnavailable(async () => {
        await all(
          redis.pipeline().hdel(openOf(userId), connectionId).set(seenOf(userId), Date.now(), 'EX', LAST_SEEN_SECONDS),
        )
      }),
    read: (userIds) =>
      orUnavailable(async () => {
        if (userIds.length === 0) return new Map()
        const asked = redis.pipeline()
        for (const userId of userIds) asked.hvals(openOf(userId))
        asked.mget(userIds.map(seenOf))
        const values = await all(asked)
        const seen = values.at(-1) as (string | null)[]
        const now = Date.now()
        return new Map(
          userIds.map((userId, index) => {
            const states = (values[index] as string[]).flatMap((text) => {
              const [state, until] = text.split(' ')
              return Number(until) > now ? [state as Availability] : []
            })
            const state = states.includes('online') ? 'online' : states.length > 0 ? 'away' : null
            return [userId, { state, lastSeenAt: seen[index] ? new Date(Number(seen[index])) : null }]
          }),
        )
      }),
  }
}

/** The answers of a pipeline, which by itself does not fail when its commands do. */
async function all(pipeline: ChainableCommander): Promise<unknown[]> {
  const answers = (await pipeline.exec()) ?? []
  return answers.map(([error, value]) => {
    if (error) throw error
    return value
  })
}
