import { createHash, randomBytes } from 'node:crypto'
import { appRouter } from '@kettle/api'
import { reviewSorts, sorts } from '@kettle/api/client'
import { makeGame, makeUser } from '@kettle/api/testing'
import { createDb, sessions } from '@kettle/db'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { createLogger } from '../logger.ts'
import { hostileCursors, hostileInputs, type Known, knownFields, MARK, plausible } from '../testing/hostile-inputs.ts'
import { type RunningStore, runStore } from '../testing/run-store.ts'

interface Procedure {
  _def: { type: 'query' | 'mutation' | 'subscription'; inputs: z.core.$ZodType[] }
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)

/** It only ends what hangs. */
const HANGS_MS = 60_000
/** Calls in one batch, as many as the store takes; a query's batch is a part of an address, which has its own length. */
const BATCH = 10
const ADDRESS_MAX = 12_000

const roles = ['guest', 'player', 'publisher', 'admin'] as const
type Role = (typeof roles)[number]

let store: RunningStore
let database: ReturnType<typeof createDb>
const log: string[] = []
const tokens = new Map<Role, string>()
const ids: Known = {}

beforeAll(async () => {
  // What is asked for without limit here must not be refused before it is looked at.
  const write = (line: string) => void log.push(line)
  store = await runStore({ limitFactor: 1e6, logLevel: 'info' }, (level) => createLogger(level, { write }))
  database = createDb(store.database.url)
  for (const role of ['player', 'publisher', 'admin'] as const) tokens.set(role, await member(role))
  const owner = await makeUser(database.db, { role: 'publisher' })
  const game = await makeGame(database.db, { ownerId: owner.id, basePrice: 0 })
  Object.assign(ids, { gameId: game.id, userId: owner.id, slug: game.slug })
})
afterAll(async () => {
  await database.close()
  await store.close()
})

/** Somebody who is logged in, without a registration. */
async function member(role: 'player' | 'publisher' | 'admin'): Promise<string> {
  const user = await makeUser(database.db, { role })
  const token = [...randomBytes(43)].map((byte) => 'abcdefghijklmnopqrstuvwxyz0123456789'[byte % 36]).join('')
  const now = new Date()
  await database.db.transaction((tx) =>
    tx.insert(sessions).values({
      userId: user.id,
      tokenHash: createHash('sha256').update(token).digest('base64url'),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 24 * 3600_000),
      ip: '127.0.0.1',
    }),
  )
  return token
}

const headersOf = (role: Role): Record<string, string> => {
  const token = tokens.get(role)
  return token ? { authorization: `Bearer ${token}` } : {}
}

/** Asks a procedure for all these inputs; gives those that were not refused properly. */
async function faults(path: string, type: Procedure['_def']['type'], inputs: unknown[], role: Role): Promise<string[]> {
  const found: string[] = []
  const queue = [...inputs]
  while (queue.length > 0) {
    const batch = queue.splice(0, type === 'subscription' ? 1 : BATCH)
    const query = `input=${encodeURIComponent(JSON.stringify(Object.fromEntries(batch.entries())))}`
    if (type !== 'mutation' && query.length > ADDRESS_MAX) {
      // One that is alone too long can't be asked for.
      if (batch.length > 1) for (const input of batch) found.push(...(await faults(path, type, [input], role)))
      continue
    }
    const paths = batch.map(() => path).join(',')
    const end = new AbortController()
    const signal = AbortSignal.any([end.signal, AbortSignal.timeout(HANGS_MS)])
    const url = `${store.url}/trpc/${paths}?batch=1`
    const answer =
      type === 'mutation'
        ? await fetch(url, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headersOf(role) },
            body: JSON.stringify(Object.fromEntries(batch.entries())),
            signal,
          })
        : type === 'query'
          ? await fetch(`${url}&${query}`, { headers: headersOf(role), signal })
          : await fetch(`${store.url}/trpc/${path}?input=${encodeURIComponent(JSON.stringify(batch[0]))}`, {
              headers: { accept: 'text/event-stream', ...headersOf(role) },
              signal,
            })
    if (type === 'subscription') {
      if (answer.status >= 500) found.push(`${path} ${answer.status} ${JSON.stringify(batch[0])}`)
      end.abort()
      continue
    }
    const text = await answer.text()
    const results = JSON.parse(text) as { error?: { data?: { httpStatus?: number; reason?: string } } }[]
    if (!Array.isArray(results)) {
      if (answer.status >= 500) found.push(`${path} ${answer.status} ${JSON.stringify(batch).slice(0, 300)}`)
      continue
    }
    for (const [index, { error }] of results.entries())
      if (error && ((error.data?.httpStatus ?? 500) >= 500 || !error.data?.reason))
        found.push(`${path} as ${role}: ${error.data?.reason} for ${JSON.stringify(batch[index]).slice(0, 200)}`)
  }
  return found
}

