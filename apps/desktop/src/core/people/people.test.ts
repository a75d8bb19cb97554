import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StreamEvent, Thread } from '@kettle/api/client'
import { offline } from '@kettle/socials/live'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NoticeView } from '../../shared/views.ts'
import { settle, storeError, TestClock } from '../testing/fakes.ts'
import { friend, message, online, page, personName, TestPeople, told } from '../testing/people.ts'
import { type AccountPeople, createAccountPeople } from './account-people.ts'
import { type PeopleFiles, peopleFiles } from './people-files.ts'

const me = 'me'
const anna = personName('anna')

let data: string
let store: TestPeople
let clock: TestClock
let files: PeopleFiles
let people: AccountPeople
let notices: NoticeView[]
let lost: number
let idle: number

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'kettle-people-'))
  files = peopleFiles({ data, games: data }, { server: 'http://store.test', user: { id: me } })
  store = new TestPeople()
  store.lists = { friends: [friend('anna'), friend('boris')], incoming: [], outgoing: [] }
  clock = new TestClock()
  notices = []
  lost = 0
  idle = 0
})
afterEach(async () => {
  await people.close()
  await settle()
  await rm(data, { recursive: true, force: true })
})

async function start(): Promise<void> {
  people = createAccountPeople({
    ...{ me, store, clock, random: () => 0.5, idleSeconds: () => idle, files },
    ...{ kept: await files.people.read(), left: (await files.unsent.read()) ?? [] },
    tell: () => {},
    notify: (notice) => notices.push(notice),
    lost: () => lost++,
  })
  await settle()
}
/** A launcher whose line stands. */
async function listening(): Promise<void> {
  await start()
  store.hello()
  await settle()
  // What was missed has come.
  await clock.pass(2_000)
}
async function hear(...events: StreamEvent[]): Promise<void> {
  store.say(...events)
  await settle()
}
function thread(id: string, lastSeq: number, readSeq: number): Thread {
  return {
    ...{ user: { ...personName(id), presence: offline }, lastMessage: message(lastSeq, id), unread: lastSeq - readSeq },
    ...{ readSeq, theirReadSeq: 0, theirDeliveredSeq: 0, areFriends: true },
  }
}
function withThreads(...items: Thread[]): void {
  store.page = { items, nextCursor: null, unread: items.reduce((sum, { unread }) => sum + unread, 0) }
}
const texts = (userId = 'anna') => people.conversation(userId).messages.map(({ text }) => text)

describe('what is known', () => {
  test('is read at every hello, and is there at once and without a line the next time', async () => {
    withThreads(thread('anna', 4, 1))
    await listening()
    expect(people.people()).toMatchObject({
      connected: true,
      failure: null,
      friends: [{ id: 'anna' }, { id: 'boris' }],
    })
    expect(people.threads()).toMatchObject({ unread: 3, items: [{ user: { id: 'anna' }, text: 'anna 4' }] })
    await people.close()
    store.trouble = storeError()
    await start()
    expect(people.people()).toMatchObject({ connected: false, friends: [{ id: 'anna' }, { id: 'boris' }] })
    expect(people.threads().unread).toBe(3)
    expect(texts()).toEqual(['anna 4'])
  })

  test('an answer that was on its way while something happened takes nothing of it away', async () => {
    await listening()
    const { promise, resolve } = Promise.withResolvers<void>()
    const { friends } = store
    store.friends = async () => {
      const early = await friends()
      await promise
      return early
    }
    store.hello()
    await hear(told(1, 'anna', message(1)), { kind: 'presence', userId: 'boris', presence: online })
    resolve()
    await settle()
    expect(people.threads()).toMatchObject({ unread: 1, items: [{ text: 'anna 1' }] })
    expect(people.people().friends[1]?.presence.state).toBe('online')
  })

  test('a read that fails says why, keeps what is there, and is tried again', async () => {
    await listening()
    store.trouble = storeError('UNAVAILABLE')
    await people.refresh()
    expect(people.people()).toMatchObject({ failure: 'UNAVAILABLE', friends: [{ id: 'anna' }, { id: 'boris' }] })
    store.trouble = null
    store.lists = { ...store.lists, friends: [friend('clara')] }
    await clock.pass(11_000)
    expect(people.people()).toMatchObject({ failure: null, friends: [{ id: 'clara' }] })
  })

  test('a log-in that has ended is said once the store says so', async () => {
    store.trouble = storeError('NOT_SIGNED_IN')
    await start()
    expect(lost).toBeGreaterThan(0)
  })
})

