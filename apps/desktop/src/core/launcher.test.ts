import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RequestName } from '../shared/bridge.ts'
import type { Launcher } from './launcher.ts'
import { masha, pasha, storeError } from './testing/fakes.ts'
import { ask, libraryOf, login, server, sessionOf, useComputer } from './testing/launcher.ts'

const computer = useComputer()

describe('session', () => {
  test('a log-in outlives the program, and its token is written nowhere but in the secret store', async () => {
    const first = await computer.start()
    expect(await login(first, masha.email, 'wrong')).toBe('INVALID_CREDENTIALS')
    await login(first)
    for (const name of await readdir(computer.data, { recursive: true, withFileTypes: true })) {
      if (name.isFile()) expect(await readFile(join(name.parentPath, name.name), 'utf8')).not.toContain('token-')
    }
    const second = await computer.start()
    await expect
      .poll(() => sessionOf(second))
      .toMatchObject({
        status: 'signedIn',
        user: { name: 'Masha' },
      })
  })

  test('a log-in that the disk does not take is none, and says why; logging out works on a full disk too', async () => {
    const launcher = await computer.start()
    // No file can be written where a folder is.
    const inTheWay = join(computer.data, 'session.json.new')
    await mkdir(inTheWay)
    expect(await login(launcher)).toBe('DISK_FAILED')
    expect(await sessionOf(launcher)).toMatchObject({ status: 'signedOut' })
    expect([computer.secrets.secret, computer.store.users.size]).toEqual([null, 0])
    await rm(inTheWay, { recursive: true })
    await login(launcher)
    await mkdir(inTheWay)
    expect(await ask(launcher, 'logout')).toBe('DISK_FAILED')
    expect(computer.events.findLast(({ name }) => name === 'session')?.event).toMatchObject({ status: 'signedOut' })
    // The file still names the account, but its key is gone.
    expect(await sessionOf(await computer.start())).toMatchObject({ status: 'signedOut' })
  })

  test('who moderates is known from the log-in on, offline too, and learned by a launcher that kept no roles yet', async () => {
    const first = await computer.start()
    await login(first, pasha.email)
    expect(await sessionOf(first)).toMatchObject({ user: { role: 'admin' } })
    computer.store.trouble = storeError()
    expect(await sessionOf(await computer.start())).toMatchObject({ user: { role: 'admin' } })
    const file = join(computer.data, 'session.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace(/,\s*"role":\s*"admin"/u, ''))
    expect(await sessionOf(await computer.start())).toMatchObject({ user: { role: 'player' } })
    computer.store.trouble = null
    const later = await computer.start()
    await expect.poll(() => sessionOf(later)).toMatchObject({ user: { role: 'admin' } })
  })

  test('an account with a second step wants its code, and says when it is wrong', async () => {
    const launcher = await computer.start()
    computer.store.secondStep.set(masha.email, '123456')
    const input = { server, email: masha.email, password: 'right' }
    expect(await ask(launcher, 'login', input)).toBe('SECOND_FACTOR_REQUIRED')
    expect(await ask(launcher, 'login', { ...input, code: '654321' })).toBe('CODE_INVALID')
    expect(await sessionOf(launcher)).toMatchObject({ status: 'signedOut' })
    await ask(launcher, 'login', { ...input, code: '123456' })
    expect(await sessionOf(launcher)).toMatchObject({ status: 'signedIn' })
  })

  test('a registration is ended by the mailed code, once, and another code can be had', async () => {
    const launcher = await computer.start()
    const { email } = masha
    await ask(launcher, 'resendCode', { server, email })
    expect(await ask(launcher, 'confirmEmail', { server, email, code: '11111111' })).toBe('CODE_INVALID')
    await ask(launcher, 'confirmEmail', { server, email, code: '22222222' })
    expect(await sessionOf(launcher)).toMatchObject({ status: 'signedIn', user: { name: 'Masha' } })
    await expect.poll(async () => (await libraryOf(launcher)).games).toHaveLength(2)
    await ask(launcher, 'logout')
    expect(await ask(launcher, 'confirmEmail', { server, email, code: '22222222' })).toBe('CODE_INVALID')
    computer.store.trouble = storeError('RATE_LIMITED')
    expect(await ask(launcher, 'resendCode', { server, email })).toBe('RATE_LIMITED')
  })

  test('a registration that is not the only one of its address is ended by code and password together', async () => {
    const launcher = await computer.start()
    const { email } = masha
    computer.store.contested.add(email)
    await ask(launcher, 'resendCode', { server, email })
    const input = { server, email, code: '22222222' }
    expect(await ask(launcher, 'confirmEmail', input)).toBe('ATTEMPT_NOT_PROVED')
    expect(await ask(launcher, 'confirmEmail', { ...input, password: 'wrong' })).toBe('ATTEMPT_NOT_PROVED')
    await ask(launcher, 'confirmEmail', { ...input, password: 'right' })
    expect(await sessionOf(launcher)).toMatchObject({ status: 'signedIn', user: { name: 'Masha' } })
  })

  test('people belong to the log-in: what others wrote stays on no disk after it, what waits to be sent does', async () => {
    const launcher = await computer.start()
    const people = () => launcher.snapshot().people
    expect(await ask(launcher, 'refreshPeople')).toBe('NOT_SIGNED_IN')
    await login(launcher)
    const friend = '019a0000-0000-7000-8000-00000000000a'
    const stored = { seq: 1, senderId: friend, text: 'a secret', clientId: 'x', sentAt: '2026-01-01T00:00:00.000Z' }
    const anna = { id: friend, name: 'Anna', avatar: `/avatars/${friend}.svg` }
    computer.store.newestPeople.hello()
    await computer.clock.pass(2_000)
    computer.store.newestPeople.say({ seq: 1, kind: 'friend', at: '', payload: { user: anna, asked: false } })
    computer.store.newestPeople.say({ seq: 2, kind: 'message', at: '', payload: { with: anna, message: stored } })
    await computer.clock.pass(5_000)
    expect(launcher.snapshot().threads).toMatchObject({ unread: 1, items: [{ text: 'a secret' }] })
    computer.store.newestPeople.trouble = storeError()
    await ask(launcher, 'sendMessage', { userId: friend, text: 'not yet' })
    await ask(launcher, 'logout')
    expect(people()).toMatchObject({ friends: [], refreshedAt: null })
    const left = await Promise.all(
      (await readdir(join(computer.data, 'people'))).map((name) =>
        readFile(join(computer.data, 'people', name), 'utf8'),
      ),
    )
    expect(left.join()).not.toMatch(/a secret|Anna/u)
    expect(left.join()).toContain('not yet')
    await login(launcher, pasha.email)
    expect(launcher.snapshot().threads.items).toEqual([])
    expect(await ask(launcher, 'openConversation', { userId: friend })).toMatchObject({ messages: [] })
  })

  test('the first words are said once: which computer.store, and how much room there is', async () => {
    const first = await computer.start()
    const welcomed = async (launcher: Launcher) => (await launcher.handlers.snapshot(undefined)).settings.welcomed
    expect(await welcomed(first)).toBe(false)
    // The games' folder is not there yet; the disk that it will be on is.
    expect(await ask(first, 'freeSpace')).toEqual({ bytes: expect.any(Number) })
    expect(await ask(first, 'finishWelcome', { server: 'store' })).toBe('INVALID_INPUT')
    await ask(first, 'finishWelcome', { server: 'https://other.test/path' })
    expect(await sessionOf(first)).toEqual({ status: 'signedOut', server: 'https://other.test' })
    const second = await computer.start()
    expect(await welcomed(second)).toBe(true)
    expect(await sessionOf(second)).toMatchObject({ server: 'https://other.test' })
    await login(second)
    await ask(second, 'finishWelcome', { server: 'https://third.test' })
    expect(await sessionOf(second)).toMatchObject({ status: 'signedIn', server })
  })

  test('who had settings before there were first words is not told them', async () => {
    await writeFile(
      join(computer.data, 'settings.json'),
      JSON.stringify({ gamesFolder: null, speedLimit: 5, language: 'ru', channel: 'beta' }),
    )
    const { settings } = await (await computer.start()).handlers.snapshot(undefined)
    expect(settings).toMatchObject({ welcomed: true, speedLimit: 5, channel: 'beta' })
  })

  test('logging out forgets, also when the store is away', async () => {
    const launcher = await computer.start()
    await login(launcher)
    computer.store.trouble = storeError()
    await ask(launcher, 'logout')
    expect(computer.secrets.secret).toBeNull()
    const next = await computer.start()
    await expect.poll(() => sessionOf(next)).toMatchObject({ status: 'signedOut' })
  })

  test('a log-in that the store has ended is over; one that it can not be asked about is not', async () => {
    await login(await computer.start())
    computer.store.trouble = storeError()
    const offline = await computer.start()
    await expect.poll(() => libraryOf(offline)).toMatchObject({ failure: 'OFFLINE' })
    expect(await sessionOf(offline)).toMatchObject({ status: 'signedIn' })
    computer.store.trouble = null
    computer.store.users.clear()
    const next = await computer.start()
    await expect.poll(() => sessionOf(next)).toMatchObject({ status: 'signedOut' })
  })
})

test('requests from outside are checked before anything happens', async () => {
  const launcher = await computer.start()
  for (const [name, input] of [
    ['constructor', undefined],
    ['dig', undefined],
    ['install', { gameId: '../../etc' }],
    ['login', { server: 'file:///etc/passwd', email: '', password: '' }],
  ] as const) {
    expect(await ask(launcher, name as RequestName, input)).toBe('INVALID_INPUT')
  }
  expect(computer.store.calls).toEqual([])
})
