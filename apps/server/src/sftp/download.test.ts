import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeManifest, diskStore, openChunk } from '@kettle/depot'
import { noise, readTree, type Tree } from '@kettle/depot/testing'
import type { SFTPWrapper } from 'ssh2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { depotContent } from './read-content.ts'
import { startTestNode, type TestNode } from './testing/sftp-node.ts'

const tree: Tree = {
  'game.sh': { program: '#!/bin/sh\necho hello\n' },
  'data/big.bin': noise(3_000_000),
  'data/words.txt': 'kettle '.repeat(50_000),
  'data/deep/er/x.txt': 'x',
  'данные/ё.txt': 'да',
  'empty.txt': '',
}
let node: TestNode
let manifestSha256: string
beforeAll(async () => {
  node = await startTestNode()
  ;({ manifestSha256 } = await node.build('game', {
    ...tree,
    'data/link.bin': { link: 'big.bin' },
    empty: { dir: true },
  }))
})
afterAll(() => node.remove())

describe('what a reader sees', () => {
  it('is the manifest by its hash, the packs by theirs, and the files', async () => {
    const client = await node.connect(await node.reading(manifestSha256))
    expect((await client.list('/')).map(({ name, type }) => `${type} ${name}`).toSorted()).toEqual([
      '- manifest',
      'd files',
      'd packs',
    ])
    const sha256 = async (path: string): Promise<string> =>
      createHash('sha256')
        .update((await client.get(path)) as Buffer)
        .digest('hex')
    expect(await sha256('/manifest')).toBe(manifestSha256)
    const packs = await client.list('/packs')
    expect(packs.length).toBeGreaterThan(0)
    for (const { name } of packs) expect(await sha256(`/packs/${name}`)).toBe(name)
    expect(await client.get('/files/empty.txt')).toHaveLength(0)
    expect((await client.stat('/files/data/big.bin')).size).toBe(3_000_000)
    expect((await client.stat('/files/game.sh')).mode & 0o777).toBe(0o755)
    const [link] = await client.list('/files/data', ({ name }) => name === 'link.bin')
    expect(link?.type).toBe('l')
    expect((await client.stat('/files/data/link.bin')).size).toBe(3_000_000)
    expect(((await client.get('/files/data/link.bin')) as Buffer).equals(noise(3_000_000))).toBe(true)
  })

  it.each(['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com', 'aes256-ctr'])(
    "comes whole by OpenSSH's sftp -r over %s",
    async (cipher) => {
      const into = join(node.dir, `into-${cipher}`)
      await mkdir(into)
      const { code, said } = await node.openssh(
        await node.reading(manifestSha256),
        [`get -r /files/. ${into}`, 'ls -l /files', 'bye'],
        ['-c', cipher],
      )
      expect(said).toContain('game.sh')
      expect(code).toBe(0)
      const { 'data/link.bin': _link, ...files } = await readTree(join(node.dir, 'game'))
      expect(await readTree(into, ['data/link.bin'])).toEqual(files)
    },
  )

  it.each([
    '/etc/passwd',
    '/../../etc/passwd',
    '/files/../../etc/passwd',
    '/files/data/../../../depot',
    '/files/game.sh/..//../etc',
    `/packs/${'0'.repeat(64)}`,
    '/packs/../../host-key',
    '/manifests',
    '/files/data/link.bin/x',
    '/files/\0',
  ])('is not %j', async (path) => {
    const client = await node.connect(await node.reading(manifestSha256))
    await expect(client.get(path)).rejects.toThrow()
    await client.end()
  })

  it('is of a pack only what the manifest names, though more lies in it', async () => {
    // The second build shares one file with the first, which brings the pack of both into its manifest.
    const shared = noise(300_000, 41)
    const secret = noise(300_000, 42)
    await node.build('paid', { 'a.bin': secret, 'b.bin': shared, 'c.bin': noise(300_000, 43) })
    const demo = await node.build('demo', { 'b.bin': shared, 'demo.txt': 'demo' })
    const client = await node.connect(await node.reading(demo.manifestSha256))
    const { chunks, packs } = decodeManifest((await client.get('/manifest')) as Buffer, demo.manifestSha256)
    const { sftp } = client as unknown as { sftp: SFTPWrapper }
    const opened = (path: string) =>
      new Promise<Buffer>((resolve, reject) =>
        sftp.open(path, 'r', (error, handle) => (error ? reject(error) : resolve(handle))),
      )
    const read = (handle: Buffer, offset: number, length: number) =>
      new Promise<Buffer>((resolve, reject) => {
        const into = Buffer.alloc(length)
        sftp.read(handle, into, 0, length, offset, (error, got) =>
          error ? reject(error) : resolve(into.subarray(0, got)),
        )
      })
    let denied = 0
    for (const [index, { sha256: name, size }] of packs.entries()) {
      const handle = await opened(`/packs/${name}`)
      const named = chunks.filter(({ pack }) => pack === index).toSorted((a, b) => a.offset - b.offset)
      for (const chunk of named) {
        const packed = await read(handle, chunk.offset, chunk.packedSize)
        expect(openChunk(packed, chunk)).toHaveLength(chunk.size)
      }
      const isNamed = (at: number) => named.some(({ offset, packedSize }) => at >= offset && at < offset + packedSize)
      for (let at = 0; at < size; at += 1_009) {
        const answer = await read(handle, at, 5_000).catch((error: Error) => error.message)
        if (!isNamed(at)) {
          expect(answer).toMatch(/no file of this build/)
          denied++
        } else if (Buffer.isBuffer(answer))
          for (let n = 0; n < answer.length; n++) if (!isNamed(at + n)) denied = Number.NaN
      }
    }
    expect(denied).toBeGreaterThan(100)
    expect((await client.list('/files')).map(({ name }) => name).toSorted()).toEqual(['b.bin', 'demo.txt'])
  })

  it('answers paths and links of any length, and soon', async () => {
    const walk = `${'d/'.repeat(200)}${'../'.repeat(200)}`
    const links = Array.from({ length: 40 }, (_, at) => [`l${at}`, { link: at === 0 ? 'x' : `${walk}l${at - 1}` }])
    const deep = await node.build('links', {
      [`${'d/'.repeat(200)}x`]: 'x',
      x: 'the end',
      ...Object.fromEntries(links),
    })
    const client = await node.connect(await node.reading(deep.manifestSha256))
    for (let count = 0; count < 100; count++) expect((await client.stat('/files/l39')).size).toBe(7)
    expect(String(await client.get('/files/l39'))).toBe('the end')
    const paths = [`/files/${'a/'.repeat(60_000)}`, `/${'x'.repeat(100_000)}`, `/files/${'d/../'.repeat(20_000)}x`]
    for (const path of paths) expect(await client.stat(path).catch(() => 'refused')).toBe('refused')
    await expect(client.stat(`/files/${'q/'.repeat(1_500)}x`)).rejects.toThrow()
  })

  it('is not the pack of another build', async () => {
    const other = await node.build('other', { 'secret.bin': noise(100_000, 99) })
    const mine = await node.connect(await node.reading(manifestSha256))
    const theirs = await node.connect(await node.reading(other.manifestSha256))
    const [pack] = await theirs.list('/packs')
    await expect(mine.get(`/packs/${pack?.name}`)).rejects.toThrow('/packs/')
    expect(await theirs.get(`/packs/${pack?.name}`)).toHaveLength(100_000)
  })

  it('can not be changed in any way', async () => {
    const client = await node.connect(await node.reading(manifestSha256))
    await expect(client.put(Buffer.from('x'), '/files/x')).rejects.toThrow()
    await expect(client.append(Buffer.from('x'), '/files/game.sh')).rejects.toThrow()
    await expect(client.mkdir('/files/new')).rejects.toThrow()
    await expect(client.delete('/files/game.sh')).rejects.toThrow()
    await expect(client.rmdir('/files/empty')).rejects.toThrow()
    await expect(client.rename('/files/game.sh', '/files/b.sh')).rejects.toThrow()
    await expect(client.chmod('/files/game.sh', 0o777)).rejects.toThrow()
    const { said } = await node.openssh(await node.reading(manifestSha256), [
      '-put /etc/hostname /files/x',
      '-rm /files/game.sh',
      '-symlink a /files/b',
    ])
    expect(said.match(/denied/gi)).toHaveLength(3)
  })
})

