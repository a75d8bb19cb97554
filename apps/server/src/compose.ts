import { createHmac } from 'node:crypto'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPasswords, type Deps, SearchMemory } from '@kettle/api'
import { createDb } from '@kettle/db'
import type { DepotStore } from '@kettle/depot'
import { sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import { depotStore } from './adapters/depot-store.ts'
import { type Outbox, outboxMailer } from './adapters/outbox-mailer.ts'
import { diskPictures } from './adapters/pictures.ts'
import { processIngest } from './adapters/process-ingest.ts'
import { connected, createRedis } from './adapters/redis.ts'
import { redisBus } from './adapters/redis-bus.ts'
import { redisChallenges } from './adapters/redis-challenges.ts'
import { redisCodes } from './adapters/redis-codes.ts'
import { redisCredentials } from './adapters/redis-credentials.ts'
import { redisLimiter } from './adapters/redis-limiter.ts'
import { redisPresence } from './adapters/redis-presence.ts'
import { redisRegistrations } from './adapters/redis-registrations.ts'
import { resendMailer } from './adapters/resend-mailer.ts'
import { type SandboxPayments, sandboxPayments } from './adapters/sandbox-payments.ts'
import { stripePayments } from './adapters/stripe-payments.ts'
import type { Config } from './config.ts'
import type { Checks } from './http/health.ts'
import { hostKeySha256, loadOrCreateHostKey } from './sftp/index.ts'

/** Where things lie under the data folder. */
export function foldersOf(config: Config) {
  return {
    uploadsDir: join(config.dataDir, 'uploads'),
    pictures: join(config.dataDir, 'pictures'),
    web: fileURLToPath(new URL('../../web/dist', import.meta.url)),
  }
}

/** Where uploads and builds lie, and what is known of them. */
export function placesOf(config: Config) {
  const { depot, databaseUrl } = config
  return { uploadsDir: foldersOf(config).uploadsDir, depot, databaseUrl }
}

export interface Composed {
  deps: Deps
  depot: DepotStore
  sandbox: SandboxPayments | null
  outbox: Outbox | null
  checks: Checks
  /** Ends the streams that are open, so that the doors can shut. */
  endStreams(): void
  /** Ends every connection. */
  close(): Promise<void>
}

/** The parts that are known only once the servers listen. */
export interface Addresses {
  httpPort: number
  sftpPort: number
}

/** Makes everything that has a side effect, once. `addresses` is filled in by the caller as its servers start. */
export async function compose(
  config: Config,
  log: Logger,
  addresses: Addresses,
  passwords = createPasswords(),
): Promise<Composed> {
  const onError = (err: Error) => log.debug({ err }, 'redis')
  const connect = () => connected(createRedis(config.redisUrl, onError))
  const redis = await connect()
  const subscriber = await connect()
  const listening = await connect()
  const events = redisBus(redis, listening)
  const database = createDb(config.databaseUrl, { max: 20, name: 'kettle-http' })
  const key = (use: string) => createHmac('sha256', config.secret).update(use).digest('hex')
  const sandbox =
    config.payments.kind === 'sandbox'
      ? sandboxPayments({
          redis,
          key: key('sandbox payments'),
          publicUrl: config.http.publicUrl,
          webhookUrl: () => `http://127.0.0.1:${addresses.httpPort}/webhooks/payments/sandbox`,
        })
      : null
  const outbox = config.mail.kind === 'outbox' ? outboxMailer(log) : null
  const folders = foldersOf(config)
  const depot = await depotStore(config.depot)
  const fingerprint = hostKeySha256(await loadOrCreateHostKey(config.sftp.hostKeyFile))
  const deps: Deps = {
    db: database.db,
    challenges: redisChallenges(redis),
    clock: { now: () => new Date() },
    codes: redisCodes(redis),
    credentials: redisCredentials(redis, subscriber),
    events,
    ingest: processIngest(placesOf(config)),
    limiter: redisLimiter(redis, config.limitFactor),
    log,
    mailer: config.mail.kind === 'resend' ? resendMailer(config.mail) : (outbox as Outbox),
    passwords,
    payments: config.payments.kind === 'stripe' ? stripePayments(config.payments) : (sandbox as SandboxPayments),
    search: new SearchMemory(),
    pictures: diskPictures(folders.pictures),
    presence: redisPresence(redis),
    registrations: redisRegistrations(redis),
    settings: {
      publicUrl: config.http.publicUrl,
      currency: config.currency,
      codeKey: key('mailed codes'),
      sessionMaxMs: config.sessionMaxDays * 24 * 3600_000,
      secondFactorRoles: config.secondFactorRoles,
      sealKey: key('second factors'),
      refund: config.refund,
      sftp: {
        host: config.sftp.publicHost,
        get port() {
          return addresses.sftpPort
        },
        hostKeySha256: fingerprint,
      },
    },
  }
  return {
    deps,
    depot,
    sandbox,
    outbox,
    checks: {
      postgres: () => inTime(database.db.execute(sql`select 1`)),
      redis: () => inTime(redis.ping()),
      depot: async () => {
        await access(config.dataDir)
        await inTime(depot.has('manifests', NOTHING))
      },
    },
    endStreams: () => events.stop(),
    close: async () => {
      redis.disconnect()
      subscriber.disconnect()
      listening.disconnect()
      await database.close(2)
    },
  }
}

const CHECK_MS = 2_000
/** A name that nothing in a depot has: asking for it shows that the depot answers. */
const NOTHING = '0'.repeat(64)

/** A part that does not answer soon is away, though it may not have said so. */
function inTime<T>(check: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), CHECK_MS)
    check.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
