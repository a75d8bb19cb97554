import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, type RunningStore, runStore } from '../../../../server/src/testing/run-store.ts'
import { failureOf } from '../failure.ts'
import { httpStore } from '../store.ts'
import type { Heard, PeopleStore } from './ports.ts'

let store: RunningStore
beforeAll(async () => {
  store = await runStore({ roles: ['http'] })
})
afterAll(() => store?.close())

interface Player {
  id: string
  token: string
  people: PeopleStore
}
let count = 0
async function player(): Promise<Player> {
  const email = `launcher-${++count}@kettle.test`
  await call(store.url, 'auth.register', { name: `Launcher ${count}`, email, password: 'a kettle that streams' })
  const { body } = await call(store.url, 'auth.emailConfirmation', { email, code: await store.codeFor(email) })
  const { token, user } = body.result.data
  return { id: user.id, token, people: httpStore(() => 'en')(store.url, token).people }
}
async function friends(): Promise<[Player, Player]> {
  const [a, b] = [await player(), await player()]
  await a.people.requestFriend(b.id)
  await b.people.respondToRequest(a.id, true)
  return [a, b]
}
const write = (from: Player, to: Player, text: string) =>
  from.people.send({ userId: to.id, text, clientId: crypto.randomUUID() })

/** A stream that is read one event at a time. */
function listen({ people }: Player, lastEventId: string | null = null) {
  const end = new AbortController()
  const heard = people.events({ connectionId: crypto.randomUUID(), lastEventId }, end.signal)[Symbol.asyncIterator]()
  const next = async (): Promise<NonNullable<Heard>> => {
    for (;;) {
      const { value, done } = await heard.next()
      if (done) throw new Error('the stream is over')
      if (value) return value
    }
  }
  const nextMessage = async (): Promise<{ id: string | null; text: string }> => {
    for (;;) {
      const { id, event } = await next()
      if (event.kind === 'message') return { id, text: event.payload.message.text }
    }
  }
  return { end, next, nextMessage }
}

test('a real store’s stream is heard as it happens, and taken up where it stopped', async () => {
  const [anna, boris] = await friends()
  const first = listen(anna)
  expect((await first.next()).event.kind).toBe('hello')
  await write(boris, anna, 'one\nand “two” {"data": 1}')
  const { id, text } = await first.nextMessage()
  expect(text).toBe('one\nand “two” {"data": 1}')
  first.end.abort()
  await expect(first.next()).rejects.toThrow()
  for (const missed of ['three', 'four']) await write(boris, anna, missed)
  const second = listen(anna, id)
  expect((await second.next()).event.kind).toBe('hello')
  expect([(await second.nextMessage()).text, (await second.nextMessage()).text]).toEqual(['three', 'four'])
  await write(boris, anna, 'five')
  expect((await second.nextMessage()).text).toBe('five')
  second.end.abort()
})

test('a friend is seen to come, and not to have been there once the stream is closed', async () => {
  const [anna, boris] = await friends()
  const annas = listen(anna)
  await annas.next()
  const boriss = listen(boris)
  await boriss.next()
  const presence = async (): Promise<string> => {
    for (;;) {
      const { event } = await annas.next()
      if (event.kind === 'presence' && event.userId === boris.id) return event.presence.state
    }
  }
  expect(await presence()).toBe('online')
  boriss.end.abort()
  let state = await presence()
  while (state === 'online') state = await presence()
  expect(state).toBe('offline')
  annas.end.abort()
})

test('a stream that the store refuses says why, and a store that is not there is offline', async () => {
  const stranger = httpStore(() => 'en')(store.url, 'no token of this store').people
  const refused = listen({ id: '', token: '', people: stranger })
  const reason = await refused.next().catch((error) => failureOf(error).reason)
  expect(reason).toBe('NOT_SIGNED_IN')
  const nowhere = httpStore(() => 'en')('http://127.0.0.1:9', null).people
  await expect(listen({ id: '', token: '', people: nowhere }).next()).rejects.toThrow()
})
