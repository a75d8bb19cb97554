import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { memoryIndex } from './chunk-index.ts'
import { ingestFolder } from './ingest.ts'
import { decodeManifest, type Manifest } from './manifest.ts'
import { nextRead, type Plan, planInstall, sourcesIn } from './plan.ts'
import { memoryStore, readWhole } from './store.ts'
import { noise, type Tree, temporaryFolder, writeTree } from './testing/trees.ts'
import { scanTree } from './verify.ts'

let dir: string
let remove: () => Promise<void>
beforeEach(async () => ({ dir, remove } = await temporaryFolder()))
afterEach(() => remove())

const store = memoryStore()
const index = memoryIndex()
async function build(name: string, tree: Tree): Promise<Manifest> {
  await writeTree(join(dir, name), tree)
  const { manifestSha256 } = await ingestFolder({ dir: join(dir, name), store, index })
  return decodeManifest(await readWhole(store, 'manifests', manifestSha256))
}
async function planFor(want: Manifest, folder: string, old: Manifest | null = null): Promise<Plan> {
  const { files } = await scanTree(join(dir, folder), want)
  const sources = old ? sourcesIn(old, () => 'all') : new Map()
  return planInstall({ want, old, files, staged: new Map(), sources })
}
const tree: Tree = {
  'a.bin': noise(900_000),
  'b/c.txt': 'text',
  'b/same.txt': 'text',
  empty: '',
  run: { program: 'x' },
}

it('fetches everything for an empty folder, each chunk once, in the order of the packs', async () => {
  const want = await build('game', tree)
  const plan = await planFor(want, 'nowhere')
  expect(plan.build).toHaveLength(5)
  expect(plan.fetch.map(({ chunk }) => chunk).toSorted()).toEqual([...want.chunks.keys()].toSorted())
  expect(plan.fetchBytes).toBe(want.chunks.reduce((sum, { packedSize }) => sum + packedSize, 0))
  expect(plan.diskBytes).toBe(900_000 + 4 + 4 + 1)
  const offsets = plan.fetch.map(({ chunk }) => want.chunks[chunk]?.offset ?? 0)
  expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
  expect(plan.fetch.find(({ places }) => places.length === 2)).toBeDefined()
})

it('asks for nothing where all is right, and for one chunk where a bit flipped', async () => {
  const want = await build('game', tree)
  expect(await planFor(want, 'game')).toMatchObject({ build: [], fetch: [], chmod: [], fetchBytes: 0, diskBytes: 0 })
  const bytes = noise(900_000)
  bytes.writeUInt8((bytes[500_000] ?? 0) ^ 1, 500_000)
  await writeFile(join(dir, 'game/a.bin'), bytes)
  const { files } = await scanTree(join(dir, 'game'), want)
  const right = sourcesIn(want, (file) => (files[file]?.kind === 'changed' ? files[file].rightChunks : 'none'))
  const plan = planInstall({ want, files, staged: new Map(), sources: right })
  expect(plan.fetch).toHaveLength(1)
  expect(plan.copies.length + 1).toBe(want.files[0]?.chunks.length)
})

it('removes what only the old build listed, and knows nothing of other files', async () => {
  const old = await build('game', { ...tree, 'gone.txt': 'old', 'was/link': { link: '../run' } })
  await writeTree(join(dir, 'game'), { 'mods/mine.txt': 'mine' })
  const want = await build('next', tree)
  expect((await planFor(want, 'game', old)).remove).toEqual(['gone.txt', 'was/link'])
})

it('takes moved and shifted bytes from the old build', async () => {
  const old = await build('game', { 'a.bin': noise(900_000) })
  const want = await build('next', { 'moved/a.bin': Buffer.concat([Buffer.from('!'), noise(900_000)]) })
  const plan = await planFor(want, 'game', old)
  expect(plan.copies.length).toBeGreaterThan(5)
  expect(plan.fetch.length).toBeLessThanOrEqual(2)
})

it('merges neighbours into reads that bring every chunk once and no byte more', async () => {
  const want = await build('game', { ...tree, 'd.bin': noise(2_000_000, 9) })
  const all = await planFor(want, 'nowhere')
  fc.assert(
    fc.property(fc.subarray(all.fetch), fc.integer({ min: 1, max: 600_000 }), (fetch, most) => {
      const seen: number[] = []
      for (let at = 0; at < fetch.length; ) {
        const read = nextRead(want, fetch, at, most)
        if (!read) throw new Error('a read was due')
        const bytes = read.chunks.reduce((sum, { chunk }) => sum + (want.chunks[chunk]?.packedSize ?? 0), 0)
        expect(read.length).toBe(bytes)
        expect(read.length <= most || read.chunks.length === 1).toBe(true)
        seen.push(...read.chunks.map(({ chunk }) => chunk))
        at += read.chunks.length
      }
      expect(seen).toEqual(fetch.map(({ chunk }) => chunk))
      expect(nextRead(want, fetch, fetch.length, most)).toBeNull()
    }),
  )
})
