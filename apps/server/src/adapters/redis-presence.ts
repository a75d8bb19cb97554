import { type Availability, PRESENCE_SECONDS, type PresenceStore } from '@kettle/api'
import type { Redis } from 'ioredis'
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
        await redis
          .pipeline()
          .hset(openOf(userId), connectionId, `${state} ${now + PRESENCE_SECONDS * 1000}`)
          .expire(openOf(userId), PRESENCE_SECONDS)
          .set(seenOf(userId), now, 'EX', LAST_SEEN_SECONDS)
          .exec()
      }),
    remove: (userId, connectionId) =>
      orUnavailable(async () => {
        await redis
          .pipeline()
          .hdel(openOf(userId), connectionId)
          .set(seenOf(userId), Date.now(), 'EX', LAST_SEEN_SECONDS)
          .exec()
      }),
    read: (userIds) =>
      orUnavailable(async () => {
        if (userIds.length === 0) return new Map()
        const asked = redis.pipeline()
        for (const userId of userIds) asked.hvals(openOf(userId))
        asked.mget(userIds.map(seenOf))
        const answers = (await asked.exec()) ?? []
        const failed = answers.find(([error]) => error)
        if (failed?.[0]) throw failed[0]
        const values = answers.map(([, value]) => value)
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
