import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { noise } from '@kettle/depot/testing'
import { Client } from 'ssh2'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { SftpLimits } from './limits.ts'
import { quietClient, startTestNode, type TestNode } from './testing/sftp-node.ts'

let node: TestNode
let manifestSha256: string
/** A limit that a test waits for; what comes before it has to fit in. */
const SHORT_MS = 5_000
const nodes: TestNode[] = []
/** Only what a test is about ends its connections: the node's other limits lie beyond the test's own. */
async function start(limits: Partial<SftpLimits>): Promise<void> {
  node = await startTestNode({ loginMs: 600_000, idleMs: 600_000, ...limits })
  nodes.push(node)
  ;({ manifestSha256 } = await node.build('game', { 'big.bin': noise(8_000_000), 'a.txt': 'a' }))
}
beforeEach(() => start({ connectionsPerAddress: 12, loginsPerAddress: 6 }))
afterEach(async () => {
  for (const one of nodes.splice(0)) await one.remove()
})

const refused = (credential: { username: string; password: string }): Promise<unknown> =>
  expect(node.connect(credential)).rejects.toThrow()

/** Resolves when the client is cut off. */
const untilClosed = (client: Awaited<ReturnType<TestNode['connect']>>): Promise<void> =>
  new Promise((resolve) => client.on('close', () => resolve()))

it('lets nobody in with a wrong password, no password or another name', async () => {
  const credential = await node.reading(manifestSha256)
  await refused({ ...credential, password: 'wrong' })
  await refused({ ...credential, password: '' })
  await refused({ ...credential, username: 'root' })
  const { code, said } = await node.openssh({ ...credential, password: 'wrong' }, ['ls'])
  expect(code).not.toBe(0)
  expect(said).toMatch(/denied|closed/i)
  await node.connect(credential)
})

it('lets a credential in eight times, and of many at once only eight', async () => {
  await start({})
  const credential = await node.reading(manifestSha256)
  const tried = await Promise.allSettled(Array.from({ length: 12 }, () => node.connect(credential)))
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
  await refused(credential)
})

it('ends the sessions of a licence when it is revoked, and nobody else', async () => {
  const mine = await node.connect(await node.reading(manifestSha256))
  const other = await node.connect(await node.reading(manifestSha256, { userId: 'boris' }))
  const credential = await node.reading(manifestSha256)
  const download = mine.get('/files/big.bin').then(
    () => 'whole',
    () => 'cut off',
  )
  const closed = untilClosed(mine)
  await node.credentials.revoke({ userId: 'anna', gameId: 'game', uploadId: 'another matter' })
  await node.credentials.revoke({ userId: 'anna', gameId: 'game' })
  await closed
  await download
  await refused(credential)
  expect(await other.get('/files/a.txt')).toHaveLength(1)
})

it('asks again when messages may have been lost, until there is an answer', async () => {
  const client = await node.connect(await node.reading(manifestSha256))
  const since = node.credentials.isRevoked.bind(node.credentials)
  let asked = 0
  node.credentials.isRevoked = async (grant, when) => {
    if (++asked === 1) throw new Error('still away')
    await since(grant, when)
    return true
  }
  const closed = untilClosed(client)
  node.credentials.interrupt()
  await closed
  expect(asked).toBe(2)
})

it('lets nobody in while the credentials can not be asked, and everybody afterwards', async () => {
  const credential = await node.reading(manifestSha256)
  node.credentials.away = true
  await refused(credential)
  expect(node.warnings.join()).toContain('could not be checked')
  node.credentials.away = false
  await node.connect(credential)
})

/** Connects without a word; the second resolves when the node has hung up. */
function silent(): [Socket, Promise<unknown>] {
  const socket = connect(node.port, '127.0.0.1')
  socket.on('error', () => {})
  socket.resume()
  return [socket, once(socket, 'close')]
}

it('takes only some from one address who have not logged in', async () => {
  const sockets = Array.from({ length: 30 }, () => silent()[0])
  await expect.poll(() => sockets.filter(({ closed }) => closed)).toHaveLength(24)
  expect(node.connections()).toBe(6)
  for (const socket of sockets) socket.destroy()
  await expect.poll(() => node.connections()).toBe(0)
  await node.connect(await node.reading(manifestSha256))
})

