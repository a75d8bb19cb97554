// The SFTP node's own process, so that ciphers never stall the API. It ends when its parent does.
import { join } from 'node:path'
import { diskStore } from '@kettle/depot'
import { connected, createRedis } from '../adapters/redis.ts'
import { redisCredentials } from '../adapters/redis-credentials.ts'
import { createLogger } from '../logger.ts'
import { loadOrCreateHostKey, startSftpServer } from './index.ts'

export interface SftpProcessOptions {
  bind: string
  port: number
  hostKeyFile: string
  dataDir: string
  redisUrl: string
  logLevel: string
}

export type SftpProcessMessage = { kind: 'listening'; port: number } | { kind: 'failed'; code: string; message: string }

const tell = (message: SftpProcessMessage) => process.send?.(message)

process.once('message', async (options: SftpProcessOptions) => {
  const log = createLogger(options.logLevel).child({ part: 'sftp' })
  const onError = (err: Error) => log.debug({ err }, 'redis')
  const redis = await connected(createRedis(options.redisUrl, onError))
  const subscriber = await connected(createRedis(options.redisUrl, onError))
  try {
    const server = await startSftpServer({
      host: options.bind,
      port: options.port,
      hostKey: await loadOrCreateHostKey(options.hostKeyFile),
      credentials: redisCredentials(redis, subscriber),
      depot: diskStore(join(options.dataDir, 'depot')),
      uploadsDir: join(options.dataDir, 'uploads'),
      log,
    })
    const stop = async () => {
      await server.close()
      redis.disconnect()
      subscriber.disconnect()
      process.exit(0)
    }
    process.once('disconnect', stop)
    tell({ kind: 'listening', port: server.port })
  } catch (error) {
    tell({ kind: 'failed', code: String((error as NodeJS.ErrnoException).code), message: String(error) })
    process.exit(1)
  }
})

// Ctrl-C reaches the whole group; the parent decides when this one ends.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => process.disconnect?.())
