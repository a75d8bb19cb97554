import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { sha256Hex } from '@kettle/depot'
import { noise, readTree, type Tree, temporaryFolder, writeTree } from '@kettle/depot/testing'
import { describe, expect, it } from 'vitest'
import {
  type Connect,
  type InstallProgress,
  install,
  type Line,
  LineError,
  readState,
  uninstall,
  verify,
} from './index.ts'
import { hurriedClock, meddlingConnect, type TestStore, useTestStore } from './testing/store.ts'

const game: Tree = {
  'game.sh': { program: '#!/bin/sh\n' },
  'data/big.bin': noise(3_000_000),
  'data/words.txt': 'kettle '.repeat(30_000),
  'data/same.bin': noise(300_000, 4),
  'data/twin.bin': noise(300_000, 4),
  'empty.txt': '',
  'link.sh': { link: 'game.sh' },
  'saves/slots': { dir: true },
}
let store: TestStore
let dir: string
useTestStore((given) => ({ store, dir } = given))

const ticket = () => store.ticket()
const installed = () => readTree(dir, ['.kettle'])
const built = (version: string) => readTree(join(store.dir, `build-${version}`))
const noLine = () => Promise.reject(new LineError('no line is wanted', false))

it('makes an empty folder the game: bytes, modes, links, empty files and folders', async () => {
  const { downloadBytes, manifestSha256 } = await store.offer('1', game)
  const seen: InstallProgress[] = []
  const result = await install({ dir, ticket, onProgress: (progress) => seen.push(progress) })
  expect(await installed()).toEqual(await built('1'))
  expect(result).toMatchObject({ fetchedBytes: downloadBytes, build: { version: '1', manifestSha256 } })
  expect([...new Set(seen.map(({ phase }) => phase))]).toEqual(['checking', 'downloading', 'finishing', 'done'])
  for (const { bytesDone, bytesTotal } of seen) expect(bytesDone).toBeLessThanOrEqual(bytesTotal)
  expect(await readState(dir)).toMatchObject({ installed: { format: 1 }, pending: null })
  expect(Object.keys(await readTree(join(dir, '.kettle')))).toEqual(['manifest'])
})

it('fetches nothing when all is there', async () => {
  await store.offer('1', game)
  await install({ dir, ticket })
  await rm(join(dir, '.kettle'), { recursive: true })
  const adopted = await install({ dir, ticket })
  expect(adopted.fetchedBytes).toBe(0)
  expect(await verify({ dir })).toEqual([])
})

it('says what is wrong, and repairs just that', async () => {
  const { downloadBytes } = await store.offer('1', game)
  await install({ dir, ticket })
  const bytes = await readFile(join(dir, 'data/big.bin'))
  bytes.writeUInt8((bytes[1_500_000] ?? 0) ^ 1, 1_500_000)
  await writeFile(join(dir, 'data/big.bin'), bytes)
  await rm(join(dir, 'data/words.txt'))
  await chmod(join(dir, 'game.sh'), 0o644)
  await rm(join(dir, 'link.sh'))
  await symlink('/etc/passwd', join(dir, 'link.sh'))
  await rm(join(dir, 'empty.txt'))
  await mkdir(join(dir, 'empty.txt'))
  expect((await verify({ dir })).toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
    { path: 'data/big.bin', problem: 'changed' },
    { path: 'data/words.txt', problem: 'missing' },
    { path: 'empty.txt', problem: 'blocked' },
    { path: 'game.sh', problem: 'mode' },
    { path: 'link.sh', problem: 'link' },
  ])
  const { fetchedBytes } = await install({ dir, ticket })
  expect(fetchedBytes).toBeLessThan(downloadBytes / 10)
  expect(await verify({ dir })).toEqual([])
  const { 'empty.txt.kettle-aside': aside, ...rest } = await installed()
  expect(aside).toBe('dir')
  expect(rest).toEqual(await built('1'))
})

