import type { StoredMessage } from '@kettle/api/client'
import { describe, expect, it } from 'vitest'
import { Outbox, type Unsent } from './outbox.ts'

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
function newStore(kept: Unsent[] = []) {
  const stored: StoredMessage[] = []
  const failures: Refusal[] = []
  const timers: { ms: number; act: () => void }[] = []
  let saved = kept
  let ids = 0
  const open = () =>
    new Outbox({
      async send({ text, clientId }) {
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
      onSent: async () => {},
      explain: (error) => error as Refusal,
      newId: () => `client-id-${++ids}`,
      now: () => new Date('2026-01-01T00:00:00Z'),
      storage: {
        read: () => saved,
        write: (unsent) => {
          saved = structuredClone(unsent)
        },
      },
      after: (ms, act) => timers.push({ ms, act }),
    })
  return { stored, failures, timers, open, saved: () => saved }
}

const anna = { id: 'anna', name: 'Anna', avatar: '' }
const boris = { id: 'boris', name: 'Boris', avatar: '' }
const quiet = () => new Promise((resolve) => setTimeout(resolve))
const states = (outbox: Outbox) => outbox.unsent.get().map(({ text, state }) => `${text} ${state}`)
const texts = (messages: StoredMessage[]) => messages.map(({ text }) => text)

describe('sending', () => {
  it('keeps the order of what was written', async () => {
    const store = newStore()
    const outbox = store.open()
    for (const text of ['one', 'two', 'three']) outbox.add(anna, text)
    await quiet()
    expect(texts(store.stored)).toEqual(['one', 'two', 'three'])
    expect(outbox.unsent.get()).toEqual([])
    expect(store.saved()).toEqual([])
  })

  it('waits without a line, and goes on in order once it is back', async () => {
    const store = newStore()
    store.failures.push(new Refusal('OFFLINE'))
    const outbox = store.open()
    outbox.add(anna, 'one')
    await quiet()
    store.failures.push(new Refusal('OFFLINE'))
    outbox.add(anna, 'two')
    await quiet()
    expect(store.stored).toEqual([])
    expect(states(outbox)).toEqual(['one waiting', 'two waiting'])
    outbox.flush()
    outbox.flush()
    await quiet()
    expect(texts(store.stored)).toEqual(['one', 'two'])
    expect(outbox.unsent.get()).toEqual([])
  })

  it('stores once what was sent twice because the answer was lost', async () => {
    const store = newStore()
    store.failures.push(new Refusal('LOST'))
    const outbox = store.open()
    outbox.add(anna, 'one')
    await quiet()
    expect(states(outbox)).toEqual(['one waiting'])
    store.timers[0]?.act()
    await quiet()
    expect(texts(store.stored)).toEqual(['one'])
    expect(outbox.unsent.get()).toEqual([])
  })

  it('comes again when the store says so', async () => {
    const store = newStore()
    store.failures.push(new Refusal('RATE_LIMITED', 7))
    const outbox = store.open()
    outbox.add(anna, 'one')
    await quiet()
    expect(store.timers.map(({ ms }) => ms)).toEqual([7_000])
    store.timers[0]?.act()
    await quiet()
    expect(texts(store.stored)).toEqual(['one'])
  })

  it('marks what is refused, lets the others through, and sends it again when asked', async () => {
    const store = newStore()
    store.failures.push(new Refusal('NOT_FRIENDS'))
    const outbox = store.open()
    outbox.add(anna, 'one')
    outbox.add(boris, 'two')
    await quiet()
    expect(states(outbox)).toEqual(['one failed'])
    expect(texts(store.stored)).toEqual(['two'])
    const [failed] = outbox.unsent.get()
    outbox.retry(failed?.clientId ?? '')
    await quiet()
    expect(texts(store.stored)).toEqual(['two', 'one'])
    expect(store.stored[1]?.clientId).toBe(failed?.clientId)
  })

  it('survives a reload under the same name, and what was thrown away does not', async () => {
    const store = newStore()
    store.failures.push(new Refusal('OFFLINE'), new Refusal('NOT_FRIENDS'))
    const before = store.open()
    before.add(anna, 'one')
    before.add(boris, 'two')
    await quiet()
    const [, failed] = before.unsent.get()
    before.discard(failed?.clientId ?? '')
    before.close()
    const [waiting] = store.saved()
    const after = store.open()
    await quiet()
    expect(texts(store.stored)).toEqual(['one'])
    expect(store.stored[0]?.clientId).toBe(waiting?.clientId)
    expect(after.unsent.get()).toEqual([])
  })
})
