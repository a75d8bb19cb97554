import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { noise, readTree, type Tree, writeTree } from '@kettle/depot/testing'
import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { install, LineError, readState, verify } from './index.ts'
import { meddlingConnect, type TestStore, useTestStore } from './testing/store.ts'

let store: TestStore
let dir: string
useTestStore((given) => ({ store, dir } = given))

const ticket = () => store.ticket()
const installed = () => readTree(dir, ['.kettle'])
const built = (version: string) => readTree(join(store.dir, `build-${version}`))

/** Text that compresses little, as code and data of games do. */
const text = (bytes: number, seed: number): Buffer => Buffer.from(noise(bytes / 2, seed).toString('hex'))
const edited = (bytes: Buffer, ...places: number[]): Buffer =>
  places.reduce((all, at) => Buffer.concat([all.subarray(0, at), Buffer.from('new'), all.subarray(at)]), bytes)

const one = text(2_000_000, 1)
const two = text(1_500_000, 2)
const old: Tree = { 'one.txt': one, 'deep/two.txt': two, same: 'same', run: { program: 'x' }, 'goes.txt': 'gone' }
const next: Tree = {
  'one.txt': edited(one, 100, 700_000, 1_900_000),
  'deep/два.txt': edited(two, 40, 900_000),
  same: 'same',
  run: { program: 'y' },
}
const patchFile = (sha256: string): string => join(store.dir, 'depot/patches', sha256.slice(0, 2), sha256)

/** The old build installed, the new one and the patch to it on offer. */
async function ready(): Promise<{ sha256: string; size: number }> {
  await store.offer('1', old)
  await install({ dir, ticket })
  await store.offer('2', next)
  const made = await store.patch()
  if (!made) throw new Error('a patch was due')
  return made
}

it('updates by a patch, for little more than what changed', async () => {
  const { size } = await ready()
  const { fetchedBytes } = await install({ dir, ticket })
  expect(await installed()).toEqual(await built('2'))
  expect(size).toBeLessThan(3_000)
  expect(fetchedBytes).toBeLessThan(size)
  expect(await verify({ dir })).toEqual([])
})

it('gives the same by patches as by installing, for any tree and any edits', async () => {
  const name = fc
    .string({ unit: fc.constantFrom(...'abдё 0-_'), minLength: 1, maxLength: 4 })
    .map((word) => `${word.trim() || 'e'}.bin`)
  const content = fc.oneof(
    fc.constant(Buffer.alloc(0)),
    fc.integer({ min: 1, max: 300_000 }).map((size) => text(size + (size % 2), size)),
    fc.integer({ min: 1, max: 200_000 }).map((size) => noise(size, size)),
    fc.integer({ min: 1, max: 1_000_000 }).map((size) => Buffer.alloc(size)),
  )
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    put: fc.uint8Array({ maxLength: 500 }).map((bytes) => Buffer.from(bytes)),
    cut: fc.constantFrom(0, 0, 1, 50_000),
    moved: fc.boolean(),
    mode: fc.boolean(),
    gone: fc.constantFrom(false, false, false, true),
  })
  let round = 0
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, content, { minKeys: 1, maxKeys: 5 }),
      fc.array(edit, { minLength: 5, maxLength: 5 }),
      async (files, edits) => {
        const after: Tree = { 'there.txt': 'there', link: { link: 'there.txt' }, 'empty/folder': { dir: true } }
        for (const [index, [path, bytes]] of Object.entries(files).entries()) {
          const { at, put, cut, moved, mode, gone } = edits[index] ?? { at: 0, put: bytes, cut: 0 }
          if (gone) continue
          const offset = Math.floor(at * bytes.length)
          const changed = Buffer.concat([bytes.subarray(0, offset), put, bytes.subarray(offset + cut)])
          after[moved ? `в сторону/${path}` : path] = mode ? { program: changed } : changed
        }
        const [from, to] = [`p${round++}`, `p${round++}`]
        const into = join(dir, from)
        await store.offer(from, { ...files, 'there.txt': 'here', link: { link: 'nowhere' } })
        await install({ dir: into, ticket })
        await store.offer(to, after)
        await store.patch()
        await install({ dir: into, ticket })
        expect(await readTree(into, ['.kettle'])).toEqual(await built(to))
      },
    ),
    { numRuns: inject('atLength') ? 15 : 6 },
  )
})

describe('a patch that is no good', () => {
  it('has a flipped bit: found, and chunks are fetched instead', async () => {
    const { sha256, size } = await ready()
    const bytes = await readFile(patchFile(sha256))
    bytes.writeUInt8((bytes[size - 12] ?? 0) ^ 4, size - 12)
    await writeFile(patchFile(sha256), bytes)
    const { fetchedBytes } = await install({ dir, ticket })
    expect(await installed()).toEqual(await built('2'))
    expect(fetchedBytes).toBeGreaterThan(size)
    await rm(patchFile(sha256))
  })

  it.each([
    ['is not there', (path: string) => rm(path)],
    ['is empty', (path: string) => truncate(path, 0)],
    ['ends in its list', (path: string) => truncate(path, 20)],
    ['ends in its pieces', async (path: string) => truncate(path, (await stat(path)).size - 5)],
    ['is something else', (path: string) => writeFile(path, noise(5_000))],
  ])('%s', async (_what, spoil) => {
    const { sha256 } = await ready()
    await spoil(patchFile(sha256))
    await install({ dir, ticket })
    expect(await installed()).toEqual(await built('2'))
    await rm(patchFile(sha256), { force: true })
  })

  it('is from another build', async () => {
    await ready()
    const other = async () => {
      const { build, ...rest } = await store.ticket()
      return {
        ...rest,
        build: { ...build, patches: build.patches?.map((known) => ({ ...known, from: 'a'.repeat(64) })) },
      }
    }
    await install({ dir, ticket: other })
    expect(await installed()).toEqual(await built('2'))
  })
})

it('counts only on old bytes that are still right', async () => {
  const { size } = await ready()
  await writeTree(dir, { 'one.txt': noise(2_000_000, 8) })
  const { fetchedBytes } = await install({ dir, ticket })
  expect(await installed()).toEqual(await built('2'))
  expect(fetchedBytes).toBeGreaterThan(size)
})

it('goes on with a patch after lines that broke and after it was stopped', async () => {
  await ready()
  const stop = new AbortController()
  const breaking = meddlingConnect((_bytes, reads) => {
    if (reads === 1) throw new LineError('cut', false)
    if (reads === 4) stop.abort()
  })
  await expect(install({ dir, ticket, connect: breaking, signal: stop.signal })).rejects.toMatchObject({
    reason: 'CANCELLED',
  })
  expect(await readState(dir)).toMatchObject({ pending: { format: 1 } })
  await install({ dir, ticket })
  expect(await installed()).toEqual(await built('2'))
})
