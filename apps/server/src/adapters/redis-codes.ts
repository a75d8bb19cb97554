import { CODE_SECONDS, CODE_TRIES, type CodePurpose, type CodeStore, type Redeemed } from '@kettle/api'
import type { Redis } from 'ioredis'
import { orUnavailable } from './redis.ts'

// A code is a hash: h its hash, p what waits behind it, n the wrong tries.
const PUT = `
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'h', ARGV[1], 'p', ARGV[2], 'n', 0)
redis.call('EXPIRE', KEYS[1], ARGV[3])`

// ARGV[3] is '1' for a look that leaves a right code where it is.
const REDEEM = `
local hash = redis.call('HGET', KEYS[1], 'h')
if not hash then return {'missing'} end
if hash == ARGV[1] then
  local payload = redis.call('HGET', KEYS[1], 'p')
  if ARGV[3] ~= '1' then redis.call('DEL', KEYS[1]) end
  return {'ok', payload}
end
if redis.call('HINCRBY', KEYS[1], 'n', 1) < tonumber(ARGV[2]) then return {'wrong'} end
redis.call('DEL', KEYS[1])
return {'burned'}`

const keyOf = (purpose: CodePurpose, email: string) => `kettle:code:${purpose}:${email}`

/** Codes in Redis; each act is one script, so two at once can't both win. */
export function redisCodes(redis: Redis): CodeStore {
  return {
    put: (purpose, email, codeHash, payload) =>
      orUnavailable(async () => {
        await redis.eval(PUT, 1, keyOf(purpose, email), codeHash, JSON.stringify(payload), CODE_SECONDS)
      }),
    check: <Payload>(purpose: CodePurpose, email: string, codeHash: string) =>
      judge<Payload>(redis, keyOf(purpose, email), codeHash, '1'),
    redeem: <Payload>(purpose: CodePurpose, email: string, codeHash: string) =>
      judge<Payload>(redis, keyOf(purpose, email), codeHash, '0'),
  }
}

function judge<Payload>(redis: Redis, key: string, codeHash: string, stays: '0' | '1'): Promise<Redeemed<Payload>> {
  return orUnavailable(async () => {
    const reply = await redis.eval(REDEEM, 1, key, codeHash, CODE_TRIES, stays)
    const [status, payload] = reply as ['ok' | 'wrong' | 'burned' | 'missing', string | undefined]
    return status === 'ok' ? { status, payload: JSON.parse(payload ?? 'null') as Payload } : { status }
  })
}
