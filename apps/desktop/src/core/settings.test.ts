import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Launcher } from './launcher.ts'
import { masha, owned, plainShell } from './testing/fakes.ts'
import { ask, jam, libraryOf, login, statusOf, tea, useComputer } from './testing/launcher.ts'

const computer = useComputer()

describe('settings', () => {
  const settingsOf = async (launcher: Launcher) => (await launcher.handlers.snapshot(undefined)).settings

  test('what is chosen holds at once and over restarts', async () => {
    const first = await computer.start()
    await login(first)
    const elsewhere = join(computer.data, 'elsewhere/games')
    const chosen = { gamesFolder: elsewhere, speedLimit: 50_000, language: 'ru', channel: 'beta' } as const
    expect(await ask(first, 'changeSettings', chosen)).toBeUndefined()
    expect(await settingsOf(first)).toMatchObject({ ...chosen, putAside: null })
    await ask(first, 'install', { gameId: tea })
    await expect.poll(() => computer.installer.log).toEqual([`install ${join(elsewhere, 'tea')}`])
    await computer.installer.finish()
    await expect.poll(() => statusOf(first, tea)).toEqual({ status: 'ready' })
    await first.close()
    const second = await computer.start()
    expect(await settingsOf(second)).toMatchObject(chosen)
    await ask(second, 'changeSettings', { speedLimit: null })
    expect(await settingsOf(second)).toMatchObject({ ...chosen, speedLimit: null })
    expect(computer.events.findLast(({ name }) => name === 'settings')?.event).toMatchObject({ speedLimit: null })
  })

  test('a folder that can not be used and a limit that would stop everything change nothing', async () => {
    const launcher = await computer.start()
    const before = await settingsOf(launcher)
    await writeFile(join(computer.data, 'a-file'), '')
    expect(await ask(launcher, 'changeSettings', { gamesFolder: 'games' })).toBe('FOLDER_UNUSABLE')
    expect(await ask(launcher, 'changeSettings', { gamesFolder: join(computer.data, 'a-file') })).toBe(
      'FOLDER_UNUSABLE',
    )
    expect(await ask(launcher, 'changeSettings', { speedLimit: 5 })).toBe('INVALID_INPUT')
    expect(await ask(launcher, 'changeSettings', { channel: 'nightly' })).toBe('INVALID_INPUT')
    expect(await settingsOf(launcher)).toEqual(before)
  })

  test('a broken file means the defaults, says so, and is kept', async () => {
    await writeFile(join(computer.data, 'settings.json'), '{"speedLimit": ')
    const launcher = await computer.start()
    const aside = join(computer.data, 'settings.json.broken')
    expect(await settingsOf(launcher)).toMatchObject({ speedLimit: null, channel: 'stable', putAside: aside })
    expect(await readFile(aside, 'utf8')).toBe('{"speedLimit": ')
    await ask(launcher, 'changeSettings', { channel: 'beta' })
    expect(await settingsOf(launcher)).toMatchObject({ channel: 'beta', putAside: null })
  })

  test('starts with the system where the shell can, and says where it can not', async () => {
    const plain = await computer.start()
    expect((await settingsOf(plain)).startWithSystem).toBeNull()
    expect(await ask(plain, 'changeSettings', { startWithSystem: true })).toBe('NOT_POSSIBLE_HERE')
    expect(await ask(plain, 'chooseFolder')).toBe('NOT_POSSIBLE_HERE')
    let on = false
    const enable = (wanted: boolean): void => {
      on = wanted
    }
    const startup = { enabled: () => on, enable }
    const able = await computer.start({ ...plainShell, startup, tray: true, chooseFolder: async () => computer.data })
    await ask(able, 'changeSettings', { startWithSystem: true })
    expect(await settingsOf(able)).toMatchObject({ startWithSystem: true, choosesFolder: true })
    expect(await ask(able, 'chooseFolder')).toEqual({ folder: computer.data })
  })

  test('beta builds are for who asked for them, and a game without one gives its stable one', async () => {
    const item = owned(tea, 'tea')
    const [stable] = item.builds
    if (stable) item.builds.push({ ...stable, id: 'b2', channel: 'beta', version: '2.0.0-beta' })
    computer.store.libraries.set(masha.id, [item, owned(jam, 'jam')])
    const launcher = await computer.start()
    await login(launcher)
    const versions = async () => (await libraryOf(launcher)).games.map(({ build }) => build?.version)
    expect(await versions()).toEqual(['1.0.0', '1.0.0'])
    await ask(launcher, 'changeSettings', { channel: 'beta' })
    expect(await versions()).toEqual(['2.0.0-beta', '1.0.0'])
    await ask(launcher, 'install', { gameId: tea })
    await ask(launcher, 'install', { gameId: jam })
    await computer.installer.finish()
    await computer.installer.finish()
    await expect.poll(() => statusOf(launcher, jam)).toEqual({ status: 'ready' })
    expect(computer.store.calls.filter((call) => call.startsWith('download'))).toEqual([
      `download ${tea} beta`,
      `download ${jam} stable`,
    ])
  })
})
