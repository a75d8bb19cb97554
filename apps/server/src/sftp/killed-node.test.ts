import { join } from 'node:path'
import { diskStore, ingestFolder, memoryIndex } from '@kettle/depot'
import { noise, readTree, type Tree, temporaryFolder, writeTree } from '@kettle/depot/testing'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { install } from '../../../desktop/src/core/install/index.ts'
import { meddlingConnect } from '../../../desktop/src/core/install/testing/store.ts'
import { connected, createRedis } from '../adapters/redis.ts'
import { redisCredentials } from '../adapters/redis-credentials.ts'
import { createLogger } from '../logger.ts'
import { hostKeySha256, loadOrCreateHostKey } from './index.ts'
import { type SupervisedSftp, superviseSftp } from './supervise.ts'

const KILLS = 2
const game: Tree = Object.fromEntries(
  Array.from({ length: 12 }, (_, number) => [`data/part-${number}.bin`, noise(3_000_000, number)]),
)

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let node: SupervisedSftp
let clients: Awaited<ReturnType<typeof connected>>[]
beforeAll(async () => {
  folder = await temporaryFolder()
  clients = [
    await connected(createRedis(inject('redisUrl'), () => {})),
    await connected(createRedis(inject('redisUrl'), () => {})),
  ]
  node = await superviseSftp(
    {
      ...{ bind: '127.0.0.1', port: 0, hostKeyFile: join(folder.dir, 'host-key'), dataDir: folder.dir },
      ...{ depot: { kind: 'disk', dir: join(folder.dir, 'depot') }, redisUrl: inject('redisUrl'), logLevel: 'silent' },
    },
    createLogger('silent'),
  )
})
afterAll(async () => {
  await node.close()
  for (const client of clients) client.disconnect()
  await folder.remove()
})

it('outlives the SFTP process being killed again and again, and fetches hardly anything twice', async () => {
  const [redis, subscriber] = clients
  if (!redis || !subscriber) throw new Error('no Redis')
  await writeTree(join(folder.dir, 'game'), game)
  const { manifestSha256, downloadBytes, installBytes } = await ingestFolder({
    ...{ dir: join(folder.dir, 'game'), store: diskStore(join(folder.dir, 'depot')), index: memoryIndex() },
  })
  const credentials = redisCredentials(redis, subscriber)
  const hostKey = hostKeySha256(await loadOrCreateHostKey(join(folder.dir, 'host-key')))
  const ticket = async () => {
    const grant = { mode: 'read', userId: 'anna', gameId: 'game', buildId: 'build', manifestSha256 } as const
    const { username, password, expiresAt } = await credentials.issue(grant)
    return {
      ...{ host: '127.0.0.1', port: node.port, username, password, hostKeySha256: hostKey },
      ...{ expiresAt: expiresAt.toISOString(), build: { id: 'build', version: '1', manifestSha256, installBytes } },
    }
  }
  let kills = 0
  let arrived = 0
  const connect = meddlingConnect((bytes) => {
    arrived += bytes.length
    if (kills >= KILLS || arrived < (downloadBytes * (kills + 1)) / (KILLS + 1)) return
    kills++
    if (node.pid) process.kill(node.pid, 'SIGKILL')
  })
  const into = join(folder.dir, 'installed')
  const { fetchedBytes } = await install({ dir: into, ticket, connect })
  expect(kills).toBe(KILLS)
  expect(await readTree(into, ['.kettle'])).toEqual(await readTree(join(folder.dir, 'game')))
  // What had arrived and was right counts once; only chunks on the way are lost with a line.
  expect(fetchedBytes).toBe(downloadBytes)
}, 120_000)
