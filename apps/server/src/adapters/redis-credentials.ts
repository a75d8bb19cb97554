import { createHash, randomBytes } from 'node:crypto'
import {
  CREDENTIAL_CONNECTIONS,
  CREDENTIAL_SECONDS,
  type CredentialStore,
  type Revocation,
  revokes,
  type SftpGrant,
} from '@kettle/api'
import type { Redis } from 'ioredis'
import { orUnavailable } from './redis.ts'

const CHANNEL = 'kettle:sftp:revoked'
/** Longer than any SFTP session lives. */
const REMEMBER_SECONDS = 7 * 24 * 3600

const RETRY_MS = 500
const BEAT_MS = 5_000

const ISSUE = `
redis.call('HSET', KEYS[1], 'g', ARGV[1], 'h', ARGV[2], 'left', ARGV[3])
redis.call('EXPIRE', KEYS[1], ARGV[4])
redis.call('SADD', KEYS[2], KEYS[1])
redis.call('EXPIRE', KEYS[2], ARGV[4])`

const REDEEM = `
local entry = redis.call('HMGET', KEYS[1], 'g', 'h', 'left')
if not entry[1] or entry[2] ~= ARGV[1] or tonumber(entry[3]) < 1 then return false end
redis.call('HINCRBY', KEYS[1], 'left', -1)
return entry[1]`

const hash = (password: string) => createHash('sha256').update(password).digest('hex')
const keyOf = (username: string) => `kettle:sftp:credential:${username}`
const listOf = ({ userId, gameId }: Revocation) => `kettle:sftp:of:${userId}:${gameId}`
const markOf = ({ userId, gameId, uploadId }: Revocation) => `kettle:sftp:revoked:${userId}:${gameId}:${uploadId ?? ''}`

/** SFTP credentials in Redis, told between nodes by pub/sub. `subscriber` is a connection of its own: it can do nothing else. */
export function redisCredentials(redis: Redis, subscriber: Redis): CredentialStore {
  const listeners = new Set<(revocation: Revocation | null) => void>()
  const tell = (revocation: Revocation | null) => {
    for (const listener of listeners) listener(revocation)
  }
  subscriber.on('message', (_channel, text) => tell(JSON.parse(text) as Revocation))
  // What was told while this connection was away is lost: once it hears again, whoever listens must look.
  const hear = (): unknown =>
    subscriber.subscribe(CHANNEL).then(
      () => tell(null),
      () => subscriber.status === 'ready' && setTimeout(hear, RETRY_MS).unref(),
    )
  subscriber.on('ready', hear)
  if (subscriber.status === 'ready') hear()
  // A silent line and a dead one look alike to who only listens.
  const beat = setInterval(() => subscriber.ping().catch(() => {}), BEAT_MS).unref()
  subscriber.once('end', () => clearInterval(beat))

  return {
    issue: (grant) =>
      orUnavailable(async () => {
        const username = `${grant.mode === 'read' ? 'dl' : 'ul'}-${randomBytes(12).toString('hex')}`
        const password = randomBytes(32).toString('base64url')
        const expiresAt = new Date(Date.now() + CREDENTIAL_SECONDS * 1000)
        const values = [JSON.stringify(grant), hash(password), CREDENTIAL_CONNECTIONS, CREDENTIAL_SECONDS]
        await redis.eval(ISSUE, 2, keyOf(username), listOf(grant), ...values)
        return { username, password, expiresAt }
      }),
    redeem: (username, password) =>
      orUnavailable(async () => {
        if (!/^[du]l-[0-9a-f]{24}$/u.test(username)) return null
        const grant = await redis.eval(REDEEM, 1, keyOf(username), hash(password))
        return typeof grant === 'string' ? (JSON.parse(grant) as SftpGrant) : null
      }),
    revoke: (revocation) =>
      orUnavailable(async () => {
        // The mark first: whoever looks from now on knows.
        await redis.set(markOf(revocation), Date.now(), 'EX', REMEMBER_SECONDS)
        for (const key of await redis.smembers(listOf(revocation))) {
          const grant = await redis.hget(key, 'g')
          if (grant && revokes(revocation, JSON.parse(grant) as SftpGrant)) await redis.del(key)
        }
        await redis.publish(CHANNEL, JSON.stringify(revocation))
      }),
    isRevoked: (grant, since) =>
      orUnavailable(async () => {
        const { userId, gameId } = grant
        const uploadId = grant.mode === 'write' ? grant.uploadId : undefined
        const at = await redis.get(markOf({ userId, gameId, uploadId }))
        return at !== null && Number(at) >= since.getTime()
      }),
    onRevoked: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
