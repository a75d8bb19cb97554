import { beforeEach, expect, test } from 'vitest'
import { settle, storeError, TestClock } from '../testing/fakes.ts'
import { TestPeople } from '../testing/people.ts'
import { createOutbox, type Outbox, type Unsent } from './outbox.ts'

let store: TestPeople
let clock: TestClock
let outbox: Outbox
let shown: string[]
let kept: Unsent[]

function open(left: Unsent[] = []): void {
  outbox = createOutbox({
    ...{ left, clock, send: store.send },
    sent: (userId, { text }) => shown.push(`${userId} ${text}`),
    changed: (unsent) => {
      kept = unsent
    },
  })
}
beforeEach(() => {
  store = new TestPeople()
  clock = new TestClock()
  shown = []
  kept = []
  open()
})

test('goes out in its order, and is shown as stored before it leaves', async () => {
  for (const text of ['one', 'two', 'three']) outbox.add('anna', text)
  outbox.add('boris', 'other')
  await settle()
  expect(shown.filter((one) => one.startsWith('anna'))).toEqual(['anna one', 'anna two', 'anna three'])
  expect(shown).toContain('boris other')
  expect(kept).toEqual([])
})

test('waits while the store is away, goes out by itself, and is stored once though an answer was lost', async () => {
  store.losesAnswers = true
  outbox.add('anna', 'one')
  outbox.add('anna', 'two')
  await settle()
  expect(outbox.to('anna').map(({ text, state }) => `${text} ${state}`)).toEqual(['one waiting', 'two waiting'])
  expect(store.stored).toHaveLength(1)
  store.losesAnswers = false
  await clock.pass(1_500)
  expect(shown).toEqual(['anna one', 'anna two'])
  expect(store.stored.map(({ text }) => text)).toEqual(['one', 'two'])
})

test('what is left over a restart goes out under its old name', async () => {
  store.losesAnswers = true
  outbox.add('anna', 'one')
  await settle()
  outbox.close()
  store.losesAnswers = false
  open(kept)
  outbox.flush()
  await settle()
  expect(shown).toEqual(['anna one'])
  expect(store.stored).toHaveLength(1)
})

test('what the store refuses says so, lets the others by, and can be tried again or thrown away', async () => {
  store.trouble = storeError('NOT_FRIENDS')
  outbox.add('anna', 'one')
  await settle()
  expect(outbox.to('anna')).toMatchObject([{ state: 'failed', failure: 'NOT_FRIENDS' }])
  store.trouble = null
  outbox.add('anna', 'two')
  await settle()
  expect(shown).toEqual(['anna two'])
  const [failed] = outbox.to('anna')
  outbox.retry(failed?.clientId ?? '')
  await settle()
  expect(shown).toEqual(['anna two', 'anna one'])
  store.trouble = storeError('NOT_FRIENDS')
  outbox.add('anna', 'three')
  await settle()
  outbox.discard(outbox.to('anna')[0]?.clientId ?? '')
  expect(kept).toEqual([])
})

test('what comes back by the stream first is not sent again', async () => {
  store.trouble = storeError()
  outbox.add('anna', 'one')
  await settle()
  outbox.settle(outbox.to('anna')[0]?.clientId ?? '')
  store.trouble = null
  await clock.pass(60_000)
  expect(store.stored).toEqual([])
  expect(kept).toEqual([])
})
