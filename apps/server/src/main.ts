// The server of an operator who brings a database and a Redis. `npm start` without them goes by dev/start.ts.
import { isOutage } from '@kettle/api'
import { migrate } from '@kettle/db'
import { ConfigError, readConfig } from './config.ts'
import { warnOfUnknownSettings } from './config-warnings.ts'
import { createLogger } from './logger.ts'
import { stopOnSignal } from './signals.ts'
import { StartError } from './start-error.ts'
import { startServer } from './start-server.ts'

warnOfUnknownSettings()
try {
  const config = readConfig(null)
  const log = createLogger(config.logLevel)
  await migrate(config.databaseUrl).catch(namePostgres(config.databaseUrl))
  const server = await startServer(config, log)
  stopOnSignal(async () => {
    log.info({}, 'stopping')
    await server.stop()
  })
  log.info({ http: server.httpPort, sftp: server.sftpPort, roles: config.roles }, 'Kettle is up')
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StartError)) throw error
  process.stderr.write(`Kettle can't start: ${error.message}\n`)
  process.exit(1)
}

/** No such server, a wrong password or no such database are the operator's to mend; anything else is ours. */
function namePostgres(url: string) {
  return (error: Error & { code?: string }): never => {
    if (!isOutage(error) && !/^(28|3D)/u.test(error.code ?? '')) throw error
    const { host } = new URL(url)
    const reason = error.message || error.code
    throw new StartError(
      'POSTGRES',
      `Postgres at ${host} can't be used (${reason}). Is it running, and is DATABASE_URL right?`,
    )
  }
}
