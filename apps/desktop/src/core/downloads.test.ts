import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { InstallError } from './install/index.ts'
import type { Launcher } from './launcher.ts'
import { masha, owned } from './testing/fakes.ts'
import { ask, jam, login, statusOf, tea, useComputer } from './testing/launcher.ts'

const computer = useComputer()

describe('downloads', () => {
  test('one after the other, with progress, to the end', async () => {
    const launcher = await computer.start()
    await login(launcher)
    await ask(launcher, 'install', { gameId: tea })
    await ask(launcher, 'install', { gameId: jam })
    expect([await statusOf(launcher, tea), await statusOf(launcher, jam)]).toEqual([
      { status: 'queued' },
      { status: 'queued' },
    ])
    await expect.poll(() => computer.installer.log).toEqual([`install ${join(computer.data, 'games/tea')}`])
    await computer.installer.progress(4, 10)
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'downloading' })
    expect(computer.events.at(-1)).toMatchObject({
      name: 'install',
      event: { progress: { done: 4, total: 10, secondsLeft: 2 } },
    })
    await computer.installer.finish()
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'ready' })
    await computer.installer.finish()
    await expect.poll(() => statusOf(launcher, jam)).toEqual({ status: 'ready' })
  })

  test('a stopped one stays stopped, over restarts too, and goes on when asked', async () => {
    const first = await computer.start()
    await login(first)
    await ask(first, 'install', { gameId: tea })
    await ask(first, 'cancelInstall', { gameId: tea })
    await expect.poll(() => statusOf(first, tea)).toEqual({ status: 'stopped' })
    await first.close()
    const second = await computer.start()
    expect(computer.installer.log).toEqual([])
    await ask(second, 'install', { gameId: tea })
    await computer.installer.finish()
    await expect.poll(() => statusOf(second, tea)).toEqual({ status: 'ready' })
  })

  test('what was at work when the launcher ended goes on by itself', async () => {
    const first = await computer.start()
    await login(first)
    await ask(first, 'install', { gameId: tea })
    await first.close()
    const second = await computer.start()
    await expect.poll(() => computer.installer.log).toEqual([`install ${join(computer.data, 'games/tea')}`])
    await computer.installer.finish()
    await expect.poll(() => statusOf(second, tea)).toEqual({ status: 'ready' })
  })

  test('a failure says why and leaves the queue free', async () => {
    const launcher = await computer.start()
    await login(launcher)
    await ask(launcher, 'install', { gameId: tea })
    await ask(launcher, 'install', { gameId: jam })
    await computer.installer.fail(new InstallError('NO_SPACE', 'full'))
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'stopped', failure: 'NO_SPACE' })
    await computer.installer.finish()
    await expect.poll(() => statusOf(launcher, jam)).toEqual({ status: 'ready' })
  })

  test('a disk that takes not even the launcher’s own notes stops no queue, and what it missed is written later', async () => {
    const launcher = await computer.start()
    await login(launcher)
    // No file can be written where a folder is.
    const inTheWay = join(computer.data, 'installs.json.new')
    await mkdir(inTheWay)
    await ask(launcher, 'install', { gameId: tea })
    await ask(launcher, 'install', { gameId: jam })
    await computer.installer.fail(new InstallError('NO_SPACE', 'the disk is full'))
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'stopped', failure: 'NO_SPACE' })
    await computer.installer.finish()
    await expect.poll(() => statusOf(launcher, jam)).toEqual({ status: 'ready' })
    await rm(inTheWay, { recursive: true })
    await ask(launcher, 'install', { gameId: tea })
    await computer.installer.finish()
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'ready' })
    const next = await computer.start()
    expect([await statusOf(next, tea), await statusOf(next, jam)]).toEqual([{ status: 'ready' }, { status: 'ready' }])
  })

  test('a failure names file, chunk and cause, over restarts too, until it is tried again', async () => {
    const first = await computer.start()
    await login(first)
    await ask(first, 'install', { gameId: tea })
    await computer.installer.fail(
      new InstallError('CHUNK_CORRUPT', 'came wrong 3 times', { file: 'a/b.bin', chunk: 'c0ffee' }),
    )
    const detail = { message: 'came wrong 3 times', file: 'a/b.bin', chunk: 'c0ffee' }
    const failed = { status: 'stopped', failure: 'CHUNK_CORRUPT', detail }
    const viewOf = async (launcher: Launcher) =>
      (await launcher.handlers.snapshot(undefined)).installs.find(({ gameId }) => gameId === tea)
    await expect.poll(() => viewOf(first)).toMatchObject(failed)
    await first.close()
    const second = await computer.start()
    expect(await viewOf(second)).toMatchObject(failed)
    await ask(second, 'install', { gameId: tea })
    expect(await viewOf(second)).toMatchObject({ status: 'queued', failure: null, detail: null })
  })

  test('all are paused, none begins in between, and all go on', async () => {
    const launcher = await computer.start()
    await login(launcher)
    for (const gameId of [tea, jam]) await ask(launcher, 'install', { gameId })
    await ask(launcher, 'cancelInstall', { gameId: tea })
    await ask(launcher, 'install', { gameId: tea })
    await ask(launcher, 'pauseAll')
    await ask(launcher, 'pauseAll')
    expect([await statusOf(launcher, tea), await statusOf(launcher, jam)]).toEqual(Array(2).fill({ status: 'stopped' }))
    expect(computer.installer.log).toEqual(
      ['tea', 'jam'].map((name) => `install ${join(computer.data, 'games', name)}`),
    )
    await ask(launcher, 'resumeAll')
    await ask(launcher, 'resumeAll')
    expect((await launcher.handlers.snapshot(undefined)).queue).toEqual([jam, tea])
    await computer.installer.finish()
    await computer.installer.finish()
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'ready' })
    const notices = computer.events.flatMap((one) => (one.name === 'notice' ? [one.event] : []))
    expect(notices).toMatchObject([jam, tea].map((gameId) => ({ kind: 'installed', gameId, version: '1.0.0' })))
  })

  test('an update that the store brings is told of once, a failed download with its reason, unless that is not wanted', async () => {
    const launcher = await computer.start()
    await login(launcher)
    await ask(launcher, 'install', { gameId: tea })
    await computer.installer.finish()
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'ready' })
    const next = owned(tea, 'tea')
    next.builds = next.builds.map((build) => ({ ...build, id: 'b-next', version: '2.0.0' }))
    computer.store.libraries.set(masha.id, [next, owned(jam, 'jam')])
    await ask(launcher, 'refreshLibrary')
    await ask(launcher, 'refreshLibrary')
    await ask(launcher, 'changeSettings', { notifyFailures: false })
    for (let tries = 0; tries < 2; tries++) {
      await ask(launcher, 'install', { gameId: jam })
      await computer.installer.fail(new InstallError('NO_SPACE', 'full'))
      await expect.poll(() => statusOf(launcher, jam)).toEqual({ status: 'stopped', failure: 'NO_SPACE' })
      await ask(launcher, 'changeSettings', { notifyFailures: true })
    }
    const notices = computer.events.flatMap((one) => (one.name === 'notice' ? [one.event] : []))
    expect(notices.slice(1)).toEqual([
      { kind: 'updateReady', gameId: tea, title: 'TEA', version: '2.0.0' },
      { kind: 'failed', gameId: jam, title: 'JAM', failure: 'NO_SPACE' },
    ])
  })

  test('the queue can be put in another order, which outlives the launcher', async () => {
    const first = await computer.start()
    const mint = '019a0000-0000-7000-8000-000000000003'
    computer.store.libraries.get(masha.id)?.push(owned(mint, 'mint'))
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
    expect(computer.events.filter(({ name }) => name === 'queue').at(-1)?.event).toEqual([tea, mint, jam])
    await first.close()
    expect(await queueOf(await computer.start())).toEqual([tea, mint, jam])
  })

  test('a first install that is given up leaves nothing, an update leaves the game as it was', async () => {
    const launcher = await computer.start()
    await login(launcher)
    await ask(launcher, 'install', { gameId: tea })
    await ask(launcher, 'install', { gameId: jam })
    await ask(launcher, 'discardInstall', { gameId: jam })
    await ask(launcher, 'discardInstall', { gameId: tea })
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'absent' })
    expect(await statusOf(launcher, jam)).toEqual({ status: 'absent' })
    expect(computer.installer.log).toContain(`uninstall ${join(computer.data, 'games/tea')}`)

    await ask(launcher, 'install', { gameId: tea })
    await computer.installer.finish()
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'ready' })
    await ask(launcher, 'install', { gameId: tea })
    await ask(launcher, 'discardInstall', { gameId: tea })
    await ask(launcher, 'discardInstall', { gameId: tea })
    expect(await statusOf(launcher, tea)).toEqual({ status: 'ready' })
    // One that failed while its files were put in place is looked at before it counts as whole.
    await ask(launcher, 'install', { gameId: tea })
    await computer.installer.fail(new InstallError('FILE_BLOCKED', 'in use', { file: 'a' }))
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'stopped', failure: 'FILE_BLOCKED' })
    computer.installer.problems = [{ path: 'a', problem: 'changed' }]
    await ask(launcher, 'discardInstall', { gameId: tea })
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'broken', failure: 'BUILD_DAMAGED' })
  })

  test('a download from which nothing comes says so', async () => {
    const launcher = await computer.start()
    await login(launcher)
    const { timers } = computer.clock
    await ask(launcher, 'install', { gameId: tea })
    await computer.installer.progress(4, 10)
    await computer.clock.pass(4_000)
    expect(computer.events.findLast(({ name }) => name === 'install')).toMatchObject({
      event: { progress: { done: 4, bytesPerSecond: 0, secondsLeft: null, history: [0, 0, 0] } },
    })
    await computer.installer.finish()
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'ready' })
    expect(computer.clock.timers).toBe(timers)
  })

  test('verify tells a damaged game, install repairs it, uninstall forgets it', async () => {
    const launcher = await computer.start()
    await login(launcher)
    await ask(launcher, 'install', { gameId: tea })
    await computer.installer.finish()
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'ready' })
    expect(await ask(launcher, 'verify', { gameId: tea })).toEqual({ whole: true })
    computer.installer.problems = [{ path: 'a', problem: 'changed' }]
    expect(await ask(launcher, 'verify', { gameId: tea })).toEqual({ whole: false })
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'broken', failure: 'BUILD_DAMAGED' })
    expect(await ask(launcher, 'play', { gameId: tea, language: 'en' })).toBe('NOT_INSTALLED')
    await ask(launcher, 'uninstall', { gameId: tea })
    await expect.poll(() => statusOf(launcher, tea)).toEqual({ status: 'absent' })
    expect(await ask(launcher, 'verify', { gameId: tea })).toBe('NOT_INSTALLED')
  })
})
