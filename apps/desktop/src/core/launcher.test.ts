import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answer, type Events, type InstallView, type RequestName } from '../shared/bridge.ts'
import { InstallError } from './install/index.ts'
import { type Launcher, startLauncher } from './launcher.ts'
import type { Shell } from './ports.ts'
import {
  MemorySecrets,
  masha,
  owned,
  pasha,
  plainShell,
  settle,
  storeError,
  TestClock,
  TestInstaller,
  TestStore,
} from './testing/fakes.ts'
import { createTraffic } from './traffic.ts'

const server = 'http://store.test'
const tea = '019a0000-0000-7000-8000-000000000001'
const jam = '019a0000-0000-7000-8000-000000000002'

let data: string
let store: TestStore
let secrets: MemorySecrets
let installer: TestInstaller
let events: { [Name in keyof Events]: { name: Name; event: Events[Name] } }[keyof Events][]
let launchers: Launcher[]
let clock: TestClock

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'kettle-core-'))
  store = new TestStore()
  store.libraries.set(masha.id, [owned(tea, 'tea'), owned(jam, 'jam')])
  secrets = new MemorySecrets()
  events = []
  launchers = []
})
afterEach(async () => {
  for (const launcher of launchers) await launcher.close()
  await settle()
  await rm(data, { recursive: true, force: true })
})

async function start(shell: Shell = plainShell): Promise<Launcher> {
  installer = new TestInstaller()
  clock = new TestClock()
  const launcher = await startLauncher({
    places: { data, games: join(data, 'games') },
    platform: 'linux',
    defaultServer: server,
    clock,
    random: () => 0.5,
    shell,
    traffic: createTraffic(clock),
    load: () => ({ busyMs: 0, cpuMs: 0 }),
    secrets,
    openStore: store.open,
    installer,
    startProgram: () => Promise.reject(new Error('no programs here')),
    showPage: () => Promise.reject(new Error('no pages here')),
    setLanguage: () => {},
  })
  launcher.listen((name, event) => events.push({ name, event } as (typeof events)[number]))
  launchers.push(launcher)
  await settle()
  return launcher
}

async function ask(launcher: Launcher, name: RequestName, input?: unknown): Promise<unknown> {
  const given = await answer(launcher.handlers, name, input)
  await settle()
  return given.ok ? given.value : given.failure.reason
}

const sessionOf = async (launcher: Launcher) => (await launcher.handlers.snapshot(undefined)).session
const libraryOf = async (launcher: Launcher) => (await launcher.handlers.snapshot(undefined)).library

/** Logs in and waits for the library that follows. */
async function login(launcher: Launcher, email = masha.email, password = 'right'): Promise<unknown> {
  const given = await ask(launcher, 'login', { server, email, password })
  if (given === undefined) await expect.poll(() => libraryOf(launcher)).toMatchObject({ refreshing: false })
  return given
}

async function statusOf(launcher: Launcher, gameId: string): Promise<Partial<InstallView>> {
  const { installs } = await launcher.handlers.snapshot(undefined)
  const { status, failure } = installs.find((one) => one.gameId === gameId) ?? { status: 'absent', failure: null }
  return failure ? { status, failure } : { status }
}

