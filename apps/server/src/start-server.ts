import type { Logger } from 'pino'
import { compose, foldersOf } from './compose.ts'
import type { Config } from './config.ts'
import { createApp } from './http/app.ts'
import { startJobs } from './jobs/run.ts'
import { StartError, superviseSftp } from './sftp/supervise.ts'

export interface RunningServer {
  /** Null for roles that this node does not have. */
  httpPort: number | null
  sftpPort: number | null
  /** In order: no new work, work in flight finished, SFTP sessions told, connections closed. */
  stop(): Promise<void>
}

/** Starts the roles of this node. @throws StartError EADDRINUSE naming the port and the setting. */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  const addresses = { httpPort: config.http.port, sftpPort: config.sftp.port }
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const end of stops.splice(0).reverse())
      await end().catch((err: unknown) => log.error({ err }, 'while stopping'))
  }
  try {
    const has = (role: Config['roles'][number]) => config.roles.includes(role)
    const composed = await compose(config, log, addresses)
    stops.push(composed.close)
    if (has('jobs')) stops.push(startJobs(composed.deps).stop)
    if (has('sftp')) {
      const { dataDir, redisUrl, logLevel, sftp } = config
      const running = await superviseSftp({ ...sftp, dataDir, redisUrl, logLevel }, log).catch(
        namePort('KETTLE_SFTP_PORT', sftp.port),
      )
      addresses.sftpPort = running.port
      stops.push(running.close)
    }
    if (has('http')) {
      const app = await createApp({
        ...composed,
        log,
        publicUrl: config.http.publicUrl,
        otherOrigins: config.production ? [] : loopbackOrigins(config.http.port),
        folders: foldersOf(config),
        production: config.production,
        metricsToken: config.metricsToken,
      })
      stops.push(() => app.close())
      await app
        .listen({ host: config.http.host, port: config.http.port })
        .catch(namePort('KETTLE_HTTP_PORT', config.http.port))
      const address = app.server.address()
      if (typeof address === 'object' && address) addresses.httpPort = address.port
    }
    return {
      httpPort: has('http') ? addresses.httpPort : null,
      sftpPort: has('sftp') ? addresses.sftpPort : null,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

const loopbackOrigins = (port: number) => [`http://localhost:${port}`, `http://127.0.0.1:${port}`]

function namePort(setting: string, port: number) {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new StartError(
      'EADDRINUSE',
      `Port ${port} is taken by another program. End it, or set ${setting} to a free one.`,
    )
  }
}
