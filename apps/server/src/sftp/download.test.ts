import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { noise, readTree, type Tree } from '@kettle/depot/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