describe('session', () => {
  test('a log-in outlives the program, and its token is written nowhere but in the secret store', async () => {
    const first = await start()
    expect(await login(first, masha.email, 'wrong')).toBe('INVALID_CREDENTIALS')
    await login(first)
    for (const name of await readdir(data, { recursive: true, withFileTypes: true })) {
      if (name.isFile()) expect(await readFile(join(name.parentPath, name.name), 'utf8')).not.toContain('token-')
    }
    const second = await start()
    await expect
      .poll(() => sessionOf(second))
      .toMatchObject({
        status: 'signedIn',
        user: { name: 'Masha' },
      })
  })

  test('an account with a second step wants its code, and says when it is wrong', async () => {
    const launcher = await start()
    store.secondStep.set(masha.email, '123456')
    const input = { server, email: masha.email, password: 'right' }
    expect(await ask(launcher, 'login', input)).toBe('SECOND_FACTOR_REQUIRED')
    expect(await ask(launcher, 'login', { ...input, code: '654321' })).toBe('CODE_INVALID')
    expect(await sessionOf(launcher)).toMatchObject({ status: 'signedOut' })
    await ask(launcher, 'login', { ...input, code: '123456' })
    expect(await sessionOf(launcher)).toMatchObject({ status: 'signedIn' })
  })

  test('a registration is ended by the mailed code, once, and another code can be had', async () => {
    const launcher = await start()
    const { email } = masha
    await ask(launcher, 'resendCode', { server, email })
    expect(await ask(launcher, 'confirmEmail', { server, email, code: '11111111' })).toBe('CODE_INVALID')
    await ask(launcher, 'confirmEmail', { server, email, code: '22222222' })
    expect(await sessionOf(launcher)).toMatchObject({ status: 'signedIn', user: { name: 'Masha' } })
    await expect.poll(async () => (await libraryOf(launcher)).games).toHaveLength(2)
    await ask(launcher, 'logout')
    expect(await ask(launcher, 'confirmEmail', { server, email, code: '22222222' })).toBe('CODE_INVALID')
    store.trouble = storeError('RATE_LIMITED')
    expect(await ask(launcher, 'resendCode', { server, email })).toBe('RATE_LIMITED')
  })

  test('people belong to the log-in: what others wrote stays on no disk after it, what waits to be sent does', async () => {
    const launcher = await start()
    const people = () => launcher.snapshot().people
    expect(await ask(launcher, 'refreshPeople')).toBe('NOT_SIGNED_IN')
    await login(launcher)
    const friend = '019a0000-0000-7000-8000-00000000000a'
    const stored = { seq: 1, senderId: friend, text: 'a secret', clientId: 'x', sentAt: '2026-01-01T00:00:00.000Z' }
    const anna = { id: friend, name: 'Anna', avatar: `/avatars/${friend}.svg` }
    store.newestPeople.hello()
    await clock.pass(2_000)
    store.newestPeople.say({ seq: 1, kind: 'friend', at: '', payload: { user: anna, asked: false } })
    store.newestPeople.say({ seq: 2, kind: 'message', at: '', payload: { with: anna, message: stored } })
    await clock.pass(5_000)
    expect(launcher.snapshot().threads).toMatchObject({ unread: 1, items: [{ text: 'a secret' }] })
    store.newestPeople.trouble = storeError()
    await ask(launcher, 'sendMessage', { userId: friend, text: 'not yet' })
    await ask(launcher, 'logout')
    expect(people()).toMatchObject({ friends: [], refreshedAt: null })
    const left = await Promise.all(
      (await readdir(join(data, 'people'))).map((name) => readFile(join(data, 'people', name), 'utf8')),
    )
    expect(left.join()).not.toMatch(/a secret|Anna/u)
    expect(left.join()).toContain('not yet')
    await login(launcher, pasha.email)
    expect(launcher.snapshot().threads.items).toEqual([])
    expect(await ask(launcher, 'openConversation', { userId: friend })).toMatchObject({ messages: [] })
  })

  test('the first words are said once: which store, and how much room there is', async () => {
    const first = await start()
    const welcomed = async (launcher: Launcher) => (await launcher.handlers.snapshot(undefined)).settings.welcomed
    expect(await welcomed(first)).toBe(false)
    // The games' folder is not there yet; the disk that it will be on is.
    expect(await ask(first, 'freeSpace')).toEqual({ bytes: expect.any(Number) })
    expect(await ask(first, 'finishWelcome', { server: 'store' })).toBe('INVALID_INPUT')
    await ask(first, 'finishWelcome', { server: 'https://other.test/path' })
    expect(await sessionOf(first)).toEqual({ status: 'signedOut', server: 'https://other.test' })
    const second = await start()
    expect(await welcomed(second)).toBe(true)
    expect(await sessionOf(second)).toMatchObject({ server: 'https://other.test' })
    await login(second)
    await ask(second, 'finishWelcome', { server: 'https://third.test' })
    expect(await sessionOf(second)).toMatchObject({ status: 'signedIn', server })
  })

  test('who had settings before there were first words is not told them', async () => {
    await writeFile(
      join(data, 'settings.json'),
      JSON.stringify({ gamesFolder: null, speedLimit: 5, language: 'ru', channel: 'beta' }),
    )
    const { settings } = await (await start()).handlers.snapshot(undefined)
    expect(settings).toMatchObject({ welcomed: true, speedLimit: 5, channel: 'beta' })
  })

  test('logging out forgets, also when the store is away', async () => {
    const launcher = await start()
    await login(launcher)
    store.trouble = storeError()
    await ask(launcher, 'logout')
    expect(secrets.secret).toBeNull()
    const next = await start()
    await expect.poll(() => sessionOf(next)).toMatchObject({ status: 'signedOut' })
  })

  test('a log-in that the store has ended is over; one that it can not be asked about is not', async () => {
    await login(await start())
    store.trouble = storeError()
    const offline = await start()
    await expect.poll(() => libraryOf(offline)).toMatchObject({ failure: 'OFFLINE' })
    expect(await sessionOf(offline)).toMatchObject({ status: 'signedIn' })
    store.trouble = null
    store.users.clear()
    const next = await start()
    await expect.poll(() => sessionOf(next)).toMatchObject({ status: 'signedOut' })
  })
})

