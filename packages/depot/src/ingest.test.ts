import { open } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { openChunk } from './chunk.ts'
import { memoryIndex } from './chunk-index.ts'
import { type Ingested, ingestFolder } from './ingest.ts'
import { decodeManifest, type Manifest } from './manifest.ts'
import { diskStore, memoryStore, readWhole } from './store.ts'
import { noise, readTree, type Tree, temporaryFolder, writeTree } from './testing/trees.ts'
import { scanTree } from './verify.ts'

let dir: string
let remove: () => Promise<void>
beforeEach(async () => {
  const made = await temporaryFolder()
  dir = made.dir
  remove = made.remove
})
afterEach(() => remove())

const fresh = () => ({ store: memoryStore(), index: memoryIndex() })

async function ingest(
  tree: Tree,
  depot = fresh(),
  folder = join(dir, 'game'),
): Promise<{ result: Ingested; manifest: Manifest; depot: ReturnType<typeof fresh> }> {
  await writeTree(folder, tree)
  const result = await ingestFolder({ dir: folder, ...depot })
  return {
    result,
    depot,
    manifest: decodeManifest(await readWhole(depot.store, 'manifests', result.manifestSha256), result.manifestSha256),
  }
}

/** Puts a build together from what the depot holds, the slow and plain way. */
async function restore(manifest: Manifest, store: ReturnType<typeof memoryStore>): Promise<Tree> {
  const tree: Tree = {}
  for (const file of manifest.files) {
    const parts: Buffer[] = []
    for (const index of file.chunks) {
      const chunk = manifest.chunks[index]
      const pack = store.objects.get(`packs/${manifest.packs[chunk?.pack ?? -1]?.sha256}`)
      if (chunk && pack) parts.push(openChunk(pack.subarray(chunk.offset, chunk.offset + chunk.packedSize), chunk))
    }
    const bytes = Buffer.concat(parts)
    tree[file.path] = file.mode === 0o755 ? { program: bytes } : bytes
  }
  for (const path of manifest.dirs) tree[path] = { dir: true }
  for (const { path, target } of manifest.links) tree[path] = { link: target }
  return tree
}

const sample: Tree = {
  'game.sh': { program: '#!/bin/sh\n' },
  'data/big.bin': noise(700_000),
  'data/text.txt': 'kettle '.repeat(40_000),
  'data/copy.bin': noise(700_000),
  'empty.txt': '',
  'saves/slots': { dir: true },
  'data/link.bin': { link: 'big.bin' },
}

it('gives back a folder as it was: bytes, modes, links, empty files and folders', async () => {
  const { manifest, depot, result } = await ingest(sample)
  await writeTree(join(dir, 'back'), await restore(manifest, depot.store))
  expect(await readTree(join(dir, 'back'))).toEqual(await readTree(join(dir, 'game')))
  expect(result).toMatchObject({ fileCount: 5, installBytes: 700_000 * 2 + 280_000 + 10 })
  expect(result.newBytes).toBe(result.downloadBytes)
  // The copy costs nothing, the text next to nothing.
  expect(result.newBytes).toBeLessThan(710_000)
  expect(manifest.files.every((file) => file.mode === (file.path === 'game.sh' ? 0o755 : 0o644))).toBe(true)
})

it('gives back any tree', async () => {
  const name = fc.string({ unit: fc.constantFrom(...'abcдё0-_'), minLength: 1, maxLength: 4 })
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.integer({ min: 0, max: 200_000 }).map((size) => noise(size, size)),
  )
  let round = 0
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(
        fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => `f/${parts.join('/')}.x`),
        content,
        { minKeys: 1, maxKeys: 12 },
      ),
      async (files) => {
        const folder = join(dir, `tree${round++}`)
        const tree = Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes)]))
        const { manifest, depot } = await ingest(tree, fresh(), folder)
        await writeTree(`${folder}.back`, await restore(manifest, depot.store))
        expect(await readTree(`${folder}.back`)).toEqual(await readTree(folder))
        expect((await scanTree(folder, manifest)).files.every(({ kind }) => kind === 'right')).toBe(true)
      },
    ),
    { numRuns: inject('atLength') ? 25 : 10 },
  )
})

it('gives the same name to the same content, twice and in a fresh depot', async () => {
  const { result, depot } = await ingest(sample)
  const again = await ingest(sample, depot, join(dir, 'again'))
  expect(again.result).toMatchObject({ manifestSha256: result.manifestSha256, newBytes: 0 })
  const elsewhere = await ingest(sample, fresh(), join(dir, 'elsewhere'))
  expect(elsewhere.result.manifestSha256).toBe(result.manifestSha256)
})

it('stores only what a new version changes', async () => {
  const bytes = noise(3_000_000, 5)
  const { depot, result } = await ingest({ 'a.pak': bytes })
  const changed = Buffer.concat([bytes.subarray(0, 1_000_000), Buffer.from('patched'), bytes.subarray(1_000_000)])
  const next = await ingest({ 'a.pak': changed, 'new.txt': 'hello' }, depot, join(dir, 'next'))
  expect(next.result.newBytes).toBeLessThan(500_000)
  expect(next.result.contentSha256).not.toBe(result.contentSha256)
  await writeTree(join(dir, 'back'), await restore(next.manifest, depot.store))
  expect(await readTree(join(dir, 'back'))).toEqual(await readTree(join(dir, 'next')))
})

it('stores a chunk anew when the index knows it and its pack is lost', async () => {
  const { depot } = await ingest({ 'a.bin': noise(100_000) })
  for (const key of depot.store.objects.keys()) if (key.startsWith('packs/')) depot.store.objects.delete(key)
  const { result, manifest } = await ingest({ 'a.bin': noise(100_000) }, depot, join(dir, 'again'))
  expect(result.newBytes).toBe(100_000)
  expect(Object.keys(await restore(manifest, depot.store))).toEqual(['a.bin'])
})

