import { DomainError, type EventBus, limits, PRESENCE_SECONDS } from '@kettle/api'
import {
  challengeStoreContract,
  codeStoreContract,
  credentialStoreContract,
  eventBusContract,
  presenceStoreContract,
  registrationStoreContract,
} from '@kettle/api/testing/contracts'
import type { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { freePort } from '../dev/processes.ts'
import { connected, createRedis } from './redis.ts'
import { redisBus } from './redis-bus.ts'
import { redisChallenges } from './redis-challenges.ts'
import { redisCodes } from './redis-codes.ts'
import { redisCredentials } from './redis-credentials.ts'
import { redisLimiter } from './redis-limiter.ts'
import { redisPresence } from './redis-presence.ts'
import { redisRegistrations } from './redis-registrations.ts'

let redis: Redis
let subscriber: Redis
let absent: Redis
let listening: Redis
let elsewhere: Redis
let bus: EventBus
beforeAll(async () => {
  redis = await connected(createRedis(inject('redisUrl'), () => {}))
  subscriber = await connected(createRedis(inject('redisUrl'), () => {}))
  listening = await connected(createRedis(inject('redisUrl'), () => {}))
  elsewhere = await connected(createRedis(inject('redisUrl'), () => {}))
  bus = redisBus(redis, listening)
  absent = createRedis(`redis://127.0.0.1:${await freePort()}`, () => {})
  await absent.connect().catch(() => {})
})
afterAll(() => {
  for (const client of [redis, subscriber, absent, listening, elsewhere]) client.disconnect()
})

challengeStoreContract('Redis', () => redisChallenges(redis))
codeStoreContract('Redis', () => redisCodes(redis))
credentialStoreContract('Redis', () => redisCredentials(redis, subscriber))
presenceStoreContract('Redis', () => redisPresence(redis))
registrationStoreContract('Redis', () => redisRegistrations(redis))
eventBusContract('Redis', () => ({ here: bus, there: redisBus(redis, elsewhere) }))

describe('redisPresence', () => {
  it('gives up a connection that is not renewed', async () => {
    const userId = crypto.randomUUID()
    await redisPresence(redis).put(userId, 'page', 'online')
    const seconds = await redis.ttl(`kettle:presence:${userId}`)
    expect(seconds).toBeGreaterThan(PRESENCE_SECONDS - 10)
    expect(seconds).toBeLessThanOrEqual(PRESENCE_SECONDS)
    await redis.hset(`kettle:presence:${userId}`, 'page', `online ${Date.now() - 1}`)
    expect((await redisPresence(redis).read([userId])).get(userId)?.state).toBeNull()
    const absentStore = redisPresence(absent)
    await expect(absentStore.put(userId, 'page', 'online')).rejects.toMatchObject({ reason: 'UNAVAILABLE' })
    await expect(absentStore.read([userId])).rejects.toMatchObject({ reason: 'UNAVAILABLE' })
  })
})

describe('redisBus over a connection that comes and goes', () => {
  it('takes listeners while it is away, hears them all afterwards, and tells of the gap', async () => {
    const coming = createRedis(inject('redisUrl'), () => {})
    const broken = redisBus(redis, coming)
    const heard: unknown[] = []
    let gaps = 0
    broken.onGap(() => gaps++)
    const stop = await broken.subscribe('inbox:early', (message) => heard.push(message))
    // The first command has begun to connect it.
    await expect.poll(() => gaps).toBeGreaterThanOrEqual(1)
    broken.publish('inbox:early', 'first')
    await expect.poll(() => heard).toEqual(['first'])
    const before = gaps
    coming.stream.destroy()
    await expect.poll(() => gaps).toBeGreaterThan(before)
    broken.publish('inbox:early', 'second')
    await expect.poll(() => heard).toEqual(['first', 'second'])
    stop()
    coming.disconnect()
  })
})

describe('redisCodes', () => {
  it('forgets after ten minutes, and keeps no code in the clear', async () => {
    await redisCodes(redis).put('reset', 'someone@kettle.test', 'a hash', { name: 'x' })
    const seconds = await redis.ttl('kettle:code:reset:someone@kettle.test')
    expect(seconds).toBeGreaterThan(590)
    expect(seconds).toBeLessThanOrEqual(600)
  })
})

describe('redisChallenges', () => {
  it('forgets when told to', async () => {
    await redisChallenges(redis).put('totp', 'somebody', 'x', 300)
    expect(await redis.ttl('kettle:challenge:totp:somebody')).toBeGreaterThan(290)
  })
})

describe('redisCredentials', () => {
  it('keeps only a hash of the password, for five minutes', async () => {
    const grant = { mode: 'read', userId: 'u', gameId: 'g', buildId: 'b', manifestSha256: 'm' } as const
    const { username, password } = await redisCredentials(redis, subscriber).issue(grant)
    const key = `kettle:sftp:credential:${username}`
    expect(JSON.stringify(await redis.hgetall(key))).not.toContain(password)
    expect(await redis.ttl(key)).toBeGreaterThan(290)
  })
})

describe('redisCredentials over a connection that comes and goes', () => {
  it('hears of revocations though Redis was away at first, and looks again after each break', async () => {
    const coming = createRedis(inject('redisUrl'), () => {})
    const told: (string | null)[] = []
    const credentials = redisCredentials(redis, coming)
    credentials.onRevoked((revocation) => told.push(revocation?.gameId ?? null))
    const hears = async (gameId: string) => {
      await credentials.revoke({ userId: 'u', gameId })
      await expect.poll(() => told).toContain(gameId)
    }
    await coming.connect()
    await expect.poll(() => told).toContain(null)
    await hears('first')
    told.length = 0
    coming.stream.destroy()
    await expect.poll(() => told).toContain(null)
    await hears('second')
    coming.disconnect()
  })
})

describe('redisLimiter', () => {
  it('refuses one too many with the time to wait, and gives points back', async () => {
    const limiter = redisLimiter(redis, 1)
    const key = crypto.randomUUID()
    for (let taken = 0; taken < limits.codeAddress.points; taken++) await limiter.take('codeAddress', key)
    await expect(limiter.take('codeAddress', key)).rejects.toMatchObject({
      reason: 'RATE_LIMITED',
      retryAfterSeconds: expect.any(Number),
    })
    const other = crypto.randomUUID()
    for (let taken = 0; taken < limits.codeAddress.points * 2; taken++) {
      await limiter.take('codeAddress', other)
      await limiter.giveBack('codeAddress', other)
    }
  })

  it('goes on counting by itself while Redis is away', async () => {
    const limiter = redisLimiter(absent, 1)
    for (let taken = 0; taken < limits.codeAddress.points; taken++) await limiter.take('codeAddress', 'x')
    await expect(limiter.take('codeAddress', 'x')).rejects.toBeInstanceOf(DomainError)
  })
})

describe('without Redis', () => {
  it('codes and credentials are good for nobody, at once and by reason', async () => {
    const began = Date.now()
    const unavailable = { reason: 'UNAVAILABLE' }
    await expect(redisCodes(absent).redeem('reset', 'a', 'b')).rejects.toMatchObject(unavailable)
    await expect(redisChallenges(absent).take('totp', 'a')).rejects.toMatchObject(unavailable)
    await expect(redisCredentials(absent, absent).redeem('dl-000000000000000000000000', 'x')).rejects.toMatchObject(
      unavailable,
    )
    expect(Date.now() - began).toBeLessThan(20_000)
  })
})
