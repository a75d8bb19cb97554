import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { CurrencyChangedError, type Deps, isOutage, keepCurrency, type Passwords } from '@kettle/api'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { compose, foldersOf, placesOf } from './compose.ts'
import type { Config } from './config.ts'
import { createApp } from './http/app.ts'
import { otherOriginsOf } from './http/loopback-origins.ts'
import { startDepotCare } from './jobs/depot-care.ts'
import { startIngests } from './jobs/ingests.ts'
import { startJobs } from './jobs/run.ts'
import { superviseSftp } from './sftp/supervise.ts'
import { namePort, StartError } from './start-error.ts'

export interface RunningServer {
  /** Null for roles that this node does not have. */
  httpPort: number | null
  sftpPort: number | null
  /** In order: no new work, work in flight finished, SFTP sessions told, connections closed. */
  stop(): Promise<void>
}

/** Requests in flight that take longer are cut. */
const HTTP_STOP_MS = 5_000
const HEAR_TURNS = 5

export interface ServerOptions {
  /** Where `npm run dev` shows the web app; never heeded in production. */
  devOrigins?: string[]
  /** Tests that are not about passwords hash at little cost. */
  passwords?: Passwords
}

/** Starts the roles of this node. @throws StartError EADDRINUSE naming the port and the setting. */
export async function startServer(
  config: Config,
  log: Logger,
  { devOrigins = [], passwords }: ServerOptions = {},
): Promise<RunningServer> {
  const addresses = { httpPort: config.http.port, sftpPort: config.sftp.port }
  const stops: (() => Promise<void>)[] = []
  let close = async () => {}
  const stop = async () => {
    const end = (part: () => Promise<void>) => part().catch((err: unknown) => log.error({ err }, 'while stopping'))
    // The doors all at once, then what stands behind them.
    await Promise.all(stops.splice(0).map(end))
    await end(close)
  }
  try {
    const has = (role: Config['roles'][number]) => config.roles.includes(role)
    const composed = await compose(config, log, addresses, passwords)
    close = composed.close
    if (has('http') || has('jobs')) await holdToCurrency(composed.deps.db, config.currency, log)
    if (has('jobs'))
      stops.push(
        startJobs(composed.deps).stop,
        startDepotCare({ deps: composed.deps, work: placesOf(config) }).stop,
        startIngests(composed.deps).stop,
      )
    if (has('sftp')) {
      const { dataDir, depot, redisUrl, logLevel, sftp } = config
      const running = await superviseSftp({ ...sftp, dataDir, depot, redisUrl, logLevel }, log).catch(
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
        trustProxy: config.http.trustProxy,
        securityContact: config.securityContact,
        otherOrigins: otherOriginsOf(config, devOrigins),
        folders: foldersOf(config),
        production: config.production,
        metricsToken: config.metricsToken,
      })
      stops.push(() => {
        composed.endStreams()
        return closeHttp(app)
      })
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

/** A database that is away at the start says nothing of the currency; requests will say that it is away. */
async function holdToCurrency(db: Deps['db'], currency: string, log: Logger): Promise<void> {
  await keepCurrency(db, currency).catch((error: Error) => {
    if (error instanceof CurrencyChangedError) throw new StartError('CURRENCY', error.message)
    if (!isOutage(error)) throw error
    log.warn({ err: error }, 'the currency of the store could not be looked up')
  })
}

/** Lets requests in flight finish, for a while; connections without one go at once. */
async function closeHttp(app: FastifyInstance): Promise<void> {
  // Whoever has connected before the end but was not heard yet is, before the door shuts and resets them.
  for (let turn = 0; turn < HEAR_TURNS; turn++) await wait(20).then(() => nextTurn())
  const idle = setInterval(() => app.server.closeIdleConnections(), 50)
  const rest = setTimeout(() => app.server.closeAllConnections(), HTTP_STOP_MS)
  try {
    await app.close()
  } finally {
    clearInterval(idle)
    clearTimeout(rest)
  }
}
