import { expect, test } from 'vitest'
import { masha, storeError } from './testing/fakes.ts'
import { ask, login, sessionOf, tea, useComputer } from './testing/launcher.ts'

const computer = useComputer()

test('carries what stands in the tables, with the log-in of the moment, and nothing else', async () => {
  computer.store.answers = (user, path, input) => ({ user: user.name, path, input })
  const launcher = await computer.start()
  const activity = { path: 'socials.activity', input: { limit: 5 } }
  expect(await ask(launcher, 'askStore', activity)).toBe('NOT_SIGNED_IN')
  await login(launcher)
  expect(await ask(launcher, 'askStore', activity)).toEqual({ user: masha.name, ...activity })
  const review = { gameId: tea, recommended: true, text: 'Warm.' }
  expect(await ask(launcher, 'askStore', { path: 'socials.writeReview', input: review })).toMatchObject({
    ...{ path: 'socials.writeReview', input: review },
  })
  // JSON leaves out what is not asked with.
  expect(await ask(launcher, 'askStore', { path: 'socials.blocked' })).toEqual({
    ...{ user: masha.name, path: 'socials.blocked' },
  })
  const buy = { gameId: tea, method: 'wallet', idempotencyKey: crypto.randomUUID() }
  for (const path of ['payments.buy', 'auth.deleteAccount', 'socials.person.x', 'constructor', '__proto__', ''])
    expect([path, await ask(launcher, 'askStore', { path, input: buy })]).toEqual([path, 'INVALID_INPUT'])
  expect(computer.store.calls.filter((call) => call.startsWith('query') || call.startsWith('mutate'))).toEqual([
    ...['query socials.activity', 'mutate socials.writeReview', 'query socials.blocked'],
  ])
})

test('an input that does not fit never leaves this computer', async () => {
  const launcher = await computer.start()
  await login(launcher)
  const inputs: [string, unknown][] = [
    ['socials.person', { userId: 'masha' }],
    ['socials.person', undefined],
    ['socials.activity', { limit: 1e9 }],
    ['socials.writeReview', { gameId: tea, recommended: true, text: ' \u200b ' }],
    ['socials.reportContent', { kind: 'user', targetId: `${tea}:1`, reason: 'spam' }],
    ['search.game', { slug: 'x'.repeat(1000) }],
  ]
  for (const [path, input] of inputs)
    expect([path, await ask(launcher, 'askStore', { path, input })]).toEqual([path, 'INVALID_INPUT'])
  expect(computer.store.calls).not.toContainEqual(expect.stringMatching(/^(query|mutate)/))
})

test('a refusal keeps its reason; away is OFFLINE; a log-in that the store has ended is over', async () => {
  const launcher = await computer.start()
  await login(launcher)
  const read = () => ask(launcher, 'askStore', { path: 'socials.person', input: { userId: tea } })
  computer.store.trouble = storeError('NOT_FOUND')
  expect(await read()).toBe('NOT_FOUND')
  computer.store.trouble = storeError()
  expect(await read()).toBe('OFFLINE')
  expect(await sessionOf(launcher)).toMatchObject({ status: 'signedIn' })
  computer.store.trouble = null
  computer.store.users.clear()
  expect(await read()).toBe('NOT_SIGNED_IN')
  await expect.poll(() => sessionOf(launcher)).toMatchObject({ status: 'signedOut' })
})
