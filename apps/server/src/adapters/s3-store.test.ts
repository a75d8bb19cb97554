import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkDepot, ingestFolder, memoryIndex, readWhole, sha256Hex } from '@kettle/depot'
import { depotStoreContract, noise, writeTree } from '@kettle/depot/testing'
import { afterAll, expect, it } from 'vitest'
import { type S3StandIn, startS3 } from '../testing/s3-stand-in.ts'
import { depotStore } from './depot-store.ts'

const keys = { accessKeyId: 'kettle', secretAccessKey: 'a secret of the bucket' }
const s3: S3StandIn = await startS3('games', keys)
afterAll(() => s3.close())

const config = (changes: object = {}) => ({
  ...{ kind: 's3' as const, bucket: 'games', endpoint: s3.url, region: 'eu-north-1', prefix: 'depot/' },
  ...keys,
  ...changes,
})

depotStoreContract('A bucket', () => depotStore(config()))

it('holds a build whole, as a disk does', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kettle-s3-'))
  try {
    await writeTree(dir, { 'a.bin': noise(3_000_000, 3), 'текст.txt': 'kettle '.repeat(9_000) })
    const store = await depotStore(config({ prefix: 'whole/' }))
    const one = await ingestFolder({ dir, store, index: memoryIndex() })
    expect(await checkDepot(store)).toMatchObject({ objects: 2, problems: [] })
    expect([...s3.objects.keys()].filter((key) => key.startsWith('whole/manifests/'))).toEqual([
      `whole/manifests/${one.manifestSha256.slice(0, 2)}/${one.manifestSha256}`,
    ])
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
})

it('asks again when the bucket is too busy, or breaks off', async () => {
  const store = await depotStore(config())
  s3.beBusy(2)
  const sha256 = await store.put('packs', [noise(30_000, 60)])
  s3.beBusy(2)
  expect(sha256Hex(await readWhole(store, 'packs', sha256))).toBe(sha256)
})

it('fails where it has to, and says so', async () => {
  const store = await depotStore(config())
  const sha256 = await store.put('packs', [noise(30_000, 61)])
  s3.spoil('cut')
  await expect(readWhole(store, 'packs', sha256)).rejects.toThrow()
  s3.spoil('flip')
  // The bytes come wrong, as a disk's may: who reads them knows their hash.
  expect(sha256Hex(await readWhole(store, 'packs', sha256))).not.toBe(sha256)
  expect((await checkDepot(store)).problems.some((problem) => problem.sha256 === sha256)).toBe(true)
  s3.spoil(null)
  const stranger = await depotStore(config({ secretAccessKey: 'another' }))
  await expect(stranger.put('packs', [Buffer.from('x')])).rejects.toThrow('refuses the keys')
  // Never "it is not there": that would be stored anew, or taken for garbage.
  await expect(stranger.has('packs', sha256)).rejects.toThrow()
  await expect(stranger.list('packs')[Symbol.asyncIterator]().next()).rejects.toThrow()
  const nowhere = await depotStore(config({ endpoint: 'http://127.0.0.1:9' }))
  await expect(nowhere.has('packs', sha256)).rejects.toThrow()
})