describe('a conversation', () => {
  test('holds each message once and none is missing: repeated, late, and after a gap', async () => {
    store.conversations.set('anna', page(anna, 1, 3))
    await listening()
    people.open('anna')
    await settle()
    expect(texts()).toEqual(['anna 1', 'anna 2', 'anna 3'])
    await hear(told(1, 'anna', message(4)), told(1, 'anna', message(4)), told(2, 'anna', message(2)))
    expect(texts()).toEqual(['anna 1', 'anna 2', 'anna 3', 'anna 4'])
    store.conversations.set('anna', page(anna, 1, 7))
    await hear(told(4, 'anna', message(7)))
    expect(texts()).toEqual([1, 2, 3, 4, 5, 6, 7].map((seq) => `anna ${seq}`))
  })

  test('grows upwards page by page until its beginning, and asks for no page twice', async () => {
    store.conversations.set('anna', page(anna, 4, 6, '4'))
    await listening()
    people.open('anna')
    await settle()
    expect(people.conversation('anna').hasOlder).toBe(true)
    store.conversations.set('anna', page(anna, 1, 3))
    await Promise.all([people.older('anna'), people.older('anna')])
    await people.older('anna')
    expect(texts()).toEqual([1, 2, 3, 4, 5, 6].map((seq) => `anna ${seq}`))
    expect(people.conversation('anna').hasOlder).toBe(false)
    await hear(told(1, 'anna', message(7)))
    expect(texts()).toHaveLength(7)
  })

  test('a message that comes while it is first read is not lost', async () => {
    store.conversations.set('anna', page(anna, 1, 1))
    await listening()
    people.open('anna')
    store.say(told(1, 'anna', message(2)))
    store.conversations.set('anna', page(anna, 1, 2))
    await settle()
    expect(texts()).toEqual(['anna 1', 'anna 2'])
  })

  test('what was written without a line goes out by itself, once, and stands there once', async () => {
    await listening()
    people.open('anna')
    await settle()
    store.losesAnswers = true
    people.send('anna', 'tea?')
    await settle()
    expect(people.conversation('anna').messages).toMatchObject([{ text: 'tea?', state: 'waiting', failure: 'OFFLINE' }])
    await expect.poll(() => files.unsent.read()).toHaveLength(1)
    // The store has it all the same, and tells so before the second try.
    const [stored] = store.stored
    if (!stored) throw new Error('nothing was stored')
    await hear(told(1, 'anna', stored))
    expect(people.conversation('anna').messages).toMatchObject([{ text: 'tea?', state: 'sent' }])
    store.losesAnswers = false
    await clock.pass(60_000)
    expect(texts()).toEqual(['tea?'])
    expect(store.stored).toHaveLength(1)
    await expect.poll(() => files.unsent.read()).toEqual([])
  })

  test('the store hears what has arrived and what was read, also what was read without a line', async () => {
    store.conversations.set('anna', page(anna, 1, 1))
    withThreads(thread('anna', 1, 0))
    await listening()
    expect(store.calls).toContain('mark anna 0 1')
    await hear(told(1, 'anna', message(2)))
    expect(store.calls).toContain('mark anna 0 2')
    store.trouble = storeError()
    people.read('anna', 2)
    await settle()
    expect(people.threads().unread).toBe(0)
    store.trouble = null
    withThreads(thread('anna', 2, 0))
    store.calls.length = 0
    store.hello()
    await settle()
    expect(store.calls[0]).toBe('mark anna 2 2')
  })

  test('typing fades, and ends with the message', async () => {
    await listening()
    await hear({ kind: 'typing', userId: 'anna' })
    expect(people.conversation('anna').typing).toBe(true)
    await clock.pass(7_000)
    expect(people.conversation('anna').typing).toBe(false)
    await hear({ kind: 'typing', userId: 'anna' }, told(1, 'anna', message(1)))
    expect(people.conversation('anna').typing).toBe(false)
  })

  test('with somebody who is not there any more says so', async () => {
    await listening()
    store.trouble = storeError('NOT_FOUND')
    people.open('ghost')
    await settle()
    expect(people.conversation('ghost')).toMatchObject({ loaded: false, failure: 'NOT_FOUND' })
  })
})

