// `npm start`: the whole store with a private Postgres and Redis, or with the operator's own.
import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { ensureDatabase, migrate } from '@kettle/db'
import type { Logger } from 'pino'
import { bringsServices, type Config, ConfigError, readConfig } from '../config.ts'
import { warnOfUnknownSettings } from '../config-warnings.ts'
import { createLogger } from '../logger.ts'
import { stopOnSignal } from '../signals.ts'
import { namePort, StartError } from '../start-error.ts'
import type { RunningServer } from '../start-server.ts'
import { writeWhole } from './files.ts'
import { startGuard } from './guarding.ts'
import { lockFolder } from './lock.ts'
import { endLeftServices, startServices } from './services.ts'
import { buildWeb } from './web-build.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)
const step = (text: string) => say(`• ${text} …`)

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
  mustBeWritable(dataDir)
  const lock = lockFolder(dataDir)
  if ('heldBy' in lock)
    throw new ConfigError(
      `it runs already (process ${lock.heldBy}) on ${dataDir}. End that one, or set KETTLE_DATA_DIR.`,
    )
  stops.push(lock.release)
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
  if (!stopping) say(await box(config, server, Date.now() - began))
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

/** The key of this store: made once, readable by its owner only. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) writeWhole(file, randomBytes(32).toString('base64url'))
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < 32)
    throw new ConfigError(
      `${file} is damaged: it should hold at least 32 characters. Bring it back, or delete it for a new one (mailed codes and open payments become void).`,
    )
  return secret
}

function mustBeWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartError(
      String(code),
      `the folder ${dataDir} can't be written (${code}). Set KETTLE_DATA_DIR to one that can.`,
    )
  }
}

/** Says so before anything is started for nothing. */
async function mustBeFree(setting: string, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(port, host, () => server.close(() => resolve()))
  }).catch(namePort(setting, port))
}

/** What the system says of full disks and the like is short; a failure within is told with its cause. */
function sentence(error: Error): string {
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : ''
  return `${error.message || (error as NodeJS.ErrnoException).code}${cause}`
}

async function seedOnce(config: Config, log: Logger): Promise<void> {
  const mark = join(config.dataDir, 'seeded')
  if (existsSync(mark)) return
  step('Filling the demo store')
  const [{ compose, foldersOf }, { seed }] = await Promise.all([import('../compose.ts'), import('./seed.ts')])
  const composed = await compose(config, log, { httpPort: 0, sftpPort: 0 })
  try {
    const { pictures } = foldersOf(config)
    await seed(composed.deps, { pictures, depot: composed.depot }, (done, total) => {
      if (process.stdout.isTTY) process.stdout.write(`\r  ${done} of ${total} games${done === total ? '\n' : ''}`)
    })
    writeWhole(mark, new Date().toISOString())
  } finally {
    await composed.close()
  }
}

async function box(config: Config, server: RunningServer, ms: number): Promise<string> {
  const { demoPassword, demoPeople } = await import('./seed.ts')
  const { publicUrl } = config.http
  const lines = [
    `Kettle is on: ${publicUrl}`,
    '',
    `Mails         ${publicUrl}/dev/outbox`,
    `SFTP          ${config.sftp.publicHost}, port ${server.sftpPort}`,
    `Launcher      npm run launcher:browser`,
    '',
    `Demo player     ${demoPeople.player.email}`,
    `Demo publisher  ${demoPeople.publisher.email}`,
    `Demo moderator  ${demoPeople.moderator.email}`,
    `Password        ${demoPassword}`,
    '',
    'Buy “Slippery Business”, install it in the launcher, play it, give it back.',
    `Ctrl-C stops everything. Started in ${(ms / 1000).toFixed(1)} s.`,
  ]
  const width = Math.max(...lines.map((line) => line.length))
  const edge = '─'.repeat(width + 2)
  return [`┌${edge}┐`, ...lines.map((line) => `│ ${line.padEnd(width)} │`), `└${edge}┘`].join('\n')
}