it('reads how to start from kettle.json, and does not ship it', async () => {
  const launch = [{ platform: 'linux', name: 'Play', kind: 'native', path: 'game.sh', args: ['--full'] }]
  const { manifest } = await ingest({ ...sample, 'kettle.json': JSON.stringify({ launch }) })
  expect(manifest.launch).toEqual(launch)
  expect(manifest.files.map(({ path }) => path)).not.toContain('kettle.json')
})

it('starts a folder with an index.html as an html game, any other not at all', async () => {
  expect((await ingest({ 'index.html': '<p>' })).manifest.launch).toEqual([
    { platform: 'any', name: 'Play', kind: 'html', path: 'index.html', args: [] },
  ])
  expect((await ingest({ 'x.html': '<p>' }, fresh(), join(dir, 'other'))).manifest.launch).toEqual([])
})

it.each([
  ['{', 'not JSON'],
  ['{"launch":[{"platform":"amiga","name":"x","kind":"native","path":"a"}]}', 'launch.0.platform'],
  ['{"launch":[{"name":"x","kind":"native","path":"missing.sh"}]}', 'not in the build'],
  ['{"start":"a"}', 'kettle.json'],
])('refuses the kettle.json %s', async (text, said) => {
  await expect(ingest({ a: 'a', 'kettle.json': text })).rejects.toMatchObject({
    reason: 'LAUNCH_INVALID',
    message: expect.stringContaining(said),
  })
})

it('refuses what can not be installed everywhere, by name', async () => {
  await expect(ingest({ 'con.txt': 'x' })).rejects.toMatchObject({
    reason: 'PATH_INVALID',
    message: expect.stringContaining('con.txt'),
  })
  await expect(ingest({ a: 'x', out: { link: '../..' } }, fresh(), join(dir, 'b'))).rejects.toMatchObject({
    reason: 'PATH_INVALID',
  })
  await expect(ingest({ 'only/empty': { dir: true } }, fresh(), join(dir, 'c'))).rejects.toMatchObject({
    reason: 'BUILD_EMPTY',
  })
})

it('stops when told to', async () => {
  await writeTree(join(dir, 'game'), sample)
  const stop = new AbortController()
  const onProgress = (): void => stop.abort(new Error('enough'))
  await expect(ingestFolder({ dir: join(dir, 'game'), ...fresh(), onProgress, signal: stop.signal })).rejects.toThrow(
    'enough',
  )
})

it('keeps a pack and a manifest on disk under their hashes, whole or not at all', async () => {
  await writeTree(join(dir, 'game'), sample)
  const store = diskStore(join(dir, 'depot'))
  const [one, two] = await Promise.all(
    [1, 2].map(() => ingestFolder({ dir: join(dir, 'game'), store, index: memoryIndex() })),
  )
  expect(one?.manifestSha256).toBe(two?.manifestSha256)
  const manifest = decodeManifest(await readWhole(store, 'manifests', one?.manifestSha256 ?? ''), one?.manifestSha256)
  for (const { sha256, size } of manifest.packs) expect((await readWhole(store, 'packs', sha256)).length).toBe(size)
  await expect(store.open('packs', '0'.repeat(64))).rejects.toMatchObject({ reason: 'NOT_STORED' })
  await expect(store.open('packs', '../../etc/passwd')).rejects.toMatchObject({ reason: 'NOT_STORED' })
})

it('reads no kettle.json beyond its bound, however it is filled', async () => {
  const folder = join(dir, 'large')
  await writeTree(folder, { 'index.html': 'x' })
  // Nothing on the disk: only its size is large.
  const file = await open(join(folder, 'kettle.json'), 'w')
  await file.truncate(1_500 * 2 ** 20)
  await file.close()
  await expect(ingestFolder({ dir: folder, ...fresh() })).rejects.toMatchObject({
    reason: 'LAUNCH_INVALID',
    message: expect.stringContaining('more than 1048576'),
  })
})

it('shares nothing between owners, in names, bytes or what it tells', async () => {
  const store = memoryStore()
  const tree = { 'a.bin': noise(200_000, 77), 'b.txt': 'b'.repeat(9_000) }
  const folder = join(dir, 'owned')
  await writeTree(folder, tree)
  const [anna, paul] = [memoryIndex('anna'), memoryIndex('paul')]
  const first = await ingestFolder({ dir: folder, store, index: anna })
  const before = new Set(store.objects.keys())
  const other = await ingestFolder({ dir: folder, store, index: paul })
  expect(other.newBytes).toBe(first.newBytes)
  expect(other.newBytes).toBeGreaterThan(200_000)
  expect(other.contentSha256).toBe(first.contentSha256)
  expect(other.manifestSha256).not.toBe(first.manifestSha256)
  const added = [...store.objects.keys()].filter((key) => !before.has(key))
  expect(added.filter((key) => key.startsWith('packs/'))).toHaveLength(1)
  // For one owner it is stored once, and the names of a build stay the same.
  const again = await ingestFolder({ dir: folder, store, index: paul })
  expect(again).toMatchObject({ newBytes: 0, manifestSha256: other.manifestSha256 })
  const fresh = await ingestFolder({ dir: folder, store: memoryStore(), index: memoryIndex('paul') })
  expect(fresh.manifestSha256).toBe(other.manifestSha256)
  const manifest = decodeManifest(await readWhole(store, 'manifests', other.manifestSha256))
  expect(await restore(manifest, store)).toEqual({ 'a.bin': tree['a.bin'], 'b.txt': Buffer.from(tree['b.txt']) })
})
