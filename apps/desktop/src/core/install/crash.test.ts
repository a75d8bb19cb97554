import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { noise, readTree, type Tree } from '@kettle/depot/testing'
import { beforeAll, expect, inject, it } from 'vitest'
import { install } from './index.ts'
import { lockFolder } from './lock.ts'
import { type TestStore, useTestStore } from './testing/store.ts'

const game: Tree = {
  'big.bin': noise(24_000_000),
  ...Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`small/${at}.bin`, noise(20_000, at + 2)])),
}
let store: TestStore
let dir: string
useTestStore((given) => ({ store, dir } = given))
let downloadBytes: number
beforeAll(async () => {
  ;({ downloadBytes } = await store.offer('1', game))
})

async function play(killedAt: number[] = []): Promise<ChildProcess> {
  const args = [dir, JSON.stringify(await store.ticket()), ...killedAt.map(String)]
  return fork(join(import.meta.dirname, 'testing/player.ts'), args)
}

/** The player is killed when so many bytes are there. */
async function killedAt(bytes: number): Promise<void> {
  await once(await play([bytes]), 'exit')
}

const KILLS = inject('atLength') ? 10 : 4

it('is killed again and again and fetches next to nothing twice', async () => {
  const before = store.sentBytes()
  for (let kill = 1; kill <= KILLS; kill++) await killedAt((downloadBytes * kill) / (KILLS + 1))
  const player = await play()
  const [code] = await once(player, 'exit')
  expect(code).toBe(0)
  expect(await readTree(dir, ['.kettle'])).toEqual(await readTree(join(store.dir, 'build-1')))
  // Each kill may lose what was on the way, some hundred KiB on a quick line, more on an uneven one; each start says hello and lists nothing.
  expect(store.sentBytes() - before).toBeLessThan(downloadBytes + KILLS * (1 << 20))
})

it('trusts nothing that lay in staging over a restart of the computer', async () => {
  // Progress is told now and then: the next time the quickest machine would be through.
  await killedAt(downloadBytes / 4)
  const journal = join(dir, '.kettle/journal')
  const [head = '', ...lines] = (await readFile(journal, 'utf8')).split('\n')
  await writeFile(journal, [JSON.stringify({ ...JSON.parse(head), boot: 1 }), ...lines].join('\n'))
  const staged = join(dir, '.kettle/staging/0')
  const bytes = await readFile(staged)
  bytes.fill(0, 100_000, 400_000)
  await writeFile(staged, bytes)
  const { fetchedBytes } = await install({ dir, ticket: store.ticket })
  expect(fetchedBytes).toBeLessThan(downloadBytes * 0.9)
  expect(await readTree(dir, ['.kettle'])).toEqual(await readTree(join(store.dir, 'build-1')))
})

it('lets only one at a folder, in this process or another', async () => {
  const player = await play()
  const busy = new Promise<unknown>((resolve) =>
    player.once('message', () => resolve(install({ dir, ticket: store.ticket }).catch((error) => error))),
  )
  expect(await busy).toMatchObject({ reason: 'BUSY' })
  player.kill('SIGKILL')
  await once(player, 'exit')
  const two = await Promise.allSettled([1, 2].map(() => install({ dir, ticket: store.ticket })))
  expect(two.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await readTree(dir, ['.kettle'])).toEqual(await readTree(join(store.dir, 'build-1')))
})

it('takes over the lock of a process that is gone, also when its number runs again', async () => {
  const unlock = await lockFolder(dir)
  const lock = join(dir, '.kettle/lock')
  const mine = JSON.parse(await readFile(lock, 'utf8'))
  await expect(lockFolder(dir)).rejects.toMatchObject({ reason: 'BUSY' })
  await unlock()
  const dead = [
    { ...mine, pid: 2 ** 22 + 1 },
    { ...mine, started: '1' },
    { ...mine, boot: 1 },
  ].map((holder) => JSON.stringify(holder))
  for (let round = 0; round < 50; round++)
    for (const text of [...dead, 'torn']) {
      await writeFile(lock, text)
      // What can't be read may be in the midst of being written, but not for a minute.
      await utimes(lock, 0, Date.now() / 1000 - 60)
      // Some come when others have begun to take it over: of those nobody may take the lock of the one who got it.
      const tries = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(() => lockFolder(dir)))
      const held = tries.filter((one) => one.status === 'fulfilled')
      expect(held).toHaveLength(1)
      for (const one of held) await one.value()
      expect(await readdir(join(dir, '.kettle'))).toEqual([])
    }
  await writeFile(lock, '')
  await expect(lockFolder(dir)).rejects.toMatchObject({ reason: 'BUSY' })
})

it('is held by one at a time, however often it is taken and let go', async () => {
  let holders = 0
  const work = async (): Promise<void> => {
    for (let turns = 0; turns < 40; ) {
      const [tried] = await Promise.allSettled([lockFolder(dir)])
      if (tried.status === 'rejected') expect(tried.reason).toMatchObject({ reason: 'BUSY' })
      else {
        expect(++holders).toBe(1)
        turns++
        await new Promise(setImmediate)
        holders--
        await tried.value()
      }
    }
  }
  await Promise.all([1, 2, 3, 4, 5, 6].map(work))
  expect(await readdir(join(dir, '.kettle'))).toEqual([])
})

it('takes over from one that was killed while it took over', async () => {
  const unlock = await lockFolder(dir)
  const lock = join(dir, '.kettle/lock')
  const dead = JSON.stringify({ ...JSON.parse(await readFile(lock, 'utf8')), pid: 2 ** 22 + 1 })
  await unlock()
  for (const turn of [dead, '']) {
    await writeFile(lock, dead)
    await writeFile(`${lock}.turn`, turn)
    await utimes(`${lock}.turn`, 0, Date.now() / 1000 - 60)
    await (await lockFolder(dir))()
    expect(await readdir(join(dir, '.kettle'))).toEqual([])
  }
})