describe('notices', () => {
  const playing = { ...online, state: 'playing', game: { id: 'tea', slug: 'tea', title: 'Tea' } } as const
  const presence = (userId: string, now: typeof online | typeof playing): StreamEvent => ({
    ...{ kind: 'presence', userId, presence: now },
  })
  const at = '2026-01-01T00:00:00.000Z'

  test('of a message whose conversation is not in front, of requests, of friends who play', async () => {
    await listening()
    people.lookAt('anna')
    await hear(told(1, 'anna', message(1)), told(2, 'boris', message(1, 'boris')), told(3, 'boris', message(2, me)))
    await hear({ seq: 4, kind: 'request', at, payload: { user: personName('clara') } })
    await hear({ seq: 5, kind: 'friend', at, payload: { user: personName('clara'), asked: false } })
    await hear({ seq: 6, kind: 'friend', at, payload: { user: personName('dora'), asked: true } })
    await hear(
      presence('anna', playing),
      presence('anna', playing),
      presence('anna', online),
      presence('anna', playing),
    )
    expect(notices).toEqual([
      { kind: 'message', userId: 'boris', title: 'BORIS', text: 'boris 1' },
      { kind: 'request', userId: 'clara', title: 'CLARA' },
      { kind: 'accepted', userId: 'dora', title: 'DORA' },
      { kind: 'friendPlaying', userId: 'anna', title: 'ANNA', game: 'Tea' },
    ])
  })

  test('of what became of the player’s reviews, where they wish to hear of it', async () => {
    const about = { gameId: 'tea', slug: 'tea', reviewId: 'review' }
    const answered: StreamEvent = { seq: 1, kind: 'reviewReply', at, payload: about }
    const judged: StreamEvent = { seq: 2, kind: 'reviewJudged', at, payload: { ...about, verdict: 'removed' } }
    await listening()
    await hear(answered, judged)
    expect(notices).toEqual([
      { kind: 'reviewReply', gameId: 'tea', slug: 'tea' },
      { kind: 'reviewJudged', gameId: 'tea', slug: 'tea', verdict: 'removed' },
    ])
    store.settingsNow.notices = { ...store.settingsNow.notices, reviews: false }
    await people.refresh()
    await hear({ ...answered, seq: 3 }, { ...judged, seq: 4 })
    expect(notices).toHaveLength(2)
  })

  test('of none that the player does not wish for', async () => {
    const { notices: wishes } = store.settingsNow
    store.settingsNow.notices = {
      ...wishes,
      messages: false,
      requests: false,
      friendsPlaying: false,
      friendsOnline: false,
    }
    await listening()
    await clock.pass(120_000)
    await hear(told(1, 'anna', message(1)), presence('anna', online), presence('boris', playing))
    await hear({ seq: 4, kind: 'request', at, payload: { user: personName('clara') } })
    expect(notices).toEqual([])
  })

  test('who comes is told, who was cut off for a moment is not', async () => {
    store.lists = { ...store.lists, friends: [friend('anna'), friend('boris', online)] }
    await listening()
    await hear(presence('boris', offline), presence('boris', online))
    expect(notices).toEqual([])
    await clock.pass(61_000)
    await hear(presence('anna', online))
    expect(notices).toEqual([{ kind: 'friendOnline', userId: 'anna', title: 'ANNA' }])
  })

  test('of what came without a line one for each person, and none of what was read elsewhere', async () => {
    await listening()
    withThreads(thread('anna', 3, 0), thread('boris', 2, 2))
    store.hello()
    await hear(
      ...[1, 2, 3].map((seq) => told(seq, 'anna', message(seq))),
      ...[told(4, 'boris', message(1, 'boris')), told(5, 'boris', message(2, 'boris'))],
      { kind: 'marks', withUserId: 'boris', byUserId: me, readSeq: 2, deliveredSeq: 2 },
    )
    await clock.pass(2_000)
    expect(notices).toEqual([{ kind: 'message', userId: 'anna', title: 'ANNA', text: 'anna 3' }])
  })
})

test('away after ten minutes without input, and back at once', async () => {
  await listening()
  idle = 599
  await clock.pass(30_000)
  expect(store.calls.filter((call) => call.startsWith('presence'))).toEqual([])
  idle = 601
  await clock.pass(20_000)
  store.hello()
  await settle()
  idle = 0
  await clock.pass(20_000)
  const said = store.calls.filter((call) => call.startsWith('presence'))
  expect(said).toEqual(['presence away', 'presence away', 'presence online'])
})

test('nothing is left behind once it is closed', async () => {
  await listening()
  await hear({ kind: 'typing', userId: 'anna' })
  await people.close()
  await settle()
  expect(clock.timers).toBe(0)
  const { length } = store.lines
  await clock.pass(120_000)
  expect(store.lines).toHaveLength(length)
})
