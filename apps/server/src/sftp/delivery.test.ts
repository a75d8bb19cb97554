import { createHash, randomBytes } from 'node:crypto'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { users } from '@kettle/db'
import { buildGamePage } from '@kettle/db/factories'
import { eq } from 'drizzle-orm'
import SftpClient from 'ssh2-sftp-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, call, type RunningStore, runStore } from '../testing/run-store.ts'

let store: RunningStore
beforeAll(async () => {
  store = await runStore({ roles: ['http', 'sftp', 'jobs'] })
})
afterAll(() => store.close())

interface Ticket {
  host: string
  port: number
  username: string
  password: string
  hostKeySha256: string
}

const password = 'a kettle for two people'
let count = 0

async function newPerson(role: 'player' | 'publisher') {
  const email = `delivery-${++count}@kettle.test`
  await call(store.url, 'auth.register', { name: 'Anna', email, password })
  const answer = await call(store.url, 'auth.emailConfirmation', { email, code: await store.codeFor(email) })
  await store.database.db.transaction((tx) => tx.update(users).set({ role }).where(eq(users.email, email)))
  const headers = { authorization: `Bearer ${answer.body.result.data.token}` }
  const must = async (path: string, input: unknown) => {
    const { body } = await call(store.url, path, input, headers)
    if (body.error) throw new Error(`${path}: ${body.error.data.reason} ${body.error.message}`)
    return body.result.data
  }
  return { headers, must }
}

/** Logs in as a launcher does: the host key must be the one that the API told. */
async function connect({ host, port, username, password: secret, hostKeySha256 }: Ticket): Promise<SftpClient> {
  const quiet = () => {}
  const client = new SftpClient('test', { error: quiet, end: quiet, close: quiet })
  const hostVerifier = (key: Buffer) => createHash('sha256').update(key).digest('hex') === hostKeySha256
  await client.connect({ host, port, username, password: secret, hostVerifier, readyTimeout: 20_000 })
  return client
}

const files = { 'index.html': Buffer.from('<!doctype html>чай'), 'data/level one.bin': randomBytes(3_000_000) }

/** Ends an upload and asks until there is a build. */
async function built(publisher: Awaited<ReturnType<typeof newPerson>>, uploadId: string) {
  for (;;) {
    const { build, failure } = await publisher.must('storage.finishUpload', { uploadId })
    if (build) return build
    if (failure) throw new Error(failure.message)
    await new Promise(setImmediate)
  }
}

async function push(version: string) {
  const publisher = await newPerson('publisher')
  const { id: gameId } = await publisher.must('storage.saveGame', buildGamePage({ basePrice: 0 }))
  const upload = await publisher.must('storage.createUpload', { gameId, platform: 'any', version })
  const client = await connect(upload)
  await client.mkdir('/data')
  for (const [path, bytes] of Object.entries(files)) await client.put(bytes, `/${path}`)
  return { publisher, gameId, upload, client }
}

async function pushed() {
  const { publisher, gameId, upload, client } = await push('1.0.0')
  const { buildId, stats } = await built(publisher, upload.uploadId)
  await client.end().catch(() => {})
  await publisher.must('storage.promote', { buildId, channel: 'stable' })
  return { publisher, gameId, stats }
}

async function bought(gameId: string) {
  const player = await newPerson('player')
  await player.must('payments.buy', { gameId, method: 'wallet', idempotencyKey: crypto.randomUUID() })
  return player
}

describe('from a publisher’s folder to a player’s disk', () => {
  it('takes an upload, makes a build, and hands it out as plain files and as packs', async () => {
    const { gameId, stats } = await pushed()
    expect(stats).toMatchObject({ fileCount: 2, installBytes: files['index.html'].length + 3_000_000 })
    const player = await bought(gameId)
    const ticket = await player.must('storage.download', { gameId, platform: 'linux' })
    const client = await connect(ticket)
    for (const [path, bytes] of Object.entries(files)) expect(await client.get(`/files/${path}`)).toEqual(bytes)
    const manifest = (await client.get('/manifest')) as Buffer
    expect(createHash('sha256').update(manifest).digest('hex')).toBe(ticket.build.manifestSha256)
    const packs = await client.list('/packs')
    expect(packs.length).toBeGreaterThan(0)
    // Before its chunks a pack says whose it is, which no manifest names.
    for (const { name } of packs) await expect(client.get(`/packs/${name}`)).rejects.toThrow()
    await client.end()
    const item = (await ask(store.url, 'library.list', undefined, player.headers)).body.result.data[0]
    expect(item.builds).toMatchObject([{ version: '1.0.0', platform: 'any', installBytes: stats.installBytes }])
  })

  it('shuts an upload when it is finished, and forgets its folder', async () => {
    const { publisher, upload, client } = await push('1.0.0')
    const closed = new Promise((resolve) => client.on('close', resolve))
    await built(publisher, upload.uploadId)
    await closed
    await expect(connect(upload)).rejects.toThrow()
    await expect(access(join(store.config.dataDir, 'uploads', upload.uploadId))).rejects.toThrow()
  })

  it('shows only the game of the credential, and lets nobody write', async () => {
    const one = await pushed()
    const player = await bought(one.gameId)
    const client = await connect(await player.must('storage.download', { gameId: one.gameId }))
    expect((await client.list('/')).map((entry) => entry.name).sort()).toEqual(['files', 'manifest', 'packs'])
    for (const path of ['/etc/passwd', '/files/../../etc/passwd', '/packs/..', '/depot', `/packs/${'0'.repeat(64)}`])
      await expect(client.get(path), path).rejects.toThrow()
    await expect(client.put(Buffer.from('x'), '/files/new.txt')).rejects.toThrow()
    await expect(client.delete('/files/index.html')).rejects.toThrow()
    await client.end()
  })

  it('shuts open sessions with a refund', async () => {
    const { gameId } = await pushed()
    const player = await bought(gameId)
    const ticket = await player.must('storage.download', { gameId })
    const client = await connect(ticket)
    await client.list('/')
    const closed = new Promise((resolve) => client.on('close', resolve))
    await player.must('payments.refund', { gameId })
    // Nothing else closes it before this test's time is up: idle it might stay for two minutes.
    await closed
    await expect(connect(ticket)).rejects.toThrow()
  })

  it('opens for eight log-ins and no ninth', async () => {
    const { gameId } = await pushed()
    const player = await bought(gameId)
    const ticket = await player.must('storage.download', { gameId })
    for (let number = 0; number < 8; number++) await (await connect(ticket)).end()
    await expect(connect(ticket)).rejects.toThrow()
  })
})
