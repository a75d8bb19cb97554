import {
  CODE_SECONDS,
  CODE_TRIES,
  type FoundAttempt,
  type Redeemed,
  type RegistrationStore,
  WAITING_ATTEMPTS,
} from '@kettle/api'
import type { Redis } from 'ioredis'
import { orUnavailable } from './redis.ts'

// One list of attempts an address, oldest first: `h` the code's hash, `p` what waits, `n` wrong tries, `u` the second until which it waits.
const SCRIPT = `
local now = tonumber(redis.call('TIME')[1])
local waiting = {}
for _, attempt in ipairs(cjson.decode(redis.call('GET', KEYS[1]) or '[]')) do
  if attempt.u > now then waiting[#waiting + 1] = attempt end
end
local act, id, hash = ARGV[1], ARGV[2], ARGV[3]
local lifetime, tries, most, payload = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7]
local own
for _, attempt in ipairs(waiting) do if attempt.id == id then own = attempt end end
local function keep()
  local kept = {}
  for _, attempt in ipairs(waiting) do if attempt.n < tries then kept[#kept + 1] = attempt end end
  if #kept == 0 then redis.call('DEL', KEYS[1])
  else redis.call('SET', KEYS[1], cjson.encode(kept), 'EX', lifetime) end
end
if act == 'add' then
  local others = {}
  for _, attempt in ipairs(waiting) do if attempt ~= own then others[#others + 1] = attempt end end
  if #others >= most then return {'full'} end
  others[#others + 1] = { id = id, h = hash, p = payload, n = 0, c = ARGV[8] == '1' or #others > 0, u = now + lifetime }
  waiting = others
  keep()
  return {'ok'}
end
if act == 'renew' then
  local attempt = own or waiting[#waiting]
  if not attempt then return {'missing'} end
  attempt.h = hash
  attempt.n = 0
  attempt.u = now + lifetime
  keep()
  return {'ok', attempt.p}
end
if act == 'take' then
  if not own or own.h ~= hash then return {'missing'} end
  own.n = tries
  keep()
  return {'ok'}
end
if act == 'wrong' then
  if own then own.n = own.n + 1; keep() end
  return {'ok'}
end
if #waiting == 0 then return {'missing'} end
for _, attempt in ipairs(waiting) do
  if attempt.h == hash then
    return {'ok', attempt.p, attempt.id, (attempt.c or #waiting > 1) and '1' or '0'}
  end
end
local burned = false
for _, attempt in ipairs(waiting) do
  if not own or attempt == own then
    attempt.n = attempt.n + 1
    burned = burned or attempt.n >= tries
  end
end
keep()
return {burned and 'burned' or 'wrong'}`

type Answer = [
  status: 'ok' | 'full' | 'wrong' | 'burned' | 'missing',
  payload?: string,
  id?: string,
  contested?: string,
]

/** Waiting registrations in Redis; each act is one script, so two at once can't both win. */
export function redisRegistrations(redis: Redis): RegistrationStore {
  const run = (act: string, email: string, id: string | null, codeHash: string, payload = '', contested = false) =>
    orUnavailable(async () => {
      const limits = [CODE_SECONDS, CODE_TRIES, WAITING_ATTEMPTS]
      const key = `kettle:registrations:${email}`
      return (await redis.eval(
        SCRIPT,
        1,
        key,
        act,
        id ?? '',
        codeHash,
        ...limits,
        payload,
        contested ? '1' : '0',
      )) as Answer
    })
  return {
    add: async (email, { id, payload, contested }, codeHash) => {
      const [status] = await run('add', email, id, codeHash, JSON.stringify(payload), contested)
      return status === 'ok'
    },
    renew: async <Payload>(email: string, id: string | null, codeHash: string) => {
      const [status, payload] = await run('renew', email, id, codeHash)
      return status === 'ok' ? (JSON.parse(payload ?? 'null') as Payload) : null
    },
    find: async <Payload>(
      email: string,
      codeHash: string,
      own: string | null,
    ): Promise<Redeemed<FoundAttempt<Payload>>> => {
      const [status, payload, id = '', contested] = await run('find', email, own, codeHash)
      if (status === 'full') return { status: 'missing' }
      if (status !== 'ok') return { status }
      const found = { id, payload: JSON.parse(payload ?? 'null') as Payload, contested: contested === '1' }
      return { status, payload: found }
    },
    countWrong: async (email, id) => void (await run('wrong', email, id, '')),
    take: async (email, id, codeHash) => (await run('take', email, id, codeHash))[0] === 'ok',
  }
}
