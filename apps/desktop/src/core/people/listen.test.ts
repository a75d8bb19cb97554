import type { StreamEvent } from '@kettle/api/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { settle, storeError, TestClock } from '../testing/fakes.ts'
import { TestPeople } from '../testing/people.ts'
import { type Ear, listen } from './listen.ts'

const typing: StreamEvent = { kind: 'typing', userId: 'anna' }
let store: TestPeople
let clock: TestClock
let ear: Ear
let said: string[]

beforeEach(async () => {
  store = new TestPeople()
  clock = new TestClock()
  said = []
  ear = listen({
    ...{ open: (input, signal) => store.events(input, signal), connectionId: 'here', clock, random: () => 0.5 },
    hear: (event) => said.push(event.kind),
    line: (up, failure) => said.push(up ? 'up' : `down ${failure}`),
  })
  await settle()
})
afterEach(() => ear.close())

const last = () => store.lines.at(-1) as TestPeople['lines'][number]
async function cut(): Promise<void> {
  last().end(new Error('cut'))
  await settle()
}

test('a line that is cut is taken up where it stopped', async () => {
  expect(last().input).toEqual({ connectionId: 'here', lastEventId: null })
  last().say({ id: '7', event: typing }, { id: null, event: typing })
  await settle()
  await cut()
  expect(said).toEqual(['up', 'typing', 'typing', 'down OFFLINE'])
  await clock.pass(1_000)
  expect(store.lines).toHaveLength(2)
  expect(last().input).toEqual({ connectionId: 'here', lastEventId: '7' })
})

test('waits longer and longer, but not once somebody is back', async () => {
  for (let tries = 0; tries < 8; tries++) {
    await cut()
    await clock.pass(40_000)
  }
  expect(store.lines).toHaveLength(9)
  await cut()
  await clock.pass(20_000)
  expect(store.lines).toHaveLength(9)
  ear.hurry()
  await settle()
  expect(store.lines).toHaveLength(10)
})

test('silence is a cut line, and a ping a sign of life', async () => {
  for (let pings = 0; pings < 4; pings++) {
    last().say(null)
    await settle()
    await clock.pass(40_000)
  }
  expect(store.lines).toHaveLength(1)
  await clock.pass(10_000)
  expect(said).toEqual(['down OFFLINE'])
  expect(store.lines).toHaveLength(2)
})

test('says what the store refuses for, and comes again when it may', async () => {
  const refusal = storeError('RATE_LIMITED')
  Object.assign(refusal, { data: { reason: 'RATE_LIMITED', retryAfterSeconds: 30 } })
  last().end(refusal)
  await settle()
  await clock.pass(29_000)
  expect(said).toEqual(['down RATE_LIMITED'])
  expect(store.lines).toHaveLength(1)
  await clock.pass(2_000)
  expect(store.lines).toHaveLength(2)
})

test('never comes again once it was closed, and leaves no timer', async () => {
  last().end()
  await settle()
  ear.close()
  await clock.pass(120_000)
  expect(store.lines).toHaveLength(1)
  expect(clock.timers).toBe(0)
})
