import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { memoryIndex } from './chunk-index.ts'
import { ingestFolder } from './ingest.ts'
import { makePatch } from './make-patch.ts'
import { decodeManifest, type Manifest } from './manifest.ts'
import {
  decodePatchIndex,
  dictionaryChunks,
  joinDictionary,
  openPiece,
  PATCH_HEAD_BYTES,
  type Patch,
  patchIndexBytes,
} from './patch.ts'
import { memoryStore, readWhole } from './store.ts'
import { noise, type Tree, temporaryFolder, writeTree } from './testing/trees.ts'

let dir: string
let remove: () => Promise<void>
beforeEach(async () => ({ dir, remove } = await temporaryFolder()))
afterEach(() => remove())

let builds = 0
async function depot(trees: Tree[]): Promise<{
  store: ReturnType<typeof memoryStore>
  names: string[]
  manifests: Manifest[]
}> {
  const store = memoryStore()
  const index = memoryIndex()
  const names: string[] = []
  const manifests: Manifest[] = []
  for (const tree of trees) {
    const folder = join(dir, String(builds++))
    await writeTree(folder, tree)
    const { manifestSha256 } = await ingestFolder({ dir: folder, store, index })
    names.push(manifestSha256)
    manifests.push(decodeManifest(await readWhole(store, 'manifests', manifestSha256)))
  }
  return { store, names, manifests }
}

async function patched(before: Tree, after: Tree) {
  const { store, names, manifests } = await depot([before, after])
  const [from = '', to = ''] = names
  const [old, want] = manifests as [Manifest, Manifest]
  const made = await makePatch(store, { from, to })
  if (!made) return { store, old, want, from, to, made, patch: { pieces: [] }, bytes: Buffer.alloc(0) }
  const bytes = await readWhole(store, 'patches', made.sha256)
  const patch = decodePatchIndex(bytes.subarray(PATCH_HEAD_BYTES, PATCH_HEAD_BYTES + patchIndexBytes(bytes)), old, want)
  return { store, old, want, from, to, made, patch, bytes }
}

/** The bytes of a tree's files as the old build's chunks, which a player would have on disk. */
function dictionary(before: Tree, old: Manifest, piece: Patch['pieces'][number]): Buffer {
  return joinDictionary(
    [...dictionaryChunks(piece, old)].map(({ path, offset, size }) =>
      Buffer.from(before[path] as Buffer).subarray(offset, offset + size),
    ),
  )
}

/** Text that compresses little, as code and data of games do. */
const text = (bytes: number, seed: number): Buffer => Buffer.from(noise(bytes / 2, seed).toString('hex'))
const splice = (bytes: Buffer, at: number, put: Buffer | string): Buffer =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(put), bytes.subarray(at)])

it('costs little more than what changed, wherever that is', async () => {
  const big = noise(6_000_000, 3)
  let after = big
  for (const at of [100, 1_000_000, 2_500_000, 5_999_000]) after = splice(after, at, 'changed')
  const { made, patch } = await patched({ 'data.pak': big }, { 'data.pak': after, 'new.txt': 'new' })
  expect(made?.size).toBeLessThan(1_500)
  expect(patch.pieces.flatMap(({ chunks }) => chunks).length).toBeGreaterThan(3)
})

it('finds the old bytes of a file that was renamed and changed', async () => {
  const big = text(900_000, 5)
  const { made } = await patched({ 'app-1.js': big }, { 'app-2.js': splice(big, 1000, 'x'.repeat(200_000)) })
  expect(made?.size).toBeLessThan(3_000)
})

it('is the same for the same builds, and none where nothing is gained', async () => {
  const { store, from, to, made } = await patched({ a: text(100_000, 1) }, { a: splice(text(100_000, 1), 500, 'b') })
  expect(await makePatch(store, { from, to })).toEqual(made)
  expect(await makePatch(store, { from, to: from })).toBeNull()
  expect((await patched({ a: noise(50_000, 1) }, { a: noise(50_000, 2) })).made).toBeNull()
})

it('says what an update costs', async () => {
  const { made, want, store, to } = await patched(
    { a: text(100_000, 1) },
    { a: splice(text(100_000, 1), 5, 'b'), c: 'c' },
  )
  const manifest = (await readWhole(store, 'manifests', to)).length
  expect(made?.updateBytes).toBeGreaterThan(manifest)
  expect(made?.updateBytes).toBeLessThan(manifest + 1_000)
  expect(want.chunks).toHaveLength(2 + (want.files[0]?.chunks.length ?? 0) - 1)
})

const name = fc.string({ unit: fc.constantFrom(...'abcдё0-_'), minLength: 1, maxLength: 3 }).map((word) => `${word}.x`)
const content = fc.oneof(
  fc.constant(Buffer.alloc(0)),
  fc.uint8Array({ maxLength: 50 }).map((bytes) => Buffer.from(bytes)),
  fc.integer({ min: 1, max: 120_000 }).map((size) => noise(size, size)),
  fc.integer({ min: 1, max: 400_000 }).map((size) => Buffer.alloc(size)),
  // What begins like a dictionary of zstd's own.
  fc.constant(Buffer.concat([Buffer.from('37a430ec', 'hex'), noise(70_000, 9)])),
)
type Edit = { at: number; put: Buffer; cut: number; rename: boolean; drop: boolean }
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  put: fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
  cut: fc.integer({ min: 0, max: 40_000 }),
  rename: fc.boolean(),
  drop: fc.boolean(),
})