describe('links from outside', () => {
  const linkOf = async (launcher: Launcher) => (await launcher.handlers.snapshot(undefined)).link
  const to = (verb: string, id = tea) => `kettle://${verb}/${id}`

  test('wait for the log-in, lead to a game that is owned, and start nothing by themselves', async () => {
    const launcher = await start()
    launcher.openLink(to('install'))
    await expect.poll(() => linkOf(launcher)).toEqual({ verb: 'install', gameId: tea, state: 'signedOut' })
    await login(launcher)
    await expect.poll(() => linkOf(launcher)).toMatchObject({ state: 'owned' })
    expect(events.filter(({ name }) => name === 'link').at(-1)?.event).toMatchObject({ gameId: tea, state: 'owned' })
    expect(await statusOf(launcher, tea)).toEqual({ status: 'absent' })
    expect(installer.log).toEqual([])
    await ask(launcher, 'dismissLink')
    expect(await linkOf(launcher)).toBeNull()
  })

  test('ask the store about a game that was bought a moment ago, and say when it is not owned or nobody can tell', async () => {
    store.libraries.set(masha.id, [owned(tea, 'tea')])
    const launcher = await start()
    await login(launcher)
    await ask(launcher, 'openLink', { link: to('game', jam) })
    await expect.poll(() => linkOf(launcher)).toMatchObject({ gameId: jam, state: 'notOwned' })
    store.trouble = storeError()
    await ask(launcher, 'openLink', { link: to('play', jam) })
    await expect.poll(() => linkOf(launcher)).toMatchObject({ verb: 'play', state: 'unknown' })
    store.trouble = null
    store.libraries.set(masha.id, [owned(tea, 'tea'), owned(jam, 'jam')])
    await ask(launcher, 'openLink', { link: to('install', jam) })
    await expect.poll(() => linkOf(launcher)).toMatchObject({ state: 'owned' })
  })

  test('of two the newer counts, and what is no link changes nothing', async () => {
    const launcher = await start()
    await login(launcher)
    const gate = Promise.withResolvers<void>()
    store.slow = gate.promise
    launcher.openLink(to('install', '019a0000-0000-7000-8000-00000000dead'))
    launcher.openLink(to('play'))
    gate.resolve()
    await settle()
    expect(await linkOf(launcher)).toEqual({ verb: 'play', gameId: tea, state: 'owned' })
    for (const link of ['kettle://app/index.html', 'kettle://install/../../x', '', 'x'.repeat(200)])
      await ask(launcher, 'openLink', { link })
    expect(await linkOf(launcher)).toEqual({ verb: 'play', gameId: tea, state: 'owned' })
    expect(await ask(launcher, 'openLink', { link: 'x'.repeat(201) })).toBe('INVALID_INPUT')
  })
})

