// The server of an operator who brings a database and a Redis. `npm start` without them goes by dev/start.ts.
import { migrate } from '@kettle/db'
import { ConfigError, readConfig } from './config.ts'
import { createLogger } from './logger.ts'
import { StartError } from './sftp/supervise.ts'
import { stopOnSignal } from './signals.ts'
import { startServer } from './start-server.ts'

try {
  const config = readConfig(null)
  const log = createLogger(config.logLevel)
  await migrate(config.databaseUrl)
  const server = await startServer(config, log)
  log.info({ http: server.httpPort, sftp: server.sftpPort, roles: config.roles }, 'Kettle is up')
  stopOnSignal(async () => {
    log.info({}, 'stopping')
    await server.stop()
  })
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StartError)) throw error
  process.stderr.write(`Kettle can't start: ${error.message}\n`)
  process.exit(1)
}
