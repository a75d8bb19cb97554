import { expect, test } from 'vitest'
import type { DownloadTicket, Line } from './install/index.ts'
import { settle, TestClock } from './testing/fakes.ts'
import { createTraffic } from './traffic.ts'

const ticket = {} as DownloadTicket

/** A line that answers at once, or never. */
function lineThat(answers: () => boolean): Line {
  return {
    readWhole: async () => Buffer.alloc(0),
    open: async () => Buffer.alloc(0),
    read: () => (answers() ? Promise.resolve() : new Promise(() => {})),
    closeFile: () => {},
    close: () => {},
  }
}

async function open(answers: () => boolean = () => true) {
  const clock = new TestClock()
  const traffic = createTraffic(clock)
  const line = await traffic.through(async () => lineThat(answers))(ticket)
  let came = 0
  let lost = 0
  const ask = (bytes: number): void => {
    line.read(Buffer.alloc(0), Buffer.alloc(bytes), 0).then(
      () => came++,
      () => lost++,
    )
  }
  return { clock, traffic, line, ask, came: () => came, lost: () => lost }
}

test('without a limit everything passes at once and is counted', async () => {
  const { traffic, ask, came } = await open()
  for (let i = 0; i < 5; i++) ask(1000)
  await settle()
  expect(came()).toBe(5)
  expect(traffic.sample()).toEqual({ bytes: 5000, heldMs: 0, silentMs: 0 })
  expect(traffic.sample().bytes).toBe(0)
})

test('a limit holds over many reads, and says that it holds', async () => {
  const { clock, traffic, ask, came } = await open()
  traffic.limit(1000)
  for (let i = 0; i < 20; i++) ask(500)
  await settle()
  expect(came()).toBe(1)
  await clock.pass(5_000)
  const { bytes, heldMs } = traffic.sample()
  // The first is let through at once, the rest in their time.
  expect(bytes).toBeGreaterThanOrEqual(5000)
  expect(bytes).toBeLessThanOrEqual(5500)
  expect(heldMs).toBe(5_000)
})

test('a limit that is changed or lifted counts for those who wait already', async () => {
  const { clock, traffic, ask, came } = await open()
  traffic.limit(1)
  for (let i = 0; i < 10; i++) ask(1000)
  await clock.pass(1_000)
  expect(came()).toBe(1)
  traffic.limit(2000)
  await clock.pass(2_000)
  expect(came()).toBeGreaterThanOrEqual(4)
  traffic.limit(null)
  await settle()
  expect(came()).toBe(10)
})

test('a line that is closed leaves the queue, and nobody waits for it', async () => {
  const { clock, traffic, line, ask, lost } = await open()
  traffic.limit(1000)
  for (let i = 0; i < 3; i++) ask(1000)
  await settle()
  line.close()
  await settle()
  expect(lost()).toBe(2)
  const next = await traffic.through(async () => lineThat(() => true))(ticket)
  let came = false
  void next.read(Buffer.alloc(0), Buffer.alloc(10), 0).then(() => {
    came = true
  })
  await clock.pass(1_500)
  expect(came).toBe(true)
  expect(clock.timers).toBe(0)
})

test('a server that does not answer is told from a line that carries', async () => {
  let answers = true
  const { clock, traffic, ask } = await open(() => answers)
  ask(10)
  await clock.pass(3_000)
  expect(traffic.sample().silentMs).toBe(0)
  answers = false
  ask(10)
  await clock.pass(3_000)
  expect(traffic.sample().silentMs).toBe(3_000)
})

test('a line that is closed leaves no timer behind, and refuses what is asked of it afterwards', async () => {
  const clock = new TestClock()
  let timers = 0
  const counting = {
    now: () => clock.now(),
    after(ms: number, act: () => void) {
      timers++
      let isOver = false
      const end = () => {
        if (!isOver) timers--
        isOver = true
      }
      const stop = clock.after(ms, () => {
        end()
        act()
      })
      return () => {
        end()
        stop()
      }
    },
  }
  const traffic = createTraffic(counting)
  const [one, other] = [
    await traffic.through(async () => lineThat(() => true))(ticket),
    await traffic.through(async () => lineThat(() => true))(ticket),
  ]
  traffic.limit(10)
  const read = (line: Line) => line.read(Buffer.alloc(0), Buffer.alloc(20_000), 0)
  await read(one)
  const held = [read(one), read(one), read(other)].map((asked) =>
    asked.then(
      () => 'came',
      () => 'lost',
    ),
  )
  await settle()
  expect(timers).toBe(1)
  one.close()
  await settle()
  expect(timers).toBe(1)
  other.close()
  expect(await Promise.all(held)).toEqual(['lost', 'lost', 'lost'])
  expect(timers).toBe(0)
  await expect(read(one)).rejects.toThrow('closed')
  expect(timers).toBe(0)
})