describe('library', () => {
  test('the list of the last time is there at once and offline, with the reason', async () => {
    await login(await start())
    store.trouble = storeError()
    const launcher = await start()
    await expect.poll(() => libraryOf(launcher)).toMatchObject({ failure: 'OFFLINE', refreshing: false })
    const library = await libraryOf(launcher)
    expect(library.games.map((game) => game.title)).toEqual(['TEA', 'JAM'])
    expect(library.refreshedAt).not.toBeNull()
  })

  test('what is new is asked for this computer, told when it comes, and kept for offline and for nobody else', async () => {
    const items = [{ version: '1.0.0', notes: 'Чай', releasedAt: '2026-01-01T00:00:00.000Z' }]
    store.changelogs.set(tea, items)
    const first = await start()
    expect(await ask(first, 'changelog', { gameId: tea })).toBe('NOT_OWNED')
    await login(first)
    expect(await ask(first, 'changelog', { gameId: tea })).toEqual({ gameId: tea, items: null })
    await expect.poll(() => events).toContainEqual({ name: 'changelog', event: { gameId: tea, items } })
    expect(store.calls).toContain(`changelog ${tea} linux stable`)
    store.trouble = storeError()
    const offline = await start()
    expect(await ask(offline, 'changelog', { gameId: tea })).toEqual({ gameId: tea, items })
    store.trouble = null
    store.libraries.set(pasha.id, [owned(tea, 'tea')])
    await ask(offline, 'logout')
    await login(offline, pasha.email)
    expect(await ask(offline, 'changelog', { gameId: tea })).toEqual({ gameId: tea, items: null })
  })

  test('accounts on one computer never see each other', async () => {
    const launcher = await start()
    await login(launcher)
    await ask(launcher, 'logout')
    store.libraries.set(pasha.id, [])
    await login(launcher, pasha.email)
    await expect.poll(() => libraryOf(launcher)).toMatchObject({ games: [], refreshing: false })
    expect(await ask(launcher, 'install', { gameId: tea })).toBe('NOT_OWNED')
  })

  test('an answer that comes after another account has logged in is thrown away', async () => {
    const launcher = await start()
    await login(launcher)
    const { promise, resolve } = Promise.withResolvers<void>()
    store.slow = promise
    const late = ask(launcher, 'refreshLibrary')
    store.slow = null
    await ask(launcher, 'logout')
    store.libraries.set(pasha.id, [])
    await login(launcher, pasha.email)
    resolve()
    await late
    expect(await libraryOf(launcher)).toMatchObject({ games: [], refreshing: false })
  })

  test('a cover comes from the store once, then from the disk', async () => {
    const launcher = await start()
    await login(launcher)
    expect(await launcher.picture(tea)).toMatchObject({ type: 'image/png' })
    store.trouble = storeError()
    expect(await launcher.picture(tea)).toMatchObject({ type: 'image/png' })
    expect(await launcher.picture('../../etc/passwd')).toBeNull()
  })
})

