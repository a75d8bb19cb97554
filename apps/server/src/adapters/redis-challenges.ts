import type { ChallengeKind, ChallengeStore } from '@kettle/api'
import type { Redis } from 'ioredis'
import { orUnavailable } from './redis.ts'

const keyOf = (kind: ChallengeKind, id: string) => `kettle:challenge:${kind}:${id}`

/** Challenges in Redis; GETDEL lets one of two takers win. */
export function redisChallenges(redis: Redis): ChallengeStore {
  const read = <Payload>(text: string | null) => (text === null ? null : (JSON.parse(text) as Payload))
  return {
    put: (kind, id, payload, seconds) =>
      orUnavailable(async () => void (await redis.set(keyOf(kind, id), JSON.stringify(payload), 'EX', seconds))),
    look: <Payload>(kind: ChallengeKind, id: string) =>
      orUnavailable(async () => read<Payload>(await redis.get(keyOf(kind, id)))),
    take: <Payload>(kind: ChallengeKind, id: string) =>
      orUnavailable(async () => read<Payload>(await redis.getdel(keyOf(kind, id)))),
  }
}
