import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  diskStore,
  encodeManifest,
  ingestFolder,
  type LaunchEntry,
  type Manifest,
  memoryIndex,
  readWhole,
} from '@kettle/depot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LibraryGame } from '../shared/views.ts'
import { chooseEntry, pageReader } from './launch.ts'
import { createPlay, type Play } from './play.ts'
import type { PageGame, RunningGame } from './ports.ts'
import { commandFor, startProgram } from './start-program.ts'
import { settle, storeError, TestClock, TestStore } from './testing/fakes.ts'

const game = { id: 'tea', title: 'Tea' } as LibraryGame
const html: LaunchEntry = { platform: 'any', name: 'Play', kind: 'html', path: 'index.html', args: [] }
const native: LaunchEntry = { platform: 'linux', name: 'Play', kind: 'native', path: 'run.sh', args: ['a b', '$HOME'] }

let dir: string
let clock: TestClock
let store: TestStore
let shown: PageGame[]
let end: () => void

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kettle-play-'))
  clock = new TestClock()
  store = new TestStore()
  shown = []
})
afterEach(() => rm(dir, { recursive: true, force: true }))

/** Puts a build into the folder as the engine would. Gives the manifest's name. */
async function installed(launch: LaunchEntry[], files: Record<string, string>): Promise<string> {
  const content = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }))
  const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
  const manifest: Manifest = {
    ...{ format: 1, dirs: [], links: [], launch },
    files: content.map(({ path, bytes }, i) => ({
      path,
      size: bytes.length,
      mode: 0o755,
      sha256: hash(bytes),
      chunks: [i],
    })),
    chunks: content.map(({ bytes }, pack) => {
      const size = bytes.length
      return { sha256: hash(bytes), size, pack, offset: 0, packedSize: size, encoding: 'raw' as const }
    }),
    packs: content.map(({ bytes }) => ({ sha256: hash(bytes), size: bytes.length })),
  }
  const { bytes, sha256 } = encodeManifest(manifest)
  await mkdir(join(dir, '.kettle'), { recursive: true })
  await writeFile(join(dir, '.kettle/manifest'), bytes)
  for (const { path, bytes } of content) await writeFile(join(dir, path), bytes, { mode: 0o755 })
  return sha256
}

function player(): Play {
  return createPlay({
    session: { store: () => store.open('', 't') } as never,
    clock,
    platform: 'linux',
    startProgram,
    async showPage(page) {
      shown.push(page)
      const { promise: over, resolve } = Promise.withResolvers<void>()
      end = resolve
      return { over, stop: resolve, page: 'http://here/' } satisfies RunningGame & { page: string }
    },
    changed: () => {},
    played: () => store.calls.push('played'),
  })
}

test('the entry for this platform comes first, html runs anywhere, a stranger nowhere', () => {
  const windows: LaunchEntry = { ...native, platform: 'windows' }
  expect(chooseEntry([html, native], 'linux')).toBe(native)
  expect(chooseEntry([windows, html], 'linux')).toBe(html)
  expect(chooseEntry([windows, { ...native, platform: 'any' }], 'linux')).toBeNull()
})

test('an html game is shown, counted every 30 seconds, and stopped', async () => {
  const manifestSha256 = await installed([html], { 'index.html': '<p>tea</p>' })
  const play = player()
  await play.start(game, { dir, manifestSha256 }, 'ru')
  await settle()
  expect(play.view()).toEqual({ gameId: 'tea', title: 'Tea', page: 'http://here/' })
  await expect(play.start(game, { dir, manifestSha256 }, 'ru')).rejects.toThrow('running already')
  await clock.pass(61_000)
  expect(store.calls).toEqual(['start tea', 'beat s1', 'beat s1'])
  await play.stop()
  await settle()
  expect(store.calls.slice(3)).toEqual(['stop s1', 'played'])
  expect([play.view(), clock.timers]).toEqual([null, 0])
})

test('a game played offline is counted from when the store answers; after a silence a new sitting begins', async () => {
  const manifestSha256 = await installed([html], { 'index.html': 'x' })
  const play = player()
  store.trouble = storeError()
  await play.start(game, { dir, manifestSha256 }, 'en')
  await settle()
  store.trouble = null
  await clock.pass(31_000)
  expect(store.calls).toEqual(['start tea', 'start tea'])
  store.trouble = storeError('PLAY_SESSION_ENDED')
  await clock.pass(30_000)
  store.trouble = null
  await clock.pass(30_000)
  expect(store.calls.slice(2)).toEqual(['beat s2', 'start tea'])
  end()
  await settle()
  expect(store.calls.at(-1)).toBe('played')
})

