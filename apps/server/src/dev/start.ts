// `npm start`: the whole store with a private Postgres and Redis, or with the operator's own.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { ensureDatabase, migrate } from '@kettle/db'
import { compose, foldersOf } from '../compose.ts'
import { bringsServices, type Config, ConfigError, type PrivateServices, readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { StartError } from '../sftp/supervise.ts'
import { stopOnSignal } from '../signals.ts'
import { startServer } from '../start-server.ts'
import { lockFolder } from './lock.ts'
import { demoPassword, demoPeople, seed } from './seed.ts'
import { startServices } from './services.ts'
import { buildWeb } from './web-build.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)
const stops: (() => Promise<void> | void)[] = []
const stop = async () => {
  for (const end of stops.splice(0).reverse()) await end()
}
stopOnSignal(async () => {
  say('\nStopping …')
  await stop()
  say('Stopped.')
})

try {
  const { values } = parseArgs({ options: { reset: { type: 'boolean' }, yes: { type: 'boolean', short: 'y' } } })
  if (bringsServices()) {
    if (values.reset) throw new ConfigError('--reset empties only a private store; DATABASE_URL names one of yours.')
    await buildWeb()
    await import('../main.ts')
  } else {
    await startPrivate(values)
  }
} catch (error) {
  await stop()
  if (!(error instanceof ConfigError || error instanceof StartError || error instanceof Error)) throw error
  process.stderr.write(`\nKettle can't start: ${error.message}\n`)
  process.exit(1)
}

async function startPrivate(options: { reset?: boolean; yes?: boolean }): Promise<void> {
  const began = Date.now()
  // Ports and folders are known before anything runs; the services fill in their addresses.
  const sketch = readConfig({ databaseUrl: 'later', redisUrl: 'later', secret: 'x'.repeat(32) })
  const { dataDir } = sketch
  const lock = lockFolder(dataDir)
  if ('heldBy' in lock)
    throw new ConfigError(
      `it runs already (process ${lock.heldBy}) on ${dataDir}. End that one, or set KETTLE_DATA_DIR.`,
    )
  stops.push(lock.release)
  if (options.reset) await reset(dataDir, options.yes ?? false)

  step('Starting Postgres and Redis, and building the web app where it is out of date')
  const building = buildWeb()
  const [services] = await Promise.all([startServices(dataDir, { durable: true }), building.catch(() => {})])
  stops.push(services.stop)
  await building
  const own: PrivateServices = {
    databaseUrl: await ensureDatabase(services.adminUrl, 'kettle'),
    redisUrl: services.redisUrl,
    secret: keptSecret(dataDir),
  }
  const config = readConfig(own)
  await migrate(config.databaseUrl)
  const log = createLogger(process.env.LOG_LEVEL ? config.logLevel : 'warn')
  await seedOnce(config, log)

  step('Starting HTTP, SFTP and jobs')
  const server = await startServer(config, log)
  stops.push(server.stop)
  say(box(config, server, Date.now() - began))
}

function step(text: string): void {
  say(`• ${text} …`)
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
  for (const name of ['postgres', 'redis', 'depot', 'uploads', 'pictures', 'seeded'])
    rmSync(join(dataDir, name), { recursive: true, force: true })
  say('The store is empty.')
}

/** The key of this store: made once, readable by its owner only. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}

async function seedOnce(config: Config, log: ReturnType<typeof createLogger>): Promise<void> {
  const mark = join(config.dataDir, 'seeded')
  if (existsSync(mark)) return
  step('Filling the demo store')
  const composed = await compose(config, log, { httpPort: 0, sftpPort: 0 })
  try {
    const { pictures, depotDir } = foldersOf(config)
    const folders = { pictures, depotDir, databaseUrl: config.databaseUrl }
    await seed(composed.deps, folders, (done, total) => {
      if (process.stdout.isTTY) process.stdout.write(`\r  ${done} of ${total} games${done === total ? '\n' : ''}`)
    })
    writeFileSync(mark, new Date().toISOString())
  } finally {
    await composed.close()
  }
}

function box(config: Config, server: { httpPort: number | null; sftpPort: number | null }, ms: number): string {
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
    `Password        ${demoPassword}`,
    '',
    'Buy “Slippery Business”, install it in the launcher, play it, give it back.',
    `Ctrl-C stops everything. Started in ${(ms / 1000).toFixed(1)} s.`,
  ]
  const width = Math.max(...lines.map((line) => line.length))
  const edge = '─'.repeat(width + 2)
  return [`┌${edge}┐`, ...lines.map((line) => `│ ${line.padEnd(width)} │`), `└${edge}┘`].join('\n')
}
