import type { StreamEvent } from '@kettle/api/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openStream } from './event-stream.ts'

/** A line of server-sent events whose other end is the test. */
class Line extends EventTarget {
  static readonly CLOSED = 2
  static all: Line[] = []
  readyState = 1
  readonly input: { connectionId: string; lastEventId?: string }

  constructor(url: string) {
    super()
    this.input = JSON.parse(new URL(url, 'http://kettle.test').searchParams.get('input') ?? '')
    Line.all.push(this)
  }

  close(): void {
    this.readyState = Line.CLOSED
  }

  say(type: string, data: unknown = '', lastEventId = ''): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data), lastEventId }))
  }

  cut(refused = false): void {
    if (refused) this.readyState = Line.CLOSED
    this.dispatchEvent(new Event('error'))
  }
}

const page = new EventTarget()
const sheet = Object.assign(new EventTarget(), { visibilityState: 'visible' })
const typing: StreamEvent = { kind: 'typing', userId: 'anna' }
const last = () => Line.all.at(-1) as Line
let signedIn = true

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Line)
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', sheet)
  Line.all = []
  signedIn = true
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function listen() {
  const told: unknown[] = []
  const close = openStream('connection', async () => signedIn, {
    onEvent: (event) => told.push(event.kind),
    onLine: (up) => told.push(up ? 'up' : 'down'),
    onSessionLost: () => told.push('lost'),
  })
  return { told, close }
}

it('takes a cut line up where it stopped', () => {
  const { told, close } = listen()
  expect(last().input).toEqual({ connectionId: 'connection' })
  last().say('message', typing, '7')
  last().cut()
  last().say('message', typing, '8')
  expect(told).toEqual(['up', 'typing', 'down'])
  vi.advanceTimersByTime(1_000)
  expect(Line.all).toHaveLength(2)
  expect(last().input).toEqual({ connectionId: 'connection', lastEventId: '7' })
  last().say('message', typing, '9')
  expect(told).toEqual(['up', 'typing', 'down', 'up', 'typing'])
  close()
})

it('waits longer and longer, but not once the network is back', () => {
  const { close } = listen()
  for (let tries = 0; tries < 6; tries++) {
    last().cut()
    // The longest wait, and not yet the silence that would count as another cut.
    vi.advanceTimersByTime(40_000)
  }
  expect(Line.all).toHaveLength(7)
  last().cut()
  vi.advanceTimersByTime(10_000)
  expect(Line.all).toHaveLength(7)
  page.dispatchEvent(new Event('online'))
  vi.advanceTimersByTime(0)
  expect(Line.all).toHaveLength(8)
  close()
})

it('takes silence for a cut line, and a ping for a sign of life', () => {
  const { told, close } = listen()
  last().say('message', typing, '1')
  for (let pings = 0; pings < 5; pings++) {
    vi.advanceTimersByTime(40_000)
    last().say('ping')
  }
  expect(told).toEqual(['up', 'typing'])
  vi.advanceTimersByTime(50_000)
  expect(told.at(-1)).toBe('down')
  expect(Line.all).toHaveLength(2)
  close()
})

it('ends for good when the session has ended, however it hears of it', async () => {
  const first = listen()
  last().say('serialized-error', { data: { reason: 'NOT_SIGNED_IN' } })
  expect(first.told).toEqual(['down', 'lost'])
  signedIn = false
  const second = listen()
  last().cut(true)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(second.told).toEqual(['down', 'lost'])
  expect(Line.all.at(-1)?.readyState).toBe(Line.CLOSED)
  expect(Line.all).toHaveLength(2)
})

it('comes again when the store asks to wait, and never after it was closed', () => {
  const { told, close } = listen()
  last().say('serialized-error', { data: { reason: 'RATE_LIMITED', retryAfterSeconds: 30 } })
  vi.advanceTimersByTime(29_000)
  expect(Line.all).toHaveLength(1)
  vi.advanceTimersByTime(2_000)
  expect(Line.all).toHaveLength(2)
  last().say('return')
  close()
  vi.advanceTimersByTime(120_000)
  page.dispatchEvent(new Event('online'))
  vi.advanceTimersByTime(1_000)
  expect(Line.all).toHaveLength(2)
  expect(told).toEqual(['down'])
})
