import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkDepot } from './check-depot.ts'
import { memoryIndex } from './chunk-index.ts'
import { ingestFolder } from './ingest.ts'
import { makePatch } from './make-patch.ts'
import { decodeManifest } from './manifest.ts'
import { type DepotKind, diskStore, readWhole } from './store.ts'
import { noise, temporaryFolder, writeTree } from './testing/trees.ts'

let dir: string
let remove: () => Promise<void>
beforeEach(async () => ({ dir, remove } = await temporaryFolder()))
afterEach(() => remove())

async function filled() {
  const store = diskStore(join(dir, 'depot'))
  const index = memoryIndex()
  const text = noise(200_000).toString('hex')
  const ingest = async (name: string, extra: string) => {
    await writeTree(join(dir, name), { 'a.txt': text + extra, 'b/ё.bin': noise(300_000, 2), [`${name}.x`]: name })
    return (await ingestFolder({ dir: join(dir, name), store, index })).manifestSha256
  }
  const [from, to] = [await ingest('one', 'one'), await ingest('two', 'two')]
  const patch = (await makePatch(store, { from, to }))?.sha256 ?? ''
  const manifest = decodeManifest(await readWhole(store, 'manifests', from))
  const pathOf = (kind: DepotKind, sha256: string) => join(dir, 'depot', kind, sha256.slice(0, 2), sha256)
  return { store, from, to, patch, pack: manifest.packs[0]?.sha256 ?? '', pathOf }
}

it('finds a sound depot sound', async () => {
  const { store } = await filled()
  let bytes = 0
  const check = await checkDepot(store, { onObject: (size) => (bytes += size) })
  expect(check).toMatchObject({ objects: 5, problems: [], bytes })
})

it('names a flipped bit by pack, chunks and files', async () => {
  const { store, pack, pathOf, from, to } = await filled()
  const bytes = await readFile(pathOf('packs', pack))
  bytes.writeUInt8((bytes[bytes.length - 100_000] ?? 0) ^ 1, bytes.length - 100_000)
  await writeFile(pathOf('packs', pack), bytes)
  const { problems } = await checkDepot(store)
  expect(problems).toMatchObject([{ kind: 'packs', sha256: pack, problem: expect.stringContaining('1 of') }])
  expect(problems[0]?.files.toSorted()).toEqual([`${from} b/ё.bin`, `${to} b/ё.bin`].toSorted())
})

it('names what is lost, cut off, lengthened or not of the depot', async () => {
  const { store, pack, patch, from, to, pathOf } = await filled()
  await rm(pathOf('packs', pack))
  await appendFile(pathOf('patches', patch), 'x')
  await writeFile(pathOf('manifests', to), (await readFile(pathOf('manifests', to))).subarray(0, -5))
  const { problems } = await checkDepot(store)
  expect(problems).toHaveLength(3)
  expect(problems).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'packs', sha256: pack, problem: 'is not there' }),
      expect.objectContaining({ kind: 'patches', sha256: patch }),
      expect.objectContaining({ kind: 'manifests', sha256: to }),
    ]),
  )
  expect(problems.find(({ kind }) => kind === 'packs')?.files).toContain(`${from} a.txt`)
})
