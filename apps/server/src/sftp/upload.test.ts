import { access, lstat, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { noise, readTree, writeTree } from '@kettle/depot/testing'
import type { SFTPWrapper } from 'ssh2'
import type SftpClient from 'ssh2-sftp-client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestNode, type TestNode } from './testing/sftp-node.ts'

let node: TestNode
beforeEach(async () => {
  node = await startTestNode({ uploadBytes: 5_000_000, uploadEntries: 20 })
})
afterEach(() => node.remove())
const folder = (id: string): string => join(node.dir, 'uploads', id)

it("takes a whole folder by OpenSSH's sftp, with modes and links", async () => {
  const game = join(node.dir, 'game')
  await writeTree(game, {
    'run.sh': { program: 'x' },
    'data/big.bin': noise(2_000_000),
    'data/empty': '',
    'лес/ё.txt': 'ё',
  })
  const { code, said } = await node.openssh(await node.writing('one'), [
    'ls',
    `put -r -p ${game}/. /`,
    'symlink big.bin data/link',
    'ls -l data',
  ])
  expect(said).toContain('big.bin')
  expect(code).toBe(0)
  await symlink('big.bin', join(game, 'data/link'))
  expect(await readTree(folder('one'))).toEqual(await readTree(game))
})

it('goes on where an upload stopped, by the size that stat tells', async () => {
  const bytes = noise(1_000_000)
  await writeFile(join(node.dir, 'whole.bin'), bytes)
  const client = await node.connect(await node.writing('one'))
  await client.put(bytes.subarray(0, 400_000), '/whole.bin')
  expect((await client.stat('/whole.bin')).size).toBe(400_000)
  const { code } = await node.openssh(await node.writing('one'), [`reput ${join(node.dir, 'whole.bin')} /whole.bin`])
  expect(code).toBe(0)
  expect((await readFile(join(folder('one'), 'whole.bin'))).equals(bytes)).toBe(true)
})

it('does what a folder does: list, rename, remove, read back, and refuses what a folder refuses', async () => {
  const client = await node.connect(await node.writing('one'))
  expect(await client.list('/')).toEqual([])
  await client.mkdir('/a/b', true)
  await client.put(Buffer.from('hello'), '/a/b/x.txt')
  await client.chmod('/a/b/x.txt', 0o755)
  expect((await lstat(join(folder('one'), 'a/b/x.txt'))).mode & 0o777).toBe(0o755)
  await client.put(Buffer.from('other'), '/y.txt')
  await expect(client.rename('/y.txt', '/a/b/x.txt')).rejects.toThrow('there already')
  await client.rename('/a', '/c')
  expect(String(await client.get('/c/b/x.txt'))).toBe('hello')
  await expect(client.rmdir('/c')).rejects.toThrow('not empty')
  await client.delete('/c/b/x.txt')
  await client.rmdir('/c/b')
  await expect(client.get('/c/b/x.txt')).rejects.toThrow()
  await expect(client.put(Buffer.from('x'), '/missing/x')).rejects.toThrow('no folder')
  expect((await client.list('/')).map(({ name }) => name).toSorted()).toEqual(['c', 'y.txt'])
})

it.each(['/../out.txt', '/../../out.txt', '/a\\..\\b', '/con', '/a:b', '/x.', '/.kettle/x', `/${'n'.repeat(300)}`])(
  'writes nothing outside or unfit at %j',
  async (path) => {
    const client = await node.connect(await node.writing('one'))
    await client.put(Buffer.from('x'), path).catch(() => {})
    await expect(access(join(node.dir, 'out.txt'))).rejects.toThrow()
    await expect(access(join(node.dir, 'uploads/out.txt'))).rejects.toThrow()
    // What leads up from the root is the root: that much any client may say.
    expect(Object.keys(await readTree(folder('one')))).toEqual(
      path.includes('..') && !path.includes('\\') ? ['out.txt'] : [],
    )
  },
)

it('reads the two paths of a link in the order of OpenSSH, whatever the client calls itself', async () => {
  for (const ident of ['OpenSSH_9.9', 'paramiko_3.4', 'libssh2_1.11']) {
    const credential = await node.writing(ident.slice(0, 4))
    const client = await node.connect({ ...credential, ident })
    const { sftp } = client as unknown as { sftp: SFTPWrapper }
    await new Promise<void>((resolve, reject) =>
      sftp.symlink('target.bin', '/the-link', (error) => (error ? reject(error) : resolve())),
    )
    expect(await readTree(folder(ident.slice(0, 4)))).toEqual({ 'the-link': 'link target.bin' })
  }
})

it('never goes through a link, wherever it was made to lead', async () => {
  const { said } = await node.openssh(await node.writing('one'), [
    '-symlink /etc evil',
    '-symlink ../.. up',
    '-symlink a/../../.. far',
    '-mkdir d',
    '-symlink d ok',
  ])
  expect(said.match(/denied/gi)).toHaveLength(3)
  await symlink('/etc', join(folder('one'), 'planted'))
  const client = await node.connect(await node.writing('one'))
  await expect(client.get('/planted/hostname')).rejects.toThrow()
  await expect(client.put(Buffer.from('x'), '/planted/kettle-was-here')).rejects.toThrow()
  await expect(client.put(Buffer.from('x'), '/ok/x')).rejects.toThrow('no folder')
  await expect(client.get('/planted')).rejects.toThrow()
  await expect(access('/etc/kettle-was-here')).rejects.toThrow()
})

/** ssh2-sftp-client's put() resolves although a write was refused (ssh2's WriteStream swallows it), so ask by hand. */
async function write(client: SftpClient, path: string, bytes: Buffer, offset = 0): Promise<void> {
  const { sftp } = client as unknown as { sftp: SFTPWrapper }
  const handle = await new Promise<Buffer>((resolve, reject) =>
    sftp.open(path, 'w', (error, opened) => (error ? reject(error) : resolve(opened))),
  )
  try {
    await new Promise<void>((resolve, reject) =>
      sftp.write(handle, bytes, 0, bytes.length, offset, (error) => (error ? reject(error) : resolve())),
    )
  } finally {
    sftp.close(handle, () => {})
  }
}

it('ends at its limits, with what was there intact, and goes on when there is room again', async () => {
  const client = await node.connect(await node.writing('one'))
  await write(client, '/a.bin', noise(4_000_000))
  await expect(write(client, '/b.bin', noise(2_000_000))).rejects.toThrow('up to 5000000 bytes')
  // Another session of the same upload shares the count; another upload doesn't.
  const second = await node.connect(await node.writing('one'))
  await expect(write(second, '/c.bin', noise(2_000_000))).rejects.toThrow('up to')
  const other = await node.connect(await node.writing('two'))
  await write(other, '/c.bin', noise(2_000_000))
  await client.delete('/b.bin')
  await client.delete('/c.bin')
  await write(client, '/b.bin', noise(900_000))
  for (let count = 0; count < 18; count++) await write(client, `/f${count}`, Buffer.from('x'))
  await expect(write(client, '/one-too-many', Buffer.from('x'))).rejects.toThrow('20 files and folders')
  expect((await readFile(join(folder('one'), 'a.bin'))).equals(noise(4_000_000))).toBe(true)
})

it('refuses a file beyond all bounds without writing it', async () => {
  const client = await node.connect(await node.writing('one'))
  await expect(write(client, '/sparse', Buffer.from('x'), 2 ** 50)).rejects.toThrow('up to')
  await expect(write(client, '/sparse', Buffer.from('x'), 2 ** 60)).rejects.toThrow('that long')
})

it('sees nothing of any game', async () => {
  const client = await node.connect(await node.writing('one'))
  for (const path of ['/manifest', '/packs', '/files']) await expect(client.stat(path)).rejects.toThrow()
  expect(node.warnings).toEqual([])
})