test('only whole files of the build are handed to whoever shows it', async () => {
  const manifestSha256 = await installed([html], { 'index.html': 'x', 'game.js': 'y', 'gone.js': 'z' })
  await writeFile(join(dir, 'save.txt'), 'mine')
  await writeFile(join(dir, 'game.js'), 'evil')
  await player().start(game, { dir, manifestSha256 }, 'en')
  const read = shown[0]?.read ?? pageReader({} as never)
  expect(await read('index.html')).toMatchObject({ type: 'text/html; charset=utf-8' })
  expect(await Promise.all(['game.js', 'save.txt', '../x', '.kettle/manifest', ''].map(read))).toEqual(
    Array(5).fill(null),
  )
  await rm(join(dir, 'gone.js'))
  // The right bytes, but not ours to read.
  const outside = `${dir}-outside.js`
  await writeFile(outside, 'z')
  await symlink(outside, join(dir, 'gone.js'))
  expect(await read('gone.js')).toBeNull()
  await rm(outside)
})

test('a program gets its arguments as they are and little of our environment', async () => {
  const out = join(dir, 'out')
  const script = `#!/bin/sh\nprintf '%s|' "$@" "$SECRET_OF_OURS" "$PWD" > ${out}\n`
  const manifestSha256 = await installed([native], { 'run.sh': script })
  process.env.SECRET_OF_OURS = 'token'
  const play = player()
  await play.start(game, { dir, manifestSha256 }, 'en')
  await expect.poll(() => play.view()).toBeNull()
  const { readFile, realpath } = await import('node:fs/promises')
  expect(await readFile(out, 'utf8')).toBe(`a b|$HOME||${await realpath(dir)}|`)
})

test.each([
  [
    'a changed program',
    async () => writeFile(join(dir, 'run.sh'), '#!/bin/sh\necho evil\n'),
    'not as it was installed',
  ],
  ['a program that is gone', async () => rm(join(dir, 'run.sh')), "can't be read"],
  ['another manifest', async () => writeFile(join(dir, '.kettle/manifest'), 'x'), 'not the one that was installed'],
])('%s is not started', async (_name, damage, message) => {
  const manifestSha256 = await installed([native], { 'run.sh': '#!/bin/sh\n' })
  await damage()
  const play = player()
  await expect(play.start(game, { dir, manifestSha256 }, 'en')).rejects.toThrow(message)
  expect(play.view()).toBeNull()
  expect(store.calls).toEqual([])
})

test.runIf(process.platform === 'linux')(
  'the demo store’s program plays as a process until it is stopped',
  async () => {
    const folder = join(import.meta.dirname, '../../../server/src/dev/demo/games/seventh-floor')
    const depot = diskStore(join(dir, 'depot'))
    const { manifestSha256 } = await ingestFolder({ dir: folder, store: depot, index: memoryIndex() })
    const home = join(dir, 'game')
    await cp(folder, home, { recursive: true })
    await mkdir(join(home, '.kettle'))
    await writeFile(join(home, '.kettle/manifest'), await readWhole(depot, 'manifests', manifestSha256))
    // Without a screen the lift stands still, and no terminal opens on the machine of who tests.
    const { DISPLAY, WAYLAND_DISPLAY } = process.env
    delete process.env.DISPLAY
    delete process.env.WAYLAND_DISPLAY
    const play = player()
    try {
      await play.start(game, { dir: home, manifestSha256 }, 'ru')
      expect(play.view()).toEqual({ gameId: 'tea', title: 'Tea', page: null })
      await clock.pass(31_000)
      expect(store.calls).toEqual(['start tea', 'beat s1'])
      await play.stop()
      expect(play.view()).toBeNull()
      await settle()
      expect(store.calls.slice(2)).toEqual(['stop s1', 'played'])
    } finally {
      await play.stop()
      if (DISPLAY !== undefined) process.env.DISPLAY = DISPLAY
      if (WAYLAND_DISPLAY !== undefined) process.env.WAYLAND_DISPLAY = WAYLAND_DISPLAY
    }
  },
)

test('a batch file of Windows is started by its interpreter, with plain words only', () => {
  const file = 'C:\\Users\\Маша\\Games (x86)\\play-windows.cmd'
  expect(commandFor('win32', file, ['--level', '3'], 'C:\\cmd.exe')).toEqual({
    file: 'C:\\cmd.exe',
    args: ['/d', '/s', '/c', `""${file}" "--level" "3""`],
    verbatim: true,
  })
  const tricks = ['%PATH%', '"&calc', 'a^b', 'x|y', '>out', '!x!', 'a\nb', '']
  for (const trick of tricks) expect(() => commandFor('win32', file, [trick])).toThrow("can't be started")
  expect(() => commandFor('win32', 'C:\\100%\\play.BAT', [])).toThrow("can't be started")
  const itself = { args: ['"&calc'], verbatim: false }
  expect(commandFor('win32', 'C:\\game.exe', ['"&calc'])).toEqual({ file: 'C:\\game.exe', ...itself })
  expect(commandFor('linux', '/game.cmd', ['"&calc'])).toEqual({ file: '/game.cmd', ...itself })
})