describe('downloads', () => {
  test('one after the other, with progress, to the end', async () => {
    const launcher = await start()
    await login(launcher)
    await ask(launcher, 'install', { gameId: tea })
    await ask(launcher, 'install', { gameId: jam })
    expect([await statusOf(launcher, tea), await statusOf(launcher, jam)]).toEqual([
      { status: 'queued' },
      { status: 'queued' },
    ])
    await expect.poll(() => installer.log).toEqual([`install ${join(data, 'games/tea')}`])
    await installer.progress(4, 10)
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'downloading' })
    expect(events.at(-1)).toMatchObject({
      name: 'install',
      event: { progress: { done: 4, total: 10, secondsLeft: 2 } },
    })
    await installer.finish()
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'ready' })
    await installer.finish()
    await expect.poll(() => statusOf(launcher, jam)).toEqual({ status: 'ready' })
  })

  test('a stopped one stays stopped, over restarts too, and goes on when asked', async () => {
    const first = await start()
    await login(first)
    await ask(first, 'install', { gameId: tea })
    await ask(first, 'cancelInstall', { gameId: tea })
    await expect.poll(() => statusOf(first, tea)).toEqual({ status: 'stopped' })
    await first.close()
    const second = await start()
    expect(installer.log).toEqual([])
    await ask(second, 'install', { gameId: tea })
    await installer.finish()
    await expect.poll(() => statusOf(second, tea)).toEqual({ status: 'ready' })
  })

  test('what was at work when the launcher ended goes on by itself', async () => {
    const first = await start()
    await login(first)
    await ask(first, 'install', { gameId: tea })
    await first.close()
    const second = await start()
    await expect.poll(() => installer.log).toEqual([`install ${join(data, 'games/tea')}`])
    await installer.finish()
    await expect.poll(() => statusOf(second, tea)).toEqual({ status: 'ready' })
  })

  test('a failure says why and leaves the queue free', async () => {
    const launcher = await start()
    await login(launcher)
    await ask(launcher, 'install', { gameId: tea })
    await ask(launcher, 'install', { gameId: jam })
    await installer.fail(new InstallError('NO_SPACE', 'full'))
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'stopped', failure: 'NO_SPACE' })
    await installer.finish()
    await expect.poll(() => statusOf(launcher, jam)).toEqual({ status: 'ready' })
  })

  test('a failure names file, chunk and cause, over restarts too, until it is tried again', async () => {
    const first = await start()
    await login(first)
    await ask(first, 'install', { gameId: tea })
    await installer.fail(new InstallError('CHUNK_CORRUPT', 'came wrong 3 times', { file: 'a/b.bin', chunk: 'c0ffee' }))
    const detail = { message: 'came wrong 3 times', file: 'a/b.bin', chunk: 'c0ffee' }
    const failed = { status: 'stopped', failure: 'CHUNK_CORRUPT', detail }
    const viewOf = async (launcher: Launcher) =>
      (await launcher.handlers.snapshot(undefined)).installs.find(({ gameId }) => gameId === tea)
    await expect.poll(() => viewOf(first)).toMatchObject(failed)
    await first.close()
    const second = await start()
    expect(await viewOf(second)).toMatchObject(failed)
    await ask(second, 'install', { gameId: tea })
    expect(await viewOf(second)).toMatchObject({ status: 'queued', failure: null, detail: null })
  })

  test('all are paused, none begins in between, and all go on', async () => {
    const launcher = await start()
    await login(launcher)
    for (const gameId of [tea, jam]) await ask(launcher, 'install', { gameId })
    await ask(launcher, 'cancelInstall', { gameId: tea })
    await ask(launcher, 'install', { gameId: tea })
    await ask(launcher, 'pauseAll')
    await ask(launcher, 'pauseAll')
    expect([await statusOf(launcher, tea), await statusOf(launcher, jam)]).toEqual(Array(2).fill({ status: 'stopped' }))
    expect(installer.log).toEqual(['tea', 'jam'].map((name) => `install ${join(data, 'games', name)}`))
    await ask(launcher, 'resumeAll')
    await ask(launcher, 'resumeAll')
    expect((await launcher.handlers.snapshot(undefined)).queue).toEqual([jam, tea])
    await installer.finish()
    await installer.finish()
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'ready' })
    const notices = events.flatMap((one) => (one.name === 'notice' ? [one.event] : []))
    expect(notices).toMatchObject([jam, tea].map((gameId) => ({ kind: 'installed', gameId, version: '1.0.0' })))
  })

  test('an update that the store brings is told of once, a failed download with its reason, unless that is not wanted', async () => {
    const launcher = await start()
    await login(launcher)
    await ask(launcher, 'install', { gameId: tea })
    await installer.finish()
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'ready' })
    const next = owned(tea, 'tea')
    next.builds = next.builds.map((build) => ({ ...build, id: 'b-next', version: '2.0.0' }))
    store.libraries.set(masha.id, [next, owned(jam, 'jam')])
    await ask(launcher, 'refreshLibrary')
    await ask(launcher, 'refreshLibrary')
    await ask(launcher, 'changeSettings', { notifyFailures: false })
    for (let tries = 0; tries < 2; tries++) {
      await ask(launcher, 'install', { gameId: jam })
      await installer.fail(new InstallError('NO_SPACE', 'full'))
      await expect.poll(() => statusOf(launcher, jam)).toEqual({ status: 'stopped', failure: 'NO_SPACE' })
      await ask(launcher, 'changeSettings', { notifyFailures: true })
    }
    const notices = events.flatMap((one) => (one.name === 'notice' ? [one.event] : []))
    expect(notices.slice(1)).toEqual([
      { kind: 'updateReady', gameId: tea, title: 'TEA', version: '2.0.0' },
      { kind: 'failed', gameId: jam, title: 'JAM', failure: 'NO_SPACE' },
    ])
  })

  test('the queue can be put in another order, which outlives the launcher', async () => {
    const first = await start()
    const mint = '019a0000-0000-7000-8000-000000000003'
    store.libraries.get(masha.id)?.push(owned(mint, 'mint'))
    await login(first)
    for (const gameId of [tea, jam, mint]) await ask(first, 'install', { gameId })
    const queueOf = async (launcher: Launcher) => (await launcher.handlers.snapshot(undefined)).queue
    expect(await queueOf(first)).toEqual([tea, jam, mint])
    await ask(first, 'moveInstall', { gameId: mint, to: 1 })
    expect(await queueOf(first)).toEqual([tea, mint, jam])
    // Nothing goes before the one at work, nor does that one move; what isn't there is nowhere.
    await ask(first, 'moveInstall', { gameId: tea, to: 2 })
    expect(await ask(first, 'moveInstall', { gameId: jam, to: 0 })).toBe('INVALID_INPUT')
    expect(await queueOf(first)).toEqual([tea, mint, jam])
    expect(events.filter(({ name }) => name === 'queue').at(-1)?.event).toEqual([tea, mint, jam])
    await first.close()
    expect(await queueOf(await start())).toEqual([tea, mint, jam])
  })

  test('a first install that is given up leaves nothing, an update leaves the game as it was', async () => {
    const launcher = await start()
    await login(launcher)
    await ask(launcher, 'install', { gameId: tea })
    await ask(launcher, 'install', { gameId: jam })
    await ask(launcher, 'discardInstall', { gameId: jam })
    await ask(launcher, 'discardInstall', { gameId: tea })
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'absent' })
    expect(await statusOf(launcher, jam)).toEqual({ status: 'absent' })
    expect(installer.log).toContain(`uninstall ${join(data, 'games/tea')}`)

    await ask(launcher, 'install', { gameId: tea })
    await installer.finish()
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'ready' })
    await ask(launcher, 'install', { gameId: tea })
    await ask(launcher, 'discardInstall', { gameId: tea })
    await ask(launcher, 'discardInstall', { gameId: tea })
    expect(await statusOf(launcher, tea)).toEqual({ status: 'ready' })
    // One that failed while its files were put in place is looked at before it counts as whole.
    await ask(launcher, 'install', { gameId: tea })
    await installer.fail(new InstallError('FILE_BLOCKED', 'in use', { file: 'a' }))
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'stopped', failure: 'FILE_BLOCKED' })
    installer.problems = [{ path: 'a', problem: 'changed' }]
    await ask(launcher, 'discardInstall', { gameId: tea })
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'broken', failure: 'BUILD_DAMAGED' })
  })

  test('a download from which nothing comes says so', async () => {
    const launcher = await start()
    await login(launcher)
    const { timers } = clock
    await ask(launcher, 'install', { gameId: tea })
    await installer.progress(4, 10)
    await clock.pass(4_000)
    expect(events.findLast(({ name }) => name === 'install')).toMatchObject({
      event: { progress: { done: 4, bytesPerSecond: 0, secondsLeft: null, history: [0, 0, 0] } },
    })
    await installer.finish()
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'ready' })
    expect(clock.timers).toBe(timers)
  })

  test('verify tells a damaged game, install repairs it, uninstall forgets it', async () => {
    const launcher = await start()
    await login(launcher)
    await ask(launcher, 'install', { gameId: tea })
    await installer.finish()
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'ready' })
    expect(await ask(launcher, 'verify', { gameId: tea })).toEqual({ whole: true })
    installer.problems = [{ path: 'a', problem: 'changed' }]
    expect(await ask(launcher, 'verify', { gameId: tea })).toEqual({ whole: false })
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'broken', failure: 'BUILD_DAMAGED' })
    expect(await ask(launcher, 'play', { gameId: tea, language: 'en' })).toBe('NOT_INSTALLED')
    await ask(launcher, 'uninstall', { gameId: tea })
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'absent' })
    expect(await ask(launcher, 'verify', { gameId: tea })).toBe('NOT_INSTALLED')
  })
})