it('updates by the difference, removes what went, and keeps what is yours', async () => {
  await store.offer('1', { ...game, 'old/gone.txt': 'old' })
  await install({ dir, ticket })
  await writeTree(dir, { 'mods/mine.txt': 'mine', 'saves/slots/1.sav': 'mine', 'old/mine.txt': 'mine' })
  const { 'data/words.txt': _gone, ...kept } = game
  const next = {
    ...kept,
    'data/big.bin': Buffer.concat([Buffer.from('!'), noise(3_000_000)]),
    'moved/words.txt': game['data/words.txt'] ?? '',
  }
  const { downloadBytes } = await store.offer('2', next)
  const { fetchedBytes } = await install({ dir, ticket })
  expect(fetchedBytes).toBeLessThan(downloadBytes / 5)
  const { 'mods/mine.txt': _a, 'saves/slots/1.sav': _b, 'old/mine.txt': _c, ...rest } = await installed()
  const { 'saves/slots': _d, ...want } = await built('2')
  expect(rest).toEqual(want)
  expect(String(await readFile(join(dir, 'old/mine.txt')))).toBe('mine')
})

it('never writes through a link that someone put into the folder', async () => {
  await store.offer('1', game)
  const { dir: elsewhere, remove } = await temporaryFolder()
  await symlink(elsewhere, join(dir, 'data'))
  await install({ dir, ticket })
  expect(await readTree(elsewhere)).toEqual({})
  expect(await readTree(dir, ['.kettle', 'data.kettle-aside'])).toEqual(await built('1'))
  await remove()
})

