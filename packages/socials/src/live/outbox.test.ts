import type { StoredMessage } from '@kettle/api/client'
import { describe, expect, it } from 'vitest'
import { createOutbox, type Outbox, passesByItself, type Unsent } from './outbox.ts'

class Refusal extends Error {
  readonly reason: string
  readonly retryAfterSeconds: number | undefined

  constructor(reason: string, retryAfterSeconds?: number) {
    super(reason)
    this.reason = reason
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** A store that answers as it is told, and keeps a message once by its clientId. */
function newStore() {
  const stored: StoredMessage[] = []
  const failures: Refusal[] = []
  const timers: { ms: number; act: () => void }[] = []
  /** What was shown as stored, with how much was unsent at that moment. */
  const shown: string[] = []
  let kept: Unsent[] = []
  let calls = 0
  let ids = 0
  const open = (): Outbox =>
    createOutbox({
      left: kept,
      async send({ text, clientId }) {
        calls++
        const refusal = failures.shift()
        // An answer that is lost on the way back: the message is there, the sender doesn't know.
        if (refusal?.reason !== 'LOST' && refusal) throw refusal
        let message = stored.find((one) => one.clientId === clientId)
        if (!message) {
          message = { seq: stored.length + 1, senderId: 'me', text, clientId, sentAt: '2026-01-01T00:00:00.000Z' }
          stored.push(message)
        }
        if (refusal) throw new Refusal('OFFLINE')
        return message
      },
      async sent(userId, { text }) {
        shown.push(`${userId} ${text} of ${kept.length}`)
      },
      changed(unsent) {
        kept = structuredClone(unsent)
      },
      explain: (error) => error as Refusal,
      passes: passesByItself,
      newId: () => `client-id-${++ids}`,
      now: () => Date.parse('2026-01-01T00:00:00Z'),
      after(ms, act) {
        const timer = { ms, act }
        timers.push(timer)
        return () => timers.splice(timers.indexOf(timer), 1)
      },
    })
  return { stored, failures, timers, shown, open, kept: () => kept, calls: () => calls }
}

const quiet = () => new Promise((resolve) => setTimeout(resolve))
const states = (unsent: Unsent[]) => unsent.map(({ text, state }) => `${text} ${state}`)
const texts = (messages: StoredMessage[]) => messages.map(({ text }) => text)

describe('sending', () => {
  it('keeps the order of what was written, and shows each as stored before it leaves', async () => {
    const store = newStore()
    const outbox = store.open()
    for (const text of ['one', 'two', 'three']) outbox.add('anna', text)
    expect(states(outbox.to('anna'))).toEqual(['one sending', 'two sending', 'three sending'])
    await quiet()
    expect(texts(store.stored)).toEqual(['one', 'two', 'three'])
    expect(store.shown).toEqual(['anna one of 3', 'anna two of 2', 'anna three of 1'])
    expect(store.kept()).toEqual([])
  })

  it('waits without a line, and goes on in order once it is back', async () => {
    const store = newStore()
    store.failures.push(new Refusal('OFFLINE'))
    const outbox = store.open()
    outbox.add('anna', 'one')
    await quiet()
    store.failures.push(new Refusal('OFFLINE'))
    outbox.add('anna', 'two')
    await quiet()
    expect(store.stored).toEqual([])
    expect(states(outbox.to('anna'))).toEqual(['one waiting', 'two waiting'])
    // However often it has failed, one clock runs.
    expect(store.timers).toHaveLength(1)
    outbox.flush()
    outbox.flush()
    await quiet()
    expect(texts(store.stored)).toEqual(['one', 'two'])
    expect(store.kept()).toEqual([])
  })

  it('stores once what was sent twice because the answer was lost', async () => {
    const store = newStore()
    store.failures.push(new Refusal('LOST'))
    const outbox = store.open()
    outbox.add('anna', 'one')
    outbox.add('anna', 'two')
    await quiet()
    expect(states(outbox.to('anna'))).toEqual(['one waiting', 'two waiting'])
    expect(texts(store.stored)).toEqual(['one'])
    store.timers[0]?.act()
    await quiet()
    expect(texts(store.stored)).toEqual(['one', 'two'])
    expect(store.kept()).toEqual([])
  })

  it('comes again when the store says so', async () => {
    const store = newStore()
    store.failures.push(new Refusal('RATE_LIMITED', 7))
    const outbox = store.open()
    outbox.add('anna', 'one')
    await quiet()
    expect(store.timers.map(({ ms }) => ms)).toEqual([7_000])
    store.timers[0]?.act()
    await quiet()
    expect(texts(store.stored)).toEqual(['one'])
  })

  it('marks what is refused, lets the others by, and sends it again under its name when asked', async () => {
    const store = newStore()
    store.failures.push(new Refusal('NOT_FRIENDS'))
    const outbox = store.open()
    outbox.add('anna', 'one')
    outbox.add('boris', 'two')
    await quiet()
    const [failed] = outbox.to('anna')
    expect(failed).toMatchObject({ text: 'one', state: 'failed', failure: 'NOT_FRIENDS' })
    outbox.add('anna', 'three')
    await quiet()
    expect(texts(store.stored)).toEqual(['two', 'three'])
    outbox.retry(failed?.clientId ?? '')
    await quiet()
    expect(texts(store.stored)).toEqual(['two', 'three', 'one'])
    expect(store.stored[2]?.clientId).toBe(failed?.clientId)
  })

  it('survives a restart under the same name, and what was thrown away does not', async () => {
    const store = newStore()
    store.failures.push(new Refusal('OFFLINE'), new Refusal('NOT_FRIENDS'))
    const before = store.open()
    before.add('anna', 'one')
    before.add('boris', 'two')
    await quiet()
    const [waiting] = before.to('anna')
    // What waits can't be called back, it may be there already; what has failed can.
    before.discard(waiting?.clientId ?? '')
    before.discard(before.to('boris')[0]?.clientId ?? '')
    before.close()
    expect(store.timers).toEqual([])
    expect(states(store.kept())).toEqual(['one waiting'])
    const after = store.open()
    expect(store.calls()).toBe(2)
    after.flush()
    await quiet()
    expect(texts(store.stored)).toEqual(['one'])
    expect(store.stored[0]?.clientId).toBe(waiting?.clientId)
    expect(store.kept()).toEqual([])
  })

  it('does not send again what came back by the stream first', async () => {
    const store = newStore()
    store.failures.push(new Refusal('OFFLINE'))
    const outbox = store.open()
    outbox.add('anna', 'one')
    await quiet()
    outbox.settle(outbox.to('anna')[0]?.clientId ?? '')
    store.timers[0]?.act()
    await quiet()
    expect(store.calls()).toBe(1)
    expect(store.kept()).toEqual([])
  })
})
