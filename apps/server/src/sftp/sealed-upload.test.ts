import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diskUploads, ingestSource, memoryIndex, memoryStore } from '@kettle/depot'
import type { SFTPWrapper } from 'ssh2'
import type SftpClient from 'ssh2-sftp-client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestNode, type TestNode } from './testing/sftp-node.ts'

const SECRET = 'DATABASE_URL=postgres://the-secret'
const DEEP = Array.from({ length: 12 }, (_, depth) => `d${depth}`).join('/')

let node: TestNode
let client: SftpClient
beforeEach(async () => {
  node = await startTestNode()
  await writeFile(join(node.dir, 'passwd'), SECRET)
  client = await node.connect(await node.writing('one'))
})
afterEach(() => node.remove())

const raw = (): SFTPWrapper => (client as unknown as { sftp: SFTPWrapper }).sftp
const done = (call: (callback: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())))
const link = (path: string, target: string) => done((end) => raw().symlink(target, path, end))
const move = (from: string, to: string) => done((end) => raw().rename(from, to, end))
/** The file outside, seen from a folder of the upload that lies this deep. */
const outside = (depth: number): string => `${'../'.repeat(depth)}../../passwd`

it('lets no link be renamed to where it would point out of the upload', async () => {
  await client.mkdir(`/${DEEP}`, true)
  await link(`/${DEEP}/out`, `${'../'.repeat(12)}passwd`)
  await expect(move(`/${DEEP}/out`, '/out')).rejects.toThrow('out of the upload')
  await expect(move(`/${DEEP}/out`, '/d0/out')).rejects.toThrow('out of the upload')
  // Together with the folder that it lies in, and in one above that.
  await expect(move('/d0/d1', '/up')).rejects.toThrow('out of the upload')
  await expect(move(`/${DEEP}`, '/up')).rejects.toThrow('out of the upload')
  await client.mkdir('/elsewhere')
  await move('/d0/d1', '/elsewhere/d1')
  await expect(client.stat('/out')).rejects.toThrow()
  expect((await client.list('/')).map(({ name }) => name).toSorted()).toEqual(['d0', 'elsewhere'])
})

it('knows links that were there before the session too', async () => {
  await client.mkdir('/a/b', true)
  await link('/a/b/out', '../../x')
  await client.end()
  client = await node.connect(await node.writing('one'))
  await expect(move('/a/b', '/b')).rejects.toThrow('out of the upload')
})

it('changes nothing of an upload once it is sealed, though its sessions go on', async () => {
  await client.put(Buffer.from('harmless'), '/z.bin')
  await client.put(Buffer.from('rest'), '/y.bin')
  await client.mkdir('/folder')
  const handle = await new Promise<Buffer>((resolve, reject) =>
    raw().open('/y.bin', 'r', (error, opened) => (error ? reject(error) : resolve(opened))),
  )
  const uploads = diskUploads(join(node.dir, 'uploads'))
  await uploads.seal('one')
  const source = await uploads.read('one')
  await source.list()

  const tries = [
    done((end) => raw().unlink('/z.bin', end)),
    move('/y.bin', '/z.bin'),
    link('/link', 'z.bin'),
    done((end) => raw().mkdir('/new', end)),
    done((end) => raw().rmdir('/folder', end)),
    done((end) => raw().setstat('/z.bin', { size: 0 }, end)),
    client.list('/'),
    client.stat('/z.bin'),
    client.get('/z.bin'),
    client.put(Buffer.from('late'), '/late.bin'),
  ]
  for (const one of await Promise.allSettled(tries)) expect(one.status).toBe('rejected')
  // Nobody comes in again, and no new folder is made in place of the one that has gone.
  const again = await node.connect(await node.writing('one')).catch(() => null)
  if (again) await expect(again.list('/')).rejects.toThrow()

  const store = memoryStore()
  const build = await ingestSource({ source, store, index: memoryIndex() })
  expect(build).toMatchObject({ fileCount: 2, installBytes: 12 })
  await done((end) => raw().close(handle, end))
})

it('reads nothing outside, when a link is put in the place of a file at the very end', async () => {
  await mkdir(join(node.dir, 'uploads/one/deep'), { recursive: true })
  await client.put(Buffer.from('harmless'), '/z.bin')
  await link('/deep/out', '../x')
  const uploads = diskUploads(join(node.dir, 'uploads'))
  // All is asked for at once, and the upload ends in the middle of it.
  const late = Promise.allSettled([
    done((end) => raw().unlink('/z.bin', end)),
    move('/deep/out', '/z.bin'),
    link('/z.bin', 'deep/../x'),
    link('/w.bin', outside(0)),
  ])
  await uploads.seal('one')
  const store = memoryStore()
  const made = await ingestSource({ source: await uploads.read('one'), store, index: memoryIndex() }).catch(() => null)
  await late
  for (const bytes of store.objects.values()) expect(bytes.includes(SECRET)).toBe(false)
  if (made) expect(made.installBytes).toBeLessThanOrEqual(8)
})

it('follows no link that somebody else has put in the way of a change', async () => {
  // As a second node could, which shares the disk: what was a folder a moment ago is a link now.
  await client.mkdir('/in')
  await client.put(Buffer.from('inside'), '/in/a.txt')
  const folder = join(node.dir, 'uploads/one')
  const target = join(node.dir, 'target')
  await mkdir(target)
  await writeFile(join(target, 'a.txt'), SECRET)
  await rename(join(folder, 'in'), join(folder, 'was'))
  await symlink(target, join(folder, 'in'))
  await symlink(join(target, 'a.txt'), join(folder, 'planted'))
  const tries = [
    client.get('/in/a.txt'),
    client.list('/in'),
    client.list('/planted'),
    client.get('/planted'),
    done((end) => raw().setstat('/in/a.txt', { size: 0 }, end)),
    done((end) => raw().unlink('/in/a.txt', end)),
    done((end) => raw().mkdir('/in/new', end)),
    done((end) => raw().mkdir('/planted', end)),
    done((end) => raw().rmdir('/in', end)),
    move('/in/a.txt', '/got'),
    move('/was/a.txt', '/in/b.txt'),
    link('/in/link', 'a.txt'),
    client.stat('/in/a.txt'),
    done((end) => raw().readlink('/in/a.txt', end)),
  ]
  for (const one of await Promise.allSettled(tries)) expect(one.status).toBe('rejected')
  await Promise.allSettled([client.put(Buffer.from('x'), '/planted'), client.chmod('/planted', 0o777)])
  expect(await readFile(join(target, 'a.txt'), 'utf8')).toBe(SECRET)
})