describe('settings', () => {
  const settingsOf = async (launcher: Launcher) => (await launcher.handlers.snapshot(undefined)).settings

  test('what is chosen holds at once and over restarts', async () => {
    const first = await start()
    await login(first)
    const elsewhere = join(data, 'elsewhere/games')
    const chosen = { gamesFolder: elsewhere, speedLimit: 50_000, language: 'ru', channel: 'beta' } as const
    expect(await ask(first, 'changeSettings', chosen)).toBeUndefined()
    expect(await settingsOf(first)).toMatchObject({ ...chosen, putAside: null })
    await ask(first, 'install', { gameId: tea })
    await expect.poll(() => installer.log).toEqual([`install ${join(elsewhere, 'tea')}`])
    await installer.finish()
    await expect.poll(() => statusOf(first, tea)).toEqual({ status: 'ready' })
    await first.close()
    const second = await start()
    expect(await settingsOf(second)).toMatchObject(chosen)
    await ask(second, 'changeSettings', { speedLimit: null })
    expect(await settingsOf(second)).toMatchObject({ ...chosen, speedLimit: null })
    expect(events.findLast(({ name }) => name === 'settings')?.event).toMatchObject({ speedLimit: null })
  })

  test('a folder that can not be used and a limit that would stop everything change nothing', async () => {
    const launcher = await start()
    const before = await settingsOf(launcher)
    await writeFile(join(data, 'a-file'), '')
    expect(await ask(launcher, 'changeSettings', { gamesFolder: 'games' })).toBe('FOLDER_UNUSABLE')
    expect(await ask(launcher, 'changeSettings', { gamesFolder: join(data, 'a-file') })).toBe('FOLDER_UNUSABLE')
    expect(await ask(launcher, 'changeSettings', { speedLimit: 5 })).toBe('INVALID_INPUT')
    expect(await ask(launcher, 'changeSettings', { channel: 'nightly' })).toBe('INVALID_INPUT')
    expect(await settingsOf(launcher)).toEqual(before)
  })

  test('a broken file means the defaults, says so, and is kept', async () => {
    await writeFile(join(data, 'settings.json'), '{"speedLimit": ')
    const launcher = await start()
    const aside = join(data, 'settings.json.broken')
    expect(await settingsOf(launcher)).toMatchObject({ speedLimit: null, channel: 'stable', putAside: aside })
    expect(await readFile(aside, 'utf8')).toBe('{"speedLimit": ')
    await ask(launcher, 'changeSettings', { channel: 'beta' })
    expect(await settingsOf(launcher)).toMatchObject({ channel: 'beta', putAside: null })
  })

  test('starts with the system where the shell can, and says where it can not', async () => {
    const plain = await start()
    expect((await settingsOf(plain)).startWithSystem).toBeNull()
    expect(await ask(plain, 'changeSettings', { startWithSystem: true })).toBe('NOT_POSSIBLE_HERE')
    expect(await ask(plain, 'chooseFolder')).toBe('NOT_POSSIBLE_HERE')
    let on = false
    const enable = (wanted: boolean): void => {
      on = wanted
    }
    const startup = { enabled: () => on, enable }
    const able = await start({ ...plainShell, startup, tray: true, chooseFolder: async () => data })
    await ask(able, 'changeSettings', { startWithSystem: true })
    expect(await settingsOf(able)).toMatchObject({ startWithSystem: true, choosesFolder: true })
    expect(await ask(able, 'chooseFolder')).toEqual({ folder: data })
  })

  test('beta builds are for who asked for them, and a game without one gives its stable one', async () => {
    const item = owned(tea, 'tea')
    const [stable] = item.builds
    if (stable) item.builds.push({ ...stable, id: 'b2', channel: 'beta', version: '2.0.0-beta' })
    store.libraries.set(masha.id, [item, owned(jam, 'jam')])
    const launcher = await start()
    await login(launcher)
    const versions = async () => (await libraryOf(launcher)).games.map(({ build }) => build?.version)
    expect(await versions()).toEqual(['1.0.0', '1.0.0'])
    await ask(launcher, 'changeSettings', { channel: 'beta' })
    expect(await versions()).toEqual(['2.0.0-beta', '1.0.0'])
    await ask(launcher, 'install', { gameId: tea })
    await ask(launcher, 'install', { gameId: jam })
    await installer.finish()
    await installer.finish()
    await expect.poll(() => statusOf(launcher, jam)).toEqual({ status: 'ready' })
    expect(store.calls.filter((call) => call.startsWith('download'))).toEqual([
      `download ${tea} beta`,
      `download ${jam} stable`,
    ])
  })
})

test('requests from outside are checked before anything happens', async () => {
  const launcher = await start()
  for (const [name, input] of [
    ['constructor', undefined],
    ['dig', undefined],
    ['install', { gameId: '../../etc' }],
    ['login', { server: 'file:///etc/passwd', email: '', password: '' }],
  ] as const) {
    expect(await ask(launcher, name as RequestName, input)).toBe('INVALID_INPUT')
  }
  expect(store.calls).toEqual([])
})