it('tells, and lives on, when its depot is damaged', async () => {
  const { manifestSha256: lost } = await node.build('lost', { 'a.bin': noise(50_000, 5) })
  const client = await node.connect(await node.reading(lost))
  const [pack] = await client.list('/packs')
  const path = join(node.dir, 'depot/packs', pack?.name.slice(0, 2) ?? '', pack?.name ?? '')
  const bytes = noise(50_000, 5)
  bytes.writeUInt8((bytes[100] ?? 0) ^ 1, 100)
  await writeFile(path, bytes)
  await expect(client.get('/files/a.bin')).rejects.toThrow()
  expect(node.warnings.join('\n')).toContain('do not match')
  const again = await node.connect(await node.reading(manifestSha256))
  expect(await again.get('/files/empty.txt')).toHaveLength(0)
})

it('forgets large builds for others, and serves them again', async () => {
  const many = (seed: number): Tree =>
    Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`d${at % 7}/f${at}-${seed}`, `${seed} ${at}`]))
  const builds: string[] = []
  for (let seed = 0; seed < 3; seed++) builds.push((await node.build(`many-${seed}`, many(seed))).manifestSha256)
  const content = depotContent(diskStore(join(node.dir, 'depot')), { treeEntries: 700, leastEntries: 1 })
  const first = await content.tree(builds[0] ?? '')
  expect(await content.tree(builds[0] ?? '')).toBe(first)
  await content.tree(builds[1] ?? '')
  await content.tree(builds[2] ?? '')
  const again = await content.tree(builds[0] ?? '')
  expect(again).not.toBe(first)
  expect(again.lookup('/files/d3/f3-0', false)).toMatchObject({ kind: 'file', size: 3 })
})
