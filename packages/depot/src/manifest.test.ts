import { zstdCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { sha256Hex } from './chunk.ts'
import { decodeManifest, encodeManifest, type Manifest, parseManifest } from './manifest.ts'

const a = 'a'.repeat(64)
const good: Manifest = {
  format: 1,
  files: [{ path: 'game/a.bin', size: 10, mode: 0o644, sha256: a, chunks: [0] }],
  dirs: [],
  links: [],
  launch: [],
  chunks: [{ sha256: a, size: 10, pack: 0, offset: 0, packedSize: 10, encoding: 'raw' }],
  packs: [{ sha256: a, size: 10 }],
}

it('comes back as it was, under a name that is its hash', () => {
  const { bytes, sha256 } = encodeManifest(good)
  expect(decodeManifest(bytes, sha256)).toEqual(good)
  expect(sha256).toBe(sha256Hex(bytes))
  // The order in which an object was filled doesn't matter.
  const { packs, chunks, ...rest } = good
  expect(encodeManifest({ packs, chunks, ...rest }).sha256).toBe(sha256)
})

it('refuses bytes that are not those of its name', () => {
  const { bytes, sha256 } = encodeManifest(good)
  const flipped = Buffer.from(bytes)
  flipped.writeUInt8((flipped.at(-1) ?? 0) ^ 1, flipped.length - 1)
  expect(() => decodeManifest(flipped, sha256)).toThrow('do not match its name')
  expect(() => decodeManifest(flipped)).toThrow()
})

const hostile: [string, object, string][] = [
  ['a path that leads out', { files: [{ ...good.files[0], path: '../x' }] }, '".."'],
  ['a link that leads out', { links: [{ path: 'x', target: '../../x' }] }, 'out of the build'],
  ['twins', { files: [good.files[0], { ...good.files[0], path: 'GAME/a.bin' }] }, 'case'],
  ['a missing chunk', { files: [{ ...good.files[0], chunks: [1] }] }, 'add up'],
  ['chunks that are too short', { files: [{ ...good.files[0], size: 11 }] }, 'add up'],
  ['a chunk outside its pack', { chunks: [{ ...good.chunks[0], offset: 1 }] }, 'outside its pack'],
  ['a chunk of no pack', { chunks: [{ ...good.chunks[0], pack: 3 }] }, 'outside its pack'],
  ['a chunk too large to hold', { chunks: [{ ...good.chunks[0], size: 2 ** 30, encoding: 'zstd' }] }, 'chunks.0.size'],
  ['a negative offset', { chunks: [{ ...good.chunks[0], offset: -1 }] }, 'chunks.0.offset'],
  ['a mode of another user', { files: [{ ...good.files[0], mode: 0o4755 }] }, 'files.0.mode'],
  [
    'a launch entry outside',
    { launch: [{ platform: 'any', name: 'x', kind: 'native', path: '/bin/sh', args: [] }] },
    '/bin/sh',
  ],
  ['another format', { format: 2 }, 'format'],
  ['more than it should', { extra: 1 }, ''],
]
it.each(hostile)('refuses %s', (_name, change, said) => {
  const bytes = zstdCompressSync(JSON.stringify({ ...good, ...change }))
  expect(() => decodeManifest(bytes)).toThrow(said)
})

it('refuses what is no manifest at all', () => {
  expect(() => decodeManifest(Buffer.from('hello'))).toThrow('not JSON compressed by zstd')
  expect(() => decodeManifest(zstdCompressSync('{'))).toThrow('not JSON')
  expect(() => decodeManifest(zstdCompressSync('null'))).toThrow('refused')
})

it('is read without being checked again only under the name of what was checked', async () => {
  const { bytes, sha256 } = encodeManifest(good)
  expect(await parseManifest(bytes, sha256)).toEqual(good)
  const other = zstdCompressSync(JSON.stringify({ ...good, links: [{ path: 'x', target: '/etc/passwd' }] }))
  await expect(parseManifest(other, sha256)).rejects.toMatchObject({ reason: 'MANIFEST_INVALID' })
  await expect(parseManifest(Buffer.from('x'), sha256Hex(Buffer.from('x')))).rejects.toThrow('not compressed')
})