/** Ends the log-in that asks, whatever it is asked with. */
const ending = new Set(['auth.logout'])

describe.each(roles)('hostile input of a %s', (role) => {
  it('gets a 4xx with a reason from every procedure, and nothing of it is logged', async () => {
    const found: string[] = []
    const inOrder = procedures.toSorted(([a], [b]) => Number(ending.has(a)) - Number(ending.has(b)))
    for (const [turn, [path, { _def }]] of inOrder.entries()) {
      const [schema] = _def.inputs
      const now = Date.now()
      const known = { ...knownFields(path), ...ids }
      const inputs = schema ? [plausible(schema, known), ...hostileInputs(schema, known, now)] : [MARK, [MARK], null]
      // Each order of games reads its cursors by itself, with words and without.
      if (path === 'search.games')
        for (const sort of sorts)
          for (const query of [undefined, 'game'])
            inputs.push(...hostileCursors(now).map((cursor) => ({ sort, query, cursor })))
      if (path === 'socials.reviews')
        for (const sort of reviewSorts)
          inputs.push(...hostileCursors(now).map((cursor) => ({ gameId: ids.gameId, sort, cursor })))
      // One who may do everything is asked everything. The others' answers differ by who they are, not by each value.
      // Short of `npm run test:all` each procedure gets another third, so that every kind of value is tried somewhere.
      const everyNth = (role === 'admin' ? 1 : 5) * (inject('atLength') ? 1 : 3)
      const asked = inputs.filter((_, index) => index === 0 || (index + turn) % everyNth === 0)
      found.push(...(await faults(path, _def.type, asked, role)))
    }
    expect(found).toEqual([])
    expect(log.filter((line) => line.includes(MARK))).toEqual([])
    expect(log.filter((line) => line.includes('unexpected failure'))).toEqual([])
  })
})

it('begins with an input that each procedure takes, so that one wrong field is all that is wrong', () => {
  const wrong = procedures.flatMap(([path, { _def }]) => {
    const [schema] = _def.inputs
    const { error } = schema ? z.safeParse(schema, plausible(schema, knownFields(path))) : {}
    return error ? `${path}: ${error.message}` : []
  })
  expect(wrong).toEqual([])
})

it('covers every procedure that takes an input, and finds places in it', () => {
  const counts = procedures.flatMap(([, { _def }]) =>
    _def.inputs[0] ? [[...hostileInputs(_def.inputs[0], {}, Date.now())].length] : [],
  )
  expect(counts.length).toBeGreaterThan(60)
  expect(Math.min(...counts)).toBeGreaterThan(8)
})

it.each([
  '/pay/%00',
  `/pay/${MARK.repeat(100)}`,
  '/avatars/%00.svg',
  '/avatars/%ff',
  '/pictures/%00',
  '/pictures/..%2f..%2fetc%2fpasswd',
  '/game/%00',
  '/game/%ed%a0%80',
  '/dev/outbox.json?to=%00',
  '/trpc/%00',
  '/trpc/auth.me?input=%ff',
  '/trpc/search.games?batch=1&input=%7B%220%22%3A%22%5Cu0000%22%7D',
])('the address %s is answered below 500', async (path) => {
  for (const method of ['GET', 'POST']) {
    const body = method === 'POST' ? { body: `{"${MARK}":"\\u0000"}` } : {}
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${store.url}${path}`, {
      method,
      headers,
      signal: AbortSignal.timeout(HANGS_MS),
      ...body,
    })
    expect([method, path, answer.status >= 500]).toEqual([method, path, false])
  }
})
