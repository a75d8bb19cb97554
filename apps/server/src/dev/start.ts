// `npm start`: the whole store with a private Postgres and Redis, or with the operator's own.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { ensureDatabase, migrate } from '@kettle/db'
import { bringsServices, ConfigError, readConfig } from '../config.ts'
import { warnOfUnknownSettings } from '../config-warnings.ts'
import { createLogger } from '../logger.ts'
import { stopOnSignal } from '../signals.ts'
import { startGuard } from './guarding.ts'
import { box, demoLines, keptSecret, mustBeFree, say, seedOnce, sentence, step, takeFolder } from './private-store.ts'
import { endLeftServices, startServices } from './services.ts'
import { buildWeb } from './web-build.ts'

const stops: (() => Promise<void> | void)[] = []
let stopping = false
const stop = async () => {
  for (const end of stops.splice(0).reverse()) await end()
}

try {
  const { values } = parseArgs({ options: { reset: { type: 'boolean' }, yes: { type: 'boolean', short: 'y' } } })
  if (bringsServices()) {
    if (values.reset) throw new ConfigError('--reset empties only a private store; DATABASE_URL names one of yours.')
    await buildWeb()
    await import('../main.ts')
  } else {
    warnOfUnknownSettings()
    stopOnSignal(async () => {
      stopping = true
      say('\nStopping …')
      await stop()
      say('Stopped.')
    })
    await startPrivate(values)
  }
} catch (error) {
  // What is cut off by a stop fails, and that is no news; the stop ends this process.
  if (!stopping) {
    await stop()
    process.stderr.write(`\nKettle can't start: ${error instanceof Error ? sentence(error) : String(error)}\n`)
    process.exit(1)
  }
}

async function startPrivate(options: { reset?: boolean; yes?: boolean }): Promise<void> {
  const began = Date.now()
  // Ports and folders are known before anything runs; the services fill in their addresses.
  const sketch = readConfig({ databaseUrl: 'later', redisUrl: 'later', secret: 'x'.repeat(32) })
  const { dataDir } = sketch
  stops.push(takeFolder(dataDir))
  if (options.reset) await reset(dataDir, options.yes ?? false)
  const secret = keptSecret(dataDir)
  await mustBeFree('KETTLE_HTTP_PORT', sketch.http.host, sketch.http.port)
  await mustBeFree('KETTLE_SFTP_PORT', sketch.sftp.bind, sketch.sftp.port)

  step('Starting Postgres and Redis, and building the web app where it is out of date')
  const guard = startGuard()
  stops.push(guard.end)
  // The server's modules take as long to load as Postgres to start: all three at once.
  const modules = import('../start-server.ts')
  const [services, { startServer }] = await Promise.all([
    startServices(dataDir, { durable: true, guard, onTrouble: say }),
    modules,
    buildWeb(guard),
  ])
  const config = readConfig({
    databaseUrl: await ensureDatabase(services.adminUrl, 'kettle'),
    redisUrl: services.redisUrl,
    secret,
  })
  await migrate(config.databaseUrl)
  const log = createLogger(process.env.LOG_LEVEL ? config.logLevel : 'warn')
  await seedOnce(config, log)

  if (stopping) return
  step('Starting HTTP, SFTP and jobs')
  const starting = startServer(config, log)
  stops.push(() =>
    starting.then(
      (server) => server.stop(),
      () => {},
    ),
  )
  const server = await starting
  if (stopping) return
  const { publicUrl } = config.http
  const lines = [
    `Kettle is on: ${publicUrl}`,
    '',
    `Mails         ${publicUrl}/dev/outbox`,
    `SFTP          ${config.sftp.publicHost}, port ${server.sftpPort}`,
    `Launcher      npm run launcher:browser`,
    '',
    ...demoLines(),
    '',
    'Buy “Slippery Business”, install it in the launcher, play it, give it back.',
    `Ctrl-C stops everything. Started in ${((Date.now() - began) / 1000).toFixed(1)} s.`,
  ]
  say(box(lines))
}

async function reset(dataDir: string, yes: boolean): Promise<void> {
  if (!yes) {
    if (!process.stdin.isTTY)
      throw new ConfigError('--reset empties the store. Say --yes too where nobody can be asked.')
    const asking = createInterface({ input: process.stdin, output: process.stdout })
    const answer = await asking.question(
      `This deletes every account, purchase and build in ${dataDir}. Type "yes" to go on: `,
    )
    asking.close()
    if (answer.trim().toLowerCase() !== 'yes') throw new ConfigError('nothing was deleted.')
  }
  await endLeftServices(dataDir)
  // Moved aside first, so that one killed in between leaves no half of anything; the mark of a filled store goes before all.
  for (const name of ['seeded', 'postgres', 'redis', 'depot', 'uploads', 'pictures']) {
    const [folder, gone] = [join(dataDir, name), join(dataDir, `${name}.gone`)]
    rmSync(gone, { recursive: true, force: true })
    if (existsSync(folder)) renameSync(folder, gone)
    rmSync(gone, { recursive: true, force: true })
  }
  say('The store is empty.')
}
