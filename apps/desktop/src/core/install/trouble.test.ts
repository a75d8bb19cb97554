import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { noise, readTree, type Tree } from '@kettle/depot/testing'
import { describe, expect, it } from 'vitest'
import { install, verify } from './index.ts'
import type { Disk } from './ports.ts'
import { meddlingConnect, type TestStore, useTestStore } from './testing/store.ts'

const game: Tree = {
  'game.sh': { program: '#!/bin/sh\n' },
  'data/big.bin': noise(6_000_000),
  'data/words.txt': 'kettle '.repeat(30_000),
}
let store: TestStore
let dir: string
useTestStore((given) => ({ store, dir } = given))

const ticket = () => store.ticket()
const built = () => readTree(join(store.dir, 'build-1'))
/** Says that there is always room, so that the real disk must. */
const boastful: Disk = { freeBytes: async () => Number.MAX_SAFE_INTEGER }

const mounts = process.platform === 'linux' && process.getuid?.() === 0 && canMount()
function canMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
/** A disk of its own of so many bytes. */
function mount(bytes: number): { remount(how: 'ro' | 'rw'): void; unmount(): void } {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'kettle-test', dir])
  return {
    remount: (how) => execFileSync('mount', ['-o', `remount,${how}`, dir]),
    unmount: () => execFileSync('umount', [dir]),
  }
}

describe.skipIf(!mounts)(
  'on a disk of its own (skipped where disks can not be mounted: it needs root on Linux)',
  () => {
    it('that fills up in the middle: says so, names the file, keeps what came, and goes on once there is room', async () => {
      const { downloadBytes } = await store.offer('1', game)
      const disk = mount(10 << 20)
      try {
        const filler = join(dir, 'somebody-else.bin')
        const connect = meddlingConnect((_bytes, reads) => {
          if (reads !== 8) return
          try {
            for (;;) writeFileSync(filler, Buffer.alloc(64 << 10), { flag: 'a' })
          } catch {
            // Full.
          }
        })
        const failing = install({ dir, ticket, connect, connections: 1, disk: boastful })
        await expect(failing).rejects.toMatchObject({ reason: 'NO_SPACE', file: expect.any(String) })
        rmSync(filler)
        const { fetchedBytes } = await install({ dir, ticket })
        expect(fetchedBytes).toBeLessThan(downloadBytes)
        expect(await readTree(dir, ['.kettle'])).toEqual(await built())
      } finally {
        disk.unmount()
      }
    })

    it('that may only be read: says so, and installs once it may be written', async () => {
      await store.offer('1', game)
      const disk = mount(32 << 20)
      try {
        disk.remount('ro')
        await expect(install({ dir, ticket })).rejects.toMatchObject({ reason: 'FILE_BLOCKED' })
        disk.remount('rw')
        await install({ dir, ticket })
        expect(await readTree(dir, ['.kettle'])).toEqual(await built())
      } finally {
        disk.unmount()
      }
    })
  },
)

it('fetches again what somebody changed while it was installing an update', async () => {
  await store.offer('1', game)
  await install({ dir, ticket })
  await store.offer('2', { ...game, 'data/new.bin': noise(1_000_000, 9) })
  const big = join(dir, 'data/big.bin')
  const connect = meddlingConnect((_bytes, reads) => {
    if (reads === 3) writeFileSync(big, 'a save game, perhaps')
  })
  await install({ dir, ticket, connect })
  // It was right when it was looked at: whoever asks learns of it, and gets it back.
  expect(await verify({ dir })).toEqual([{ path: 'data/big.bin', problem: 'changed' }])
  await install({ dir, ticket })
  expect(await readFile(big)).toEqual(game['data/big.bin'])
  expect(await readTree(dir, ['.kettle'])).toEqual(await readTree(join(store.dir, 'build-2')))
})

it('does not look at the clock to know whether a ticket is good: the server does', async () => {
  await store.offer('1', game)
  const stale = async () => ({ ...(await store.ticket()), expiresAt: '1999-01-01T00:00:00.000Z' })
  await install({ dir, ticket: stale })
  expect(await readTree(dir, ['.kettle'])).toEqual(await built())
})

it('moves aside what stands in its way and is not of the build', async () => {
  await store.offer('1', { 'data.bin': noise(10_000) })
  await mkdir(join(dir, 'data.bin'))
  await writeFile(join(dir, 'data.bin/mod.txt'), 'mine')
  await install({ dir, ticket })
  expect(await readFile(join(dir, 'data.bin.kettle-aside/mod.txt'), 'utf8')).toBe('mine')
  expect(await readFile(join(dir, 'data.bin'))).toEqual(noise(10_000))
})