it('gives each chunk of the new build byte for byte, from any build to any other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(name, content, { minKeys: 1, maxKeys: 6 }),
      fc.array(edit),
      async (before, edits) => {
        const after: Tree = { 'always.x': 'there' }
        for (const [at, [path, bytes]] of Object.entries(before).entries()) {
          const {
            at: where,
            put,
            cut,
            rename,
            drop,
          } = edits[at] ?? { at: 0, put: bytes, cut: 0, rename: false, drop: false }
          if (drop && !rename) continue
          const offset = Math.floor(where * bytes.length)
          after[rename ? `moved/${path}` : path] = Buffer.concat([
            bytes.subarray(0, offset),
            put,
            bytes.subarray(offset + cut),
          ])
        }
        const { patch, old, want, bytes } = await patched({ 'zero.x': 'x', ...before }, after)
        const had = new Set(old.chunks.map(({ sha256 }) => sha256))
        const seen = new Set<number>()
        for (const piece of patch.pieces) {
          const packed = bytes.subarray(piece.offset, piece.offset + piece.packedSize)
          const chunks = openPiece(packed, dictionary({ 'zero.x': 'x', ...before }, old, piece), piece, want)
          expect(chunks).not.toContain(null)
          for (const chunk of piece.chunks) {
            expect(seen.has(chunk)).toBe(false)
            expect(had.has(want.chunks[chunk]?.sha256 ?? '')).toBe(false)
            seen.add(chunk)
          }
        }
      },
    ),
    { numRuns: inject('atLength') ? 40 : 12 },
  )
})

it('finds every flipped bit and every other dictionary, and never gives a wrong chunk', async () => {
  const before = { 'a.txt': text(300_000, 7) }
  const { patch, old, want, bytes } = await patched(before, {
    'a.txt': splice(splice(before['a.txt'], 9, 'b'), 200_000, 'c'),
  })
  const [piece] = patch.pieces
  if (!piece) throw new Error('a piece was due')
  const right = dictionary(before, old, piece)
  const packed = bytes.subarray(piece.offset, piece.offset + piece.packedSize)
  const whole = openPiece(packed, right, piece, want)
  const onlyRight = (got: (Buffer | null)[]): void => {
    for (const [at, chunk] of got.entries()) if (chunk) expect(chunk.equals(whole[at] as Buffer)).toBe(true)
  }
  let found = 0
  for (let bit = 0; bit < packed.length * 8; bit++) {
    const bad = Buffer.from(packed)
    bad.writeUInt8((bad[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3)
    const got = openPiece(bad, right, piece, want)
    onlyRight(got)
    if (got.includes(null)) found++
  }
  // A bit of the frame's head may mean nothing to what comes out; none of them may change it unseen.
  expect(found).toBeGreaterThan(packed.length * 7)
  for (const wrong of [Buffer.alloc(0), Buffer.alloc(right.length), right.subarray(0, 1000)]) {
    const got = openPiece(packed, wrong, piece, want)
    expect(got).toContain(null)
    onlyRight(got)
  }
})

it('refuses a table of contents that is not one, or that asks for too much', async () => {
  const { old, want, bytes } = await patched({ a: text(100_000, 1) }, { a: splice(text(100_000, 1), 500, 'b') })
  const { zstdCompressSync } = await import('node:zlib')
  const table = (value: unknown) => zstdCompressSync(JSON.stringify(value))
  const piece = { chunks: [0], dictionary: [[0, 0, 1]], packedSize: 10 }
  const refused: unknown[] = [
    { format: 2, pieces: [] },
    { format: 1, pieces: [{ ...piece, chunks: [99] }] },
    { format: 1, pieces: [{ ...piece, chunks: [] }] },
    { format: 1, pieces: [{ ...piece, chunks: [-1] }] },
    { format: 1, pieces: [{ ...piece, chunks: Array(5000).fill(0) }] },
    { format: 1, pieces: [{ ...piece, dictionary: [[7, 0, 1]] }] },
    { format: 1, pieces: [{ ...piece, dictionary: [[0, 0, 1e9]] }] },
    { format: 1, pieces: [{ ...piece, dictionary: Array(5000).fill([0, 0, 1]) }] },
    { format: 1, pieces: [{ ...piece, packedSize: 2 ** 40 }] },
  ]
  expect(decodePatchIndex(table({ format: 1, pieces: [piece] }), old, want).pieces).toHaveLength(1)
  for (const value of refused)
    expect(() => decodePatchIndex(table(value), old, want)).toThrow(
      expect.objectContaining({ reason: 'PATCH_INVALID' }),
    )
  const zeros = zstdCompressSync(Buffer.alloc(300 << 20))
  for (const raw of [Buffer.from('nonsense'), zeros])
    expect(() => decodePatchIndex(raw, old, want)).toThrow(expect.objectContaining({ reason: 'PATCH_INVALID' }))
  expect(() => patchIndexBytes(Buffer.from('nothing.'))).toThrow(expect.objectContaining({ reason: 'PATCH_INVALID' }))
  expect(() => patchIndexBytes(Buffer.from('KTP1\xff\xff\xff\xff', 'latin1'))).toThrow('table of contents')
  expect(() => patchIndexBytes(bytes.subarray(0, 3))).toThrow('begin')
})
