import { expect, test } from 'vitest'
import { createSelfUpdate } from './self-update.ts'
import { settle, TestClock } from './testing/fakes.ts'

const HOURS = 3600_000

/** A place for new versions that a test fills. */
function place() {
  const clock = new TestClock()
  const log: string[] = []
  const answers: (string | null | Error)[] = []
  let gate = Promise.resolve()
  const updater = {
    version: '1.0.0',
    async fetch() {
      log.push('fetch')
      await gate
      const answer = answers.shift() ?? null
      if (answer instanceof Error) throw answer
      return answer
    },
    install: () => void log.push('install'),
  }
  const hold = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    gate = promise
    return resolve
  }
  return { clock, log, answers, updater, hold }
}

test('looks at the start and every six hours, until a new version is here, and installs it only when asked', async () => {
  const { clock, log, answers, updater } = place()
  answers.push(null, new Error('offline'), '1.1.0')
  const states: string[] = []
  const update = createSelfUpdate({ updater, clock, changed: () => states.push(update.view().state) })
  update.install()
  update.start()
  await settle()
  expect(update.view()).toEqual({ state: 'current', next: null, version: '1.0.0' })
  await clock.pass(6 * HOURS + 100)
  expect(update.view().state).toBe('failed')
  await clock.pass(6 * HOURS)
  expect(update.view()).toEqual({ state: 'ready', next: '1.1.0', version: '1.0.0' })
  expect(states).toEqual(['looking', 'current', 'looking', 'failed', 'looking', 'ready'])
  await clock.pass(12 * HOURS)
  await update.look()
  expect(log).toEqual(['fetch', 'fetch', 'fetch'])
  update.install()
  expect(log.at(-1)).toBe('install')
  update.close()
  expect(clock.timers).toBe(0)
})

test('who asks twice at once waits for one answer', async () => {
  const { clock, log, updater, hold } = place()
  const go = hold()
  const update = createSelfUpdate({ updater, clock, changed: () => {} })
  const both = Promise.all([update.look(), update.look()])
  go()
  await both
  expect(log).toEqual(['fetch'])
})

test('where nothing is published it is off and stays off', async () => {
  const { clock } = place()
  const update = createSelfUpdate({ updater: null, clock, changed: () => {} })
  update.start()
  await update.look()
  update.install()
  expect(update.view()).toEqual({ state: 'off', next: null, version: null })
  expect(clock.timers).toBe(0)
})
