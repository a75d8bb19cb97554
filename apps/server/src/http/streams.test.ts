import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppRouter, StreamEvent } from '@kettle/api/client'
import { createTRPCClient, httpSubscriptionLink } from '@trpc/client'
import { EventSource } from 'eventsource'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Guard, startGuard } from '../dev/guarding.ts'
import { freePort } from '../dev/processes.ts'
import { type PrivateRedis, startRedis } from '../dev/redis.ts'
import { type OpenStream, readStream } from '../testing/read-stream.ts'
import { ask, call, type RunningStore, runStore } from '../testing/run-store.ts'

/** Two API nodes on one Postgres and one Redis; the Redis is killed and raised. */
let dir: string
let guard: Guard
let redis: PrivateRedis
let one: RunningStore
let two: RunningStore
const streams: OpenStream[] = []

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kettle-streams-'))
  guard = startGuard()
  redis = await startRedis(dir, guard)
  one = await runStore({ redisUrl: redis.url })
  two = await another()
})
afterAll(async () => {
  for (const stream of streams) stream.close()
  await Promise.all([two?.close(), one?.close()])
  await guard.end()
  await rm(dir, { recursive: true, force: true })
})

const another = () => runStore({ redisUrl: redis.url, databaseUrl: one.config.databaseUrl, roles: ['http'] })

interface Member {
  id: string
  token: string
  bearer: { authorization: string }
}
let count = 0
async function member(): Promise<Member> {
  const email = `streamer-${++count}@kettle.test`
  await call(one.url, 'auth.register', { name: `Streamer ${count}`, email, password: 'a kettle that streams' })
  const { body } = await call(one.url, 'auth.emailConfirmation', { email, code: await one.codeFor(email) })
  const { token, user } = body.result.data
  return { id: user.id, token, bearer: { authorization: `Bearer ${token}` } }
}
async function friends(): Promise<[Member, Member]> {
  const [a, b] = [await member(), await member()]
  await call(one.url, 'socials.requestFriend', { userId: b.id }, a.bearer)
  await call(two.url, 'socials.respondToRequest', { userId: a.id, accept: true }, b.bearer)
  return [a, b]
}
async function open(node: RunningStore, { token }: Member, lastEventId?: string): Promise<OpenStream> {
  const stream = await readStream(node.url, token, lastEventId)
  streams.push(stream)
  return stream
}
const say = async (node: RunningStore, from: Member, to: Member, text: string) => {
  const input = { userId: to.id, text, clientId: crypto.randomUUID() }
  expect((await call(node.url, 'socials.sendMessage', input, from.bearer)).status).toBe(200)
}
const texts = (events: StreamEvent[]) =>
  events.flatMap((event) => (event.kind === 'message' ? [event.payload.message.text] : []))

it('behind one address, on whichever node each request lands, all hear everything in order', async () => {
  const nodes = [one, two].map(({ url }) => Number(new URL(url).port))
  let turn = 0
  const balancer = createServer((client) => {
    const node = connect(nodes[turn++ % 2] ?? 0, '127.0.0.1')
    client.pipe(node).pipe(client)
    client.on('error', () => node.destroy())
    node.on('error', () => client.destroy())
  }).listen(0, '127.0.0.1')
  await once(balancer, 'listening')
  const address = balancer.address()
  const front = { ...one, url: `http://127.0.0.1:${typeof address === 'object' && address?.port}` }
  try {
    const [anna, boris] = await friends()
    const open4 = await Promise.all([anna, boris, anna, boris].map((member) => open(front, member)))
    const said = Array.from({ length: 20 }, (_, number) => `n${number}`)
    for (const [number, text] of said.entries())
      await (number % 2 ? say(front, anna, boris, text) : say(front, boris, anna, text))
    for (const stream of open4) expect(texts(await stream.count('message', said.length))).toEqual(said)
    expect(turn).toBeGreaterThan(4)
    for (const stream of open4) stream.close()
  } finally {
    balancer.close()
  }
})

it('people on different nodes hear each other, and see who is there', async () => {
  const [anna, boris] = await friends()
  const hers = await open(one, anna)
  const his = await open(two, boris)
  expect(await hers.count('presence', 1)).toMatchObject([{ userId: boris.id, presence: { state: 'online' } }])
  await say(one, anna, boris, 'Привет')
  await say(two, boris, anna, 'Hi')
  await say(two, anna, boris, 'from the other node')
  for (const stream of [hers, his])
    expect(texts(await stream.count('message', 3))).toEqual(['Привет', 'Hi', 'from the other node'])
  his.close()
  await expect
    .poll(() => hers.events.findLast(({ kind }) => kind === 'presence'))
    .toMatchObject({ presence: { state: 'offline' } })
})

it('a node that is stopped ends its streams at once, and they go on at another without losing anything', async () => {
  const [anna, boris] = await friends()
  const third = await another()
  const before = await open(third, boris)
  await say(one, anna, boris, 'before')
  await before.count('message', 1)
  await Promise.all([third.close(), before.ended])
  await say(one, anna, boris, 'while away')
  const after = await open(two, boris, before.lastEventId)
  await say(one, anna, boris, 'after')
  expect(texts(await after.count('message', 2))).toEqual(['while away', 'after'])
})