it('closes sockets that do not log in, and others may come', async () => {
  await start({ loginMs: SHORT_MS, loginsPerAddress: 6 })
  await Promise.all(Array.from({ length: 6 }, () => silent()[1]))
  await expect.poll(() => node.connections()).toBe(0)
  await node.connect(await node.reading(manifestSha256))
})

it('ends those who speak nonsense, or nothing after a greeting', async () => {
  await start({ loginMs: SHORT_MS })
  for (const words of ['GET / HTTP/1.1\r\n\r\n', 'SSH-2.0-x\r\n', `SSH-2.0-x\r\n${'\xff'.repeat(5000)}`]) {
    const [socket, closed] = silent()
    socket.write(words, 'latin1')
    await closed
  }
  await expect.poll(() => node.connections()).toBe(0)
  await node.connect(await node.reading(manifestSha256))
})

it('ends a session that asks for nothing', async () => {
  await start({ idleMs: SHORT_MS })
  const credential = await node.reading(manifestSha256)
  const began = performance.now()
  await untilClosed(await node.connect(credential))
  expect(performance.now() - began).toBeGreaterThan(SHORT_MS / 2)
})

it('has no shell, no commands, no forwarding, no second channel', async () => {
  const { username, password } = await node.reading(manifestSha256)
  const client = new Client()
  client.connect({ host: '127.0.0.1', port: node.port, username, password })
  await once(client, 'ready')
  const denied = (ask: (done: (error?: Error) => void) => void): Promise<boolean> =>
    new Promise((resolve) => ask((error) => resolve(error instanceof Error)))
  expect(await denied((done) => client.exec('id', done))).toBe(true)
  expect(await denied((done) => client.forwardOut('127.0.0.1', 1, '127.0.0.1', 22, done))).toBe(true)
  expect(await denied((done) => client.forwardIn('127.0.0.1', 0, done))).toBe(true)
  client.end()
  const { username: name, password: word } = await node.reading(manifestSha256)
  const second = new Client()
  second.connect({ host: '127.0.0.1', port: node.port, username: name, password: word })
  await once(second, 'ready')
  expect(await denied((done) => second.sftp(done))).toBe(false)
  expect(await denied((done) => second.sftp(done))).toBe(true)
  expect(await denied((done) => second.shell(done))).toBe(true)
  second.end()
})

/** A client that sends READs for whole answers and takes nothing off the line. */
async function glutton(count: number): Promise<{ socket: Socket; client: Client }> {
  const { username, password } = await node.reading(manifestSha256)
  const client = new Client()
  client.on('error', () => {})
  client.connect({ host: '127.0.0.1', port: node.port, username, password })
  await once(client, 'ready')
  const sftp = await new Promise<import('ssh2').SFTPWrapper>((resolve, reject) =>
    client.sftp((error, opened) => (error ? reject(error) : resolve(opened))),
  )
  const handle = await new Promise<Buffer>((resolve, reject) =>
    sftp.open('/files/big.bin', 'r', (error, opened) => (error ? reject(error) : resolve(opened))),
  )
  const { _sock: socket } = client as unknown as { _sock: Socket }
  socket.pause()
  const into = Buffer.alloc(254 << 10)
  for (let asked = 0; asked < count; asked++) sftp.read(handle, into, 0, into.length, (asked % 20) * 1000, () => {})
  return { socket, client }
}

it('holds a few megabytes for one who asks and never reads, and cuts him off', async () => {
  await start({ idleMs: SHORT_MS })
  const { client } = await glutton(900)
  const before = process.memoryUsage().rss
  let most = 0
  while (node.connections() > 0) {
    await wait(20)
    most = Math.max(most, process.memoryUsage().rss - before)
  }
  // 900 answers of 254 KiB are 223 MB. The client's own buffers count here too.
  expect(most).toBeLessThan(100 << 20)
  client.destroy()
})

it('cuts off at once who asks for more than may wait', async () => {
  const { client } = await glutton(3000)
  await expect.poll(() => node.connections()).toBe(0)
  client.destroy()
})

it('stops: tells those inside, frees the port and leaves nothing', async () => {
  const client = await node.connect(await node.reading(manifestSha256))
  const idle = connect(node.port, '127.0.0.1')
  idle.on('error', () => {})
  await once(idle, 'connect')
  const closed = untilClosed(client)
  await node.close()
  await closed
  expect(node.connections()).toBe(0)
  await expect(
    quietClient().connect({ host: '127.0.0.1', port: node.port, username: 'x', password: 'x' }),
  ).rejects.toThrow()
})
