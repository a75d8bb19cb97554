import { describe, expect, test } from 'vitest'
import type { LibraryView } from '../shared/views.ts'
import type { Launcher } from './launcher.ts'
import { masha, owned, settle, storeError } from './testing/fakes.ts'
import { ask, jam, login, statusOf, tea, useComputer } from './testing/launcher.ts'

const computer = useComputer()

describe('links from outside', () => {
  const linkOf = async (launcher: Launcher) => (await launcher.handlers.snapshot(undefined)).link
  const to = (verb: string, id = tea) => `kettle://${verb}/${id}`

  test('wait for the log-in, lead to a game that is owned, and start nothing by themselves', async () => {
    const launcher = await computer.start()
    launcher.openLink(to('install'))
    await expect.poll(() => linkOf(launcher)).toEqual({ verb: 'install', gameId: tea, state: 'signedOut' })
    await login(launcher)
    await expect.poll(() => linkOf(launcher)).toMatchObject({ state: 'owned' })
    expect(computer.events.filter(({ name }) => name === 'link').at(-1)?.event).toMatchObject({
      gameId: tea,
      state: 'owned',
    })
    expect(await statusOf(launcher, tea)).toEqual({ status: 'absent' })
    expect(computer.installer.log).toEqual([])
    await ask(launcher, 'dismissLink')
    expect(await linkOf(launcher)).toBeNull()
  })

  test('ask the store about a game that was bought a moment ago, and say when it is not owned or nobody can tell', async () => {
    computer.store.libraries.set(masha.id, [owned(tea, 'tea')])
    const launcher = await computer.start()
    await login(launcher)
    await ask(launcher, 'openLink', { link: to('game', jam) })
    await expect.poll(() => linkOf(launcher)).toMatchObject({ gameId: jam, state: 'notOwned' })
    computer.store.trouble = storeError()
    await ask(launcher, 'openLink', { link: to('play', jam) })
    await expect.poll(() => linkOf(launcher)).toMatchObject({ verb: 'play', state: 'unknown' })
    computer.store.trouble = null
    computer.store.libraries.set(masha.id, [owned(tea, 'tea'), owned(jam, 'jam')])
    await ask(launcher, 'openLink', { link: to('install', jam) })
    await expect.poll(() => linkOf(launcher)).toMatchObject({ state: 'owned' })
  })

  test('a game is told to the screen before a link that leads to it, also while the list is being written down', async () => {
    computer.store.libraries.set(masha.id, [owned(tea, 'tea')])
    const launcher = await computer.start()
    await login(launcher)
    computer.store.libraries.set(masha.id, [owned(tea, 'tea'), owned(jam, 'jam')])
    const told = () => computer.events.findLast(({ name }) => name === 'library')?.event as LibraryView | undefined
    const has = (library: LibraryView | undefined) => library?.games.some(({ id }) => id === jam) ?? false
    const refreshed = ask(launcher, 'refreshLibrary')
    while (!has(launcher.snapshot().library)) await new Promise(setImmediate)
    launcher.openLink(to('install', jam))
    expect(await linkOf(launcher)).toMatchObject({ gameId: jam, state: 'owned' })
    expect(has(told())).toBe(true)
    await refreshed
  })

  test('of a game that was just bought are not answered by a refresh that was on its way before', async () => {
    computer.store.libraries.set(masha.id, [owned(tea, 'tea')])
    const launcher = await computer.start()
    await login(launcher)
    const early = Promise.withResolvers<void>()
    computer.store.slow = early.promise
    const older = ask(launcher, 'refreshLibrary')
    await settle()
    computer.store.slow = null
    computer.store.libraries.set(masha.id, [owned(tea, 'tea'), owned(jam, 'jam')])
    const states = () => computer.events.filter(({ name }) => name === 'link').map(({ event }) => event)
    launcher.openLink(to('install', jam))
    early.resolve()
    await older
    await expect.poll(() => linkOf(launcher)).toMatchObject({ state: 'owned' })
    expect(states()).not.toContainEqual(expect.objectContaining({ state: 'notOwned' }))
  })

  test('wait for the answer that overtook the one they asked for, as after a change of language', async () => {
    computer.store.libraries.set(masha.id, [owned(tea, 'tea')])
    const launcher = await computer.start()
    await login(launcher)
    computer.store.libraries.set(masha.id, [owned(tea, 'tea'), owned(jam, 'jam')])
    const states = () => computer.events.filter(({ name }) => name === 'link').map(({ event }) => event)
    launcher.openLink(to('install', jam))
    await ask(launcher, 'setLanguage', { language: 'ru' })
    await expect.poll(() => linkOf(launcher)).toMatchObject({ state: 'owned' })
    expect(states()).not.toContainEqual(expect.objectContaining({ state: 'notOwned' }))
  })

  test('of two the newer counts, and what is no link changes nothing', async () => {
    const launcher = await computer.start()
    await login(launcher)
    const gate = Promise.withResolvers<void>()
    computer.store.slow = gate.promise
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
