// The SFTP node's own process, so that ciphers never stall the API. It ends when its parent does.
import { join } from 'node:path'
import { depotStore } from '../adapters/depot-store.ts'
import { createRedis } from '../adapters/redis.ts'
import { redisCredentials } from '../adapters/redis-credentials.ts'
import type { DepotConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { loadOrCreateHostKey, startSftpServer } from './index.ts'

export interface SftpProcessOptions {
  bind: string
  port: number
  hostKeyFile: string
  dataDir: string
  depot: DepotConfig
  redisUrl: string
  logLevel: string
}

export type SftpProcessMessage = { kind: 'listening'; port: number } | { kind: 'failed'; code: string; message: string }

/** Sessions that have not ended by then are cut. */
const STOP_MS = 4_000

const tell = (message: SftpProcessMessage) => process.send?.(message)

process.once('message', async (options: SftpProcessOptions) => {
  const log = createLogger(options.logLevel).child({ part: 'sftp' })
  const onError = (err: Error) => log.debug({ err }, 'redis')
  const redis = createRedis(options.redisUrl, onError)
  const subscriber = createRedis(options.redisUrl, onError)
  // Started again while Redis is away it serves who is in, and lets nobody in until Redis is back.
  await Promise.allSettled([redis.connect(), subscriber.connect()])
  try {
    const server = await startSftpServer({
      host: options.bind,
      port: options.port,
      hostKey: await loadOrCreateHostKey(options.hostKeyFile),
      credentials: redisCredentials(redis, subscriber),
      depot: await depotStore(options.depot),
      uploadsDir: join(options.dataDir, 'uploads'),
      log,
    })
    process.off('disconnect', exit)
    process.once('disconnect', async () => {
      setTimeout(exit, STOP_MS)
      await server.close()
      exit()
    })
    if (!process.connected) return exit()
    tell({ kind: 'listening', port: server.port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    process.send?.({ kind: 'failed', code: String(code), message: String(error) } satisfies SftpProcessMessage, exit)
  }
})

const exit = () => process.exit(0)
// The parent may be gone before anything has started here.
process.once('disconnect', exit)

// Ctrl-C and a closed terminal reach the whole group; the parent decides when this one ends.
process.on('SIGINT', () => {})
process.on('SIGHUP', () => {})
process.on('SIGTERM', () => process.connected && process.disconnect())
