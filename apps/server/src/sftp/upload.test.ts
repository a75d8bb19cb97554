import { access, lstat, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diskUploads } from '@kettle/depot'
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

const opened = (client: SftpClient, path: string, flags: 'w' | 'r+' | 'a'): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    (client as unknown as { sftp: SFTPWrapper }).sftp.open(path, flags, (error, handle) =>
      error ? reject(error) : resolve(handle),
    ),
  )
const ask = (client: SftpClient, call: (sftp: SFTPWrapper, end: (error?: Error | null) => void) => void) =>
  new Promise<void>((resolve, reject) =>
    call((client as unknown as { sftp: SFTPWrapper }).sftp, (error) => (error ? reject(error) : resolve())),
  )

it('counts what a file takes once, by however many handles and names it is written', async () => {
  const client = await node.connect(await node.writing('one'))
  const handles = [await opened(client, '/a.bin', 'w'), await opened(client, '/a.bin', 'r+')]
  const at = (handle: Buffer | undefined, offset: number, bytes = noise(200_000)) =>
    ask(client, (sftp, end) => sftp.write(handle ?? Buffer.alloc(0), bytes, 0, bytes.length, offset, end))
  for (let offset = 0; offset < 4_000_000; offset += 200_000) await at(handles[0], offset)
  // Another handle that saw the file empty makes it no smaller.
  await at(handles[1], 0, Buffer.from('x'))
  await expect(write(client, '/b.bin', noise(1_200_000))).rejects.toThrow('up to 5000000 bytes')
  await at(handles[1], 4_000_000)
  // Under another name, and under none, it takes what it took.
  await client.rename('/a.bin', '/c.bin')
  await client.delete('/c.bin')
  await expect(write(client, '/d.bin', noise(1_000_000))).rejects.toThrow('up to 5000000 bytes')
  await expect(at(handles[0], 4_990_000)).rejects.toThrow('up to 5000000 bytes')
  for (const handle of handles) await ask(client, (sftp, end) => sftp.close(handle, end))
  await write(client, '/d.bin', noise(1_000_000))
})

it('takes no bytes that nobody sends, beyond a gap that a client may leave', async () => {
  await node.remove()
  node = await startTestNode({ uploadHoleBytes: 100_000 })
  const client = await node.connect(await node.writing('one'))
  await write(client, '/a.bin', Buffer.from('x'), 60_000)
  await expect(write(client, '/b.bin', Buffer.from('x'), 60_000)).rejects.toThrow('from their beginning on')
  await expect(ask(client, (sftp, end) => sftp.setstat('/a.bin', { size: 200_000 }, end))).rejects.toThrow('beginning')
  const handle = await opened(client, '/c.bin', 'w')
  await expect(ask(client, (sftp, end) => sftp.fsetstat(handle, { size: 50_000 }, end))).rejects.toThrow('beginning')
  // What fills the gap makes room for another.
  await ask(client, (sftp, end) => sftp.write(handle, noise(60_000), 0, 60_000, 0, end))
  await client.delete('/a.bin')
  await ask(client, (sftp, end) => sftp.fsetstat(handle, { size: 150_000 }, end))
})

it('bounds all uploads of one publisher together, also those that nobody writes now', async () => {
  await node.remove()
  node = await startTestNode({ publisherBytes: 1_000_000, publisherEntries: 5 })
  const entering = async (uploadId: string, userId: string, others: string[]) =>
    node.connect(await node.credentials.issue({ mode: 'write', userId, gameId: 'game', uploadId, others }))
  const one = await entering('one', 'paul', ['two', 'three'])
  await write(one, '/a', noise(400_000))
  const two = await entering('two', 'paul', ['one', 'three'])
  await write(two, '/a', noise(400_000))
  await expect(write(two, '/b', noise(250_000))).rejects.toThrow('All your open uploads')
  await two.end()
  await one.end()
  // One of them is sealed and waits to become a build.
  await diskUploads(join(node.dir, 'uploads')).seal('one')
  const three = await entering('three', 'paul', ['one', 'two'])
  await expect(write(three, '/a', noise(250_000))).rejects.toThrow('up to 1000000 bytes')
  await expect(ask(three, (sftp, end) => sftp.mkdir('/b', end))).rejects.toThrow('up to 5 files')
  const other = await entering('four', 'anna', [])
  await write(other, '/a', noise(250_000))
  // Once they are builds, or given up, there is room.
  await three.end()
  const again = await entering('three', 'paul', ['two'])
  await write(again, '/a', noise(250_000))
})

it('lists a large folder piece by piece, through many handles, and whole', async () => {
  await node.remove()
  node = await startTestNode()
  const names = Array.from({ length: 1_500 }, (_, at) => `name-${at}`)
  await writeTree(folder('one'), Object.fromEntries(names.map((name) => [name, ''])))
  const client = await node.connect(await node.writing('one'))
  expect((await client.list('/')).map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  const { sftp } = client as unknown as { sftp: SFTPWrapper }
  const open = () =>
    new Promise<Buffer>((resolve, reject) =>
      sftp.opendir('/', (error, handle) => (error ? reject(error) : resolve(handle))),
    )
  const handles: Buffer[] = []
  for (let count = 0; count < 64; count++) handles.push(await open())
  await expect(open()).rejects.toThrow('Too many open files')
  for (const handle of handles) await ask(client, (session, end) => session.close(handle, end))
  expect(await client.list('/')).toHaveLength(1_500)
})