it('a node that is stopped breaks its streams, so that a client of tRPC’s own comes again by itself', async () => {
  const [anna, boris] = await friends()
  const port = await freePort()
  const http = { host: '127.0.0.1', port, publicUrl: `http://127.0.0.1:${port}`, trustProxy: 0 }
  const start = () => runStore({ redisUrl: redis.url, databaseUrl: one.config.databaseUrl, roles: ['http'], http })
  const third = await start()
  const heard: string[] = []
  const seen = { hellos: 0, ended: false }
  const client = createTRPCClient<AppRouter>({
    links: [
      httpSubscriptionLink({
        url: `http://127.0.0.1:${port}/trpc`,
        EventSource,
        eventSourceOptions: {
          fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, ...boris.bearer } }),
        },
      }),
    ],
  })
  const stream = client.socials.onEvent.subscribe(
    {},
    {
      onData: ({ data }) => {
        if (data.kind === 'hello') seen.hellos++
        if (data.kind === 'message') heard.push(data.payload.message.text)
      },
      onComplete: () => (seen.ended = true),
      onError: () => (seen.ended = true),
    },
  )
  await expect.poll(() => seen.hellos).toBe(1)
  await say(one, anna, boris, 'before')
  await expect.poll(() => heard).toEqual(['before'])
  await third.close()
  await say(one, anna, boris, 'while away')
  const again = await start()
  await expect.poll(() => heard, { timeout: 30_000 }).toEqual(['before', 'while away'])
  expect(seen.ended).toBe(false)
  stream.unsubscribe()
  await again.close()
})

it('refuses the thirteenth stream of a person by its own status, as every refusal within a stream', async () => {
  const someone = await member()
  for (let number = 0; number < 12; number++) await open(two, someone)
  const input = encodeURIComponent('{}')
  const answer = await fetch(`${two.url}/trpc/socials.onEvent?input=${input}`, {
    headers: { accept: 'text/event-stream', ...someone.bearer },
  })
  const text = await answer.text()
  expect(text).toContain('"httpStatus":429')
  expect(text).toContain('"code":"TOO_MANY_REQUESTS"')
  expect(text).toContain('"reason":"RATE_LIMITED"')
  expect(text).not.toContain('INTERNAL')
})

it('Redis dead: messages are kept, streams stay open, and tell everything once it is back', async () => {
  const [anna, boris] = await friends()
  const his = await open(two, boris)
  redis.child.kill('SIGKILL')
  if (redis.child.exitCode === null && redis.child.signalCode === null) await once(redis.child, 'exit')
  for (const text of ['kept 1', 'kept 2', 'kept 3']) await say(one, anna, boris, text)
  expect(
    (await ask(two.url, 'socials.messages', { userId: anna.id }, boris.bearer)).body.result.data.items,
  ).toHaveLength(3)
  expect((await ask(two.url, 'socials.friends', undefined, boris.bearer)).status).toBe(200)
  const late = await open(two, boris)
  redis = await startRedis(dir, guard, redis.port)
  expect(texts(await his.count('message', 3))).toEqual(['kept 1', 'kept 2', 'kept 3'])
  // He was told of the gap by his own node; the other may still be about to reach the Redis that it publishes to.
  for (const { url } of [one, two]) await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200)
  await say(one, anna, boris, 'as before')
  expect(texts(await his.count('message', 4))).toHaveLength(4)
  expect(texts(await late.count('message', 1))).toEqual(['as before'])
})

it('refuses who is not signed in and what is no event id, by reason, and ends', async () => {
  const { bearer } = await member()
  const refusal = async (input: object, headers: Record<string, string>) => {
    const query = encodeURIComponent(JSON.stringify(input))
    const answer = await fetch(`${one.url}/trpc/socials.onEvent?input=${query}`, { headers })
    return /event: serialized-error\ndata: .*"reason":"(\w+)"/u.exec(await answer.text())?.[1]
  }
  expect(await refusal({}, {})).toBe('NOT_SIGNED_IN')
  for (const lastEventId of ['-1', 'x', '9'.repeat(30), "1' or 1=1"])
    expect(await refusal({ lastEventId }, bearer)).toBe('INVALID_INPUT')
})

it('is not compressed or kept by anybody on its way, and lets a client go that vanishes', async () => {
  const [anna, boris] = await friends()
  const hers = await open(one, anna)
  const { port, hostname } = new URL(two.url)
  const socket = connect(Number(port), hostname)
  socket.write(
    `GET /trpc/socials.onEvent?input=%7B%7D HTTP/1.1\r\nhost: x\r\naccept-encoding: gzip, br\r\nauthorization: Bearer ${boris.token}\r\n\r\n`,
  )
  const [head] = (await once(socket, 'data')) as [Buffer]
  expect(head.toString()).toMatch(/content-type: text\/event-stream/iu)
  expect(head.toString()).toMatch(/cache-control: .*no-(cache|store)/iu)
  expect(head.toString()).not.toMatch(/content-encoding/iu)
  await hers.count('presence', 1)
  socket.resetAndDestroy()
  await expect
    .poll(() => hers.events.findLast(({ kind }) => kind === 'presence'))
    .toMatchObject({ presence: { state: 'offline' } })
})
