import { describe, expect, test } from 'vitest'
import { masha, owned, pasha, settle, storeError } from './testing/fakes.ts'
import { ask, jam, libraryOf, login, tea, useComputer } from './testing/launcher.ts'

const computer = useComputer()

describe('library', () => {
  test('the list of the last time is there at once and offline, with the reason', async () => {
    await login(await computer.start())
    computer.store.trouble = storeError()
    const launcher = await computer.start()
    await expect.poll(() => libraryOf(launcher)).toMatchObject({ failure: 'OFFLINE', refreshing: false })
    const library = await libraryOf(launcher)
    expect(library.games.map((game) => game.title)).toEqual(['TEA', 'JAM'])
    expect(library.refreshedAt).not.toBeNull()
  })

  test('what is new is asked for this computer, told when it comes, and kept for offline and for nobody else', async () => {
    const items = [{ version: '1.0.0', notes: 'Чай', releasedAt: '2026-01-01T00:00:00.000Z' }]
    computer.store.changelogs.set(tea, items)
    const first = await computer.start()
    expect(await ask(first, 'changelog', { gameId: tea })).toBe('NOT_OWNED')
    await login(first)
    expect(await ask(first, 'changelog', { gameId: tea })).toEqual({ gameId: tea, items: null })
    await expect.poll(() => computer.events).toContainEqual({ name: 'changelog', event: { gameId: tea, items } })
    expect(computer.store.calls).toContain(`changelog ${tea} linux stable`)
    computer.store.trouble = storeError()
    const offline = await computer.start()
    // It is told first, and on the disk a moment later.
    await expect.poll(() => ask(offline, 'changelog', { gameId: tea })).toEqual({ gameId: tea, items })
    computer.store.trouble = null
    computer.store.libraries.set(pasha.id, [owned(tea, 'tea')])
    await ask(offline, 'logout')
    await login(offline, pasha.email)
    expect(await ask(offline, 'changelog', { gameId: tea })).toEqual({ gameId: tea, items: null })
  })

  test('accounts on one computer never see each other', async () => {
    const launcher = await computer.start()
    await login(launcher)
    await ask(launcher, 'logout')
    computer.store.libraries.set(pasha.id, [])
    await login(launcher, pasha.email)
    await expect.poll(() => libraryOf(launcher)).toMatchObject({ games: [], refreshing: false })
    expect(await ask(launcher, 'install', { gameId: tea })).toBe('NOT_OWNED')
  })

  test('an answer that comes after another account has logged in is thrown away', async () => {
    const launcher = await computer.start()
    await login(launcher)
    const { promise, resolve } = Promise.withResolvers<void>()
    computer.store.slow = promise
    const late = ask(launcher, 'refreshLibrary')
    computer.store.slow = null
    await ask(launcher, 'logout')
    computer.store.libraries.set(pasha.id, [])
    await login(launcher, pasha.email)
    resolve()
    await late
    expect(await libraryOf(launcher)).toMatchObject({ games: [], refreshing: false })
  })

  test('a cover comes from the store once, then from the disk', async () => {
    const launcher = await computer.start()
    await login(launcher)
    expect(await launcher.picture(tea)).toMatchObject({ type: 'image/png' })
    computer.store.trouble = storeError()
    expect(await launcher.picture(tea)).toMatchObject({ type: 'image/png' })
    expect(await launcher.picture('../../etc/passwd')).toBeNull()
  })

  test('an answer in the language of before never replaces the one that was asked for anew', async () => {
    const launcher = await computer.start()
    await login(launcher)
    const titled = (title: string) => {
      const item = owned(tea, 'tea')
      computer.store.libraries.set(masha.id, [{ ...item, game: { ...item.game, title } }])
    }
    const titles = async () => (await libraryOf(launcher)).games.map(({ title }) => title)
    const early = Promise.withResolvers<void>()
    titled('The Map Lies')
    computer.store.slow = early.promise
    const [first, second] = [ask(launcher, 'refreshLibrary'), ask(launcher, 'refreshLibrary')]
    await settle()
    computer.store.slow = null
    titled('Карта врёт')
    await ask(launcher, 'setLanguage', { language: 'ru' })
    expect([await titles(), (await libraryOf(launcher)).refreshing]).toEqual([['Карта врёт'], false])
    early.resolve()
    await Promise.all([first, second])
    expect(await titles()).toEqual(['Карта врёт'])
  })

  test("the player's Refresh is never answered from before what made them press it", async () => {
    computer.store.libraries.set(masha.id, [owned(tea, 'tea')])
    const launcher = await computer.start()
    await login(launcher)
    const early = Promise.withResolvers<void>()
    computer.store.slow = early.promise
    const older = ask(launcher, 'refreshLibrary')
    await settle()
    // Bought on the web meanwhile.
    computer.store.slow = null
    computer.store.libraries.set(masha.id, [owned(tea, 'tea'), owned(jam, 'jam')])
    await ask(launcher, 'refreshLibrary')
    const ids = async () => (await libraryOf(launcher)).games.map(({ id }) => id)
    expect(await ids()).toEqual([tea, jam])
    early.resolve()
    await older
    expect(await ids()).toEqual([tea, jam])
  })
})