describe('when it can not', () => {
  it('needs room for what is missing, and asks before it fetches', async () => {
    await store.offer('1', game)
    const failing = install({ dir, ticket, disk: { freeBytes: async () => 1_000_000 } })
    await expect(failing).rejects.toMatchObject({ reason: 'NO_SPACE' })
    await install({ dir, ticket })
    await install({ dir, ticket, disk: { freeBytes: async () => 0 } })
  })

  it('refuses a manifest that is not the one that was named, or that leads out', async () => {
    await store.offer('1', game)
    const serving = (bytes: Buffer) => async (): Promise<Line> => ({
      readWhole: async () => bytes,
      open: noLine,
      read: noLine,
      closeFile() {},
      close() {},
    })
    const hostile = {
      format: 1,
      files: [{ path: '../evil', size: 0, mode: 0o644, sha256: 'a'.repeat(64), chunks: [] }],
      dirs: [],
      links: [],
      launch: [],
      chunks: [],
      packs: [],
    }
    const bytes = zstdCompressSync(JSON.stringify(hostile))
    await expect(install({ dir, ticket, connect: serving(bytes) })).rejects.toMatchObject({
      reason: 'MANIFEST_INVALID',
    })
    const named = async () => {
      const { build, ...rest } = await store.ticket()
      return { ...rest, build: { ...build, manifestSha256: sha256Hex(bytes) } }
    }
    await expect(install({ dir, ticket: named, connect: serving(bytes) })).rejects.toMatchObject({
      reason: 'MANIFEST_INVALID',
      message: expect.stringContaining('../evil'),
    })
    expect(await installed()).toEqual({})
  })

  it('speaks only to the server whose key the store named', async () => {
    await store.offer('1', game)
    const other = async () => ({ ...(await store.ticket()), hostKeySha256: '0'.repeat(64) })
    await expect(install({ dir, ticket: other })).rejects.toMatchObject({ reason: 'HOST_KEY_MISMATCH' })
  })

  it('asks for a wrong chunk again, and in the end names file and chunk', async () => {
    const { manifestSha256 } = await store.offer('1', { 'only/file.bin': noise(200_000, 8) })
    const spoil = (bytes: Buffer): void => void bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)
    await expect(install({ dir, ticket, connect: meddlingConnect(spoil) })).rejects.toMatchObject({
      reason: 'CHUNK_CORRUPT',
      file: 'only/file.bin',
      chunk: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await installed()).toEqual({})
    const result = await install({
      dir,
      ticket,
      connect: meddlingConnect((bytes, reads) => reads === 1 && spoil(bytes)),
    })
    expect(result.build.manifestSha256).toBe(manifestSha256)
    expect(await installed()).toEqual(await built('1'))
  })

  it('goes on by itself when lines break and tickets are used up', async () => {
    await store.offer('1', game)
    const clock = hurriedClock()
    let tickets = 0
    const wornOut = async () => ({ ...(await store.ticket()), ...(++tickets % 2 === 1 ? { password: 'used up' } : {}) })
    const connect = meddlingConnect((_bytes, reads) => {
      if (reads % 7 === 0) throw new LineError('cut', false)
    })
    await install({ dir, ticket: wornOut, connect, clock })
    expect(await installed()).toEqual(await built('1'))
    expect(tickets).toBeGreaterThan(1)
  })

  it('gives up in the end when nobody answers, waiting longer each time', async () => {
    await store.offer('1', game)
    const clock = hurriedClock()
    await expect(install({ dir, ticket, connect: noLine, clock })).rejects.toMatchObject({ reason: 'LINE_LOST' })
    expect(clock.waits.length).toBeGreaterThan(4)
    expect(clock.waits.at(-1)).toBeGreaterThan(clock.waits[0] ?? 0)
    const offline = () => Promise.reject(new Error('fetch failed'))
    await expect(install({ dir, ticket: offline, clock: hurriedClock() })).rejects.toMatchObject({
      reason: 'LINE_LOST',
    })
  })

  it('stops with the reason of the store when the game was given back, and keeps what came', async () => {
    const { downloadBytes } = await store.offer('1', { ...game, 'more.bin': noise(6_000_000, 6) })
    let owned = true
    const askOwned = async () => {
      if (!owned) throw Object.assign(new Error('You do not own this game'), { data: { reason: 'NOT_OWNED' } })
      return store.ticket()
    }
    const connect = meddlingConnect((_bytes, reads) => {
      if (reads !== 20) return
      owned = false
      void store.credentials.revoke({ userId: 'anna', gameId: 'game' })
    })
    await expect(install({ dir, ticket: askOwned, connect })).rejects.toMatchObject({ reason: 'NOT_OWNED' })
    expect(await readState(dir)).toMatchObject({ installed: null, pending: { format: 1 } })
    const { fetchedBytes } = await install({ dir, ticket })
    expect(fetchedBytes).toBeLessThan(downloadBytes)
    expect(await installed()).toEqual(await built('1'))
  })

  it('takes the newer build when that comes out meanwhile', async () => {
    await store.offer('1', game)
    const cut = meddlingConnect((_bytes, reads) => {
      if (reads === 5) throw new LineError('cut', false)
    })
    let dials = 0
    const connect: Connect = async (one) => {
      if (++dials === 2) throw new LineError('used up', true)
      return cut(one)
    }
    const afterwards = async () => {
      const first = await store.ticket()
      await store.offer('3', { ...game, 'new.txt': 'new' })
      return first
    }
    const result = await install({ dir, ticket: afterwards, connect, clock: hurriedClock() })
    expect(result.build.version).toBe('3')
    expect(await installed()).toEqual(await built('3'))
  })

  it('stops when told to, and goes on where it was', async () => {
    const { downloadBytes } = await store.offer('1', { ...game, 'more.bin': noise(6_000_000, 6) })
    const stop = new AbortController()
    const connect = meddlingConnect((_bytes, reads) => reads === 25 && stop.abort())
    await expect(install({ dir, ticket, connect, signal: stop.signal })).rejects.toMatchObject({ reason: 'CANCELLED' })
    const { fetchedBytes } = await install({ dir, ticket })
    expect(fetchedBytes).toBeLessThan(downloadBytes * 0.9)
    expect(await installed()).toEqual(await built('1'))
  })
})

describe('uninstall', () => {
  it('takes away what the build listed and nothing else, twice as once', async () => {
    await store.offer('1', game)
    await install({ dir, ticket })
    await writeTree(dir, { 'mods/mine.txt': 'mine', 'data/mine.txt': 'mine' })
    await uninstall({ dir })
    expect(Object.keys(await readTree(dir))).toEqual(['data/mine.txt', 'mods/mine.txt'])
    await uninstall({ dir })
    expect(Object.keys(await readTree(dir))).toEqual(['data/mine.txt', 'mods/mine.txt'])
    await expect(verify({ dir })).rejects.toMatchObject({ reason: 'NOT_INSTALLED' })
  })

  it('takes the folder too when nothing of yours is in it', async () => {
    await store.offer('1', game)
    const inner = join(dir, 'games/one')
    await install({ dir: inner, ticket })
    await uninstall({ dir: inner })
    expect(await readTree(dir)).toEqual({ games: 'dir' })
  })
})
