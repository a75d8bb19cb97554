import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { isCurrency } from '@kettle/money'
import { z } from 'zod'
import { stripeTerms } from './adapters/stripe-amounts.ts'

export type StaffRole = 'publisher' | 'admin'
export type Role = 'http' | 'sftp' | 'jobs'

export interface Config {
  /** With a database and a Redis of the operator's own: nothing private is started, nothing of development exists. */
  production: boolean
  roles: Role[]
  http: {
    host: string
    port: number
    publicUrl: string
    /** Proxies whose word counts on whom they speak for: addresses and networks, or how many stand in front. */
    trustProxy: string[] | number
  }
  sftp: { bind: string; port: number; publicHost: string; hostKeyFile: string }
  /** Absolute. */
  dataDir: string
  depot: DepotConfig
  /** At least 32 characters; keys for codes and signatures are derived from it. */
  secret: string
  currency: string
  databaseUrl: string
  redisUrl: string
  mail: { kind: 'outbox' } | { kind: 'resend'; apiKey: string; baseUrl: string | undefined; from: string }
  payments:
    | { kind: 'sandbox' }
    | { kind: 'stripe'; secretKey: string; webhookSecret: string; baseUrl: string | undefined }
  refund: { days: number; playSeconds: number }
  /** A link to who hears of holes: mailto: or https:. */
  securityContact: string | undefined
  /** Days that a log-in lasts at most, however much it is used. */
  sessionMaxDays: number
  /** Roles that may use their powers only with a second factor. */
  secondFactorRoles: StaffRole[]
  /** All limits on how often something may be asked for are multiplied by this. */
  limitFactor: number
  logLevel: string
  metricsToken: string | undefined
}

/** Where packs, manifests and patches lie. */
export type DepotConfig =
  | { kind: 'disk'; dir: string }
  | {
      kind: 's3'
      bucket: string
      /** Null for Amazon's own. */
      endpoint: string | null
      region: string
      accessKeyId: string
      secretAccessKey: string
      /** Stands in front of every key; ends with a slash, or is empty. */
      prefix: string
    }

/** What a start without DATABASE_URL and REDIS_URL brings along. */
export interface PrivateServices {
  databaseUrl: string
  redisUrl: string
  secret: string
}

/** The environment can't be used as it is; the message is for the operator. */
export class ConfigError extends Error {}

const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/u, 'must be a number from 1 to 65535')
    .transform(Number)
    .refine((value) => value >= 1 && value <= 65_535, 'must be a number from 1 to 65535')
    .default(fallback)
const some = z.string().min(1).optional()

const environment = z.object({
  KETTLE_HTTP_HOST: z.string().default('127.0.0.1'),
  KETTLE_HTTP_PORT: port(3000),
  KETTLE_SFTP_BIND: z.string().default('127.0.0.1'),
  KETTLE_SFTP_PORT: port(2222),
  KETTLE_PUBLIC_URL: z.url({ protocol: /^https?$/u, error: 'must be like https://store.example' }).optional(),
  KETTLE_SFTP_HOST: some,
  KETTLE_DATA_DIR: z.string().min(1).default('.kettle'),
  KETTLE_ROLES: z.string().default('http,sftp,jobs'),
  KETTLE_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  KETTLE_CURRENCY: z
    .string()
    .refine(isCurrency, 'must be a currency of ISO 4217 in capital letters, like USD')
    .default('USD'),
  KETTLE_REFUND_DAYS: z.coerce.number().min(0).default(14),
  KETTLE_REFUND_PLAY_MINUTES: z.coerce.number().min(0).default(120),
  KETTLE_LIMIT_FACTOR: z.coerce.number().min(0.1).optional(),
  KETTLE_SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@|https:\/\/)[^\s]+$/u, 'must be like mailto:security@store.example')
    .optional(),
  KETTLE_SESSION_MAX_DAYS: z.coerce.number().min(1).max(3650).default(180),
  KETTLE_REQUIRE_SECOND_FACTOR: some,
  KETTLE_TRUST_PROXY: some,
  KETTLE_METRICS_TOKEN: some,
  KETTLE_PAYMENTS: z.enum(['sandbox', 'stripe']).optional(),
  STRIPE_SECRET_KEY: some,
  STRIPE_WEBHOOK_SECRET: some,
  STRIPE_BASE_URL: z.url({ protocol: /^https?$/u, error: 'must be like https://api.stripe.com' }).optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/u, error: 'must be like postgres://user:password@host/name' })
    .optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/u, error: 'must be like redis://:password@host:6379' }).optional(),
  RESEND_API_KEY: some,
  RESEND_BASE_URL: some,
  MAIL_FROM: some,
  S3_BUCKET: some,
  S3_ENDPOINT: z.url({ protocol: /^https?$/u, error: 'must be like https://s3.example' }).optional(),
  S3_REGION: some,
  S3_ACCESS_KEY_ID: some,
  S3_SECRET_ACCESS_KEY: some,
  S3_PREFIX: z
    .string()
    .regex(/^[^/].*$/u, 'must not begin with a slash')
    .optional(),
  KETTLE_WEB_PORT: port(5173),
  KETTLE_LAUNCHER_PORT: port(3210),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

/** The names of all settings that the server reads. */
export const settingNames: readonly string[] = Object.keys(environment.shape)

/** Whether the environment brings its own database and Redis; one without the other is refused. */
export function bringsServices(env: NodeJS.ProcessEnv = process.env): boolean {
  if (Boolean(env.DATABASE_URL) !== Boolean(env.REDIS_URL))
    throw new ConfigError(
      'DATABASE_URL and REDIS_URL go together: set both (production) or neither (private ones are started).',
    )
  return Boolean(env.DATABASE_URL)
}

/**
 * The ports on which `npm run dev` shows the web app and the launcher.
 * @throws ConfigError
 */
export function devPortsOf(env: NodeJS.ProcessEnv = process.env): { web: number; launcher: number } {
  const given = { web: env.KETTLE_WEB_PORT || undefined, launcher: env.KETTLE_LAUNCHER_PORT || undefined }
  const { KETTLE_WEB_PORT: web, KETTLE_LAUNCHER_PORT: launcher } = environment.shape
  const [webPort, launcherPort] = [web.safeParse(given.web), launcher.safeParse(given.launcher)]
  if (!webPort.success) throw new ConfigError('KETTLE_WEB_PORT: must be a number from 1 to 65535')
  if (!launcherPort.success) throw new ConfigError('KETTLE_LAUNCHER_PORT: must be a number from 1 to 65535')
  return { web: webPort.data, launcher: launcherPort.data }
}

/** The operator's own database, for tools that need nothing else of the configuration. */
export function databaseUrlOf(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return env.DATABASE_URL || undefined
}

/**
 * The only reader of the environment. Refuses what contradicts itself with a sentence.
 * @throws ConfigError
 */
export function readConfig(own: PrivateServices | null, env: NodeJS.ProcessEnv = process.env): Config {
  // An empty value in a .env file means "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ConfigError(`${issue?.path.join('.')}: ${issue?.message}`)
  }
  const values = parsed.data
  const production = bringsServices(given)
  const databaseUrl = values.DATABASE_URL ?? own?.databaseUrl
  const redisUrl = values.REDIS_URL ?? own?.redisUrl
  if (!databaseUrl || !redisUrl) throw new ConfigError('DATABASE_URL and REDIS_URL are not set.')
  const secret = values.KETTLE_SECRET ?? own?.secret
  if (!secret) throw new ConfigError('KETTLE_SECRET is not set: give it at least 32 random characters and keep it.')
  const roles = readRoles(values.KETTLE_ROLES)
  if (!production && roles.length < 3)
    throw new ConfigError(
      'KETTLE_ROLES splits a store over processes that share a database: set DATABASE_URL and REDIS_URL too.',
    )
  if (values.KETTLE_HTTP_PORT === values.KETTLE_SFTP_PORT)
    throw new ConfigError(
      `KETTLE_HTTP_PORT and KETTLE_SFTP_PORT are both ${values.KETTLE_HTTP_PORT}: they must differ.`,
    )
  // Cookies lack Secure and mails lead nowhere where nobody said how the store is reached.
  if (production && values.KETTLE_PUBLIC_URL === undefined && roles.some((role) => role !== 'sftp'))
    throw new ConfigError('KETTLE_PUBLIC_URL is not set: say at which address players reach the store.')
  const publicUrl = (values.KETTLE_PUBLIC_URL ?? `http://localhost:${values.KETTLE_HTTP_PORT}`).replace(/\/+$/u, '')
  const dataDir = resolve(values.KETTLE_DATA_DIR)
  return {
    production,
    roles,
    http: { host: values.KETTLE_HTTP_HOST, port: values.KETTLE_HTTP_PORT, publicUrl, trustProxy: readProxies(values) },
    sftp: {
      bind: values.KETTLE_SFTP_BIND,
      port: values.KETTLE_SFTP_PORT,
      publicHost: values.KETTLE_SFTP_HOST ?? new URL(publicUrl).hostname,
      hostKeyFile: resolve(dataDir, 'sftp-host-key'),
    },
    dataDir,
    depot: readDepot(values, dataDir),
    secret,
    currency: values.KETTLE_CURRENCY,
    databaseUrl,
    redisUrl,
    mail: readMail(values, production),
    payments: readPayments(values, production),
    refund: { days: values.KETTLE_REFUND_DAYS, playSeconds: values.KETTLE_REFUND_PLAY_MINUTES * 60 },
    securityContact: values.KETTLE_SECURITY_CONTACT,
    sessionMaxDays: values.KETTLE_SESSION_MAX_DAYS,
    secondFactorRoles: readStaffRoles(values),
    limitFactor: values.KETTLE_LIMIT_FACTOR ?? (production ? 1 : 20),
    logLevel: values.LOG_LEVEL,
    metricsToken: values.KETTLE_METRICS_TOKEN,
  }
}

/** Without the setting a proxy on this machine is believed, and nobody else. */
function readProxies({ KETTLE_TRUST_PROXY: text = 'loopback' }: z.infer<typeof environment>): string[] | number {
  if (/^\d{1,2}$/u.test(text)) return Number(text)
  const proxies = text.split(',').map((part) => part.trim())
  const wrong = proxies.find((proxy) => !isProxy(proxy))
  if (wrong !== undefined)
    throw new ConfigError(
      `KETTLE_TRUST_PROXY: "${wrong}" is no address (10.0.0.1), no network (10.0.0.0/8), and not how many proxies there are (1).`,
    )
  return proxies
}

function isProxy(text: string): boolean {
  if (text === 'loopback') return true
  const [address = '', prefix, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/u.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
}

function readStaffRoles({ KETTLE_REQUIRE_SECOND_FACTOR: text = '' }: z.infer<typeof environment>): StaffRole[] {
  const roles = text.split(',').flatMap((role) => role.trim() || [])
  const unknown = roles.find((role) => role !== 'publisher' && role !== 'admin')
  if (unknown !== undefined)
    throw new ConfigError(`KETTLE_REQUIRE_SECOND_FACTOR: "${unknown}" is neither publisher nor admin.`)
  return roles as StaffRole[]
}

function readRoles(text: string): Role[] {
  const roles = text.split(',').map((role) => role.trim())
  const known: readonly string[] = ['http', 'sftp', 'jobs'] satisfies Role[]
  const unknown = roles.find((role) => !known.includes(role))
  if (unknown !== undefined)
    throw new ConfigError(`KETTLE_ROLES: there is no role "${unknown}", only http, sftp and jobs.`)
  return [...new Set(roles)] as Role[]
}

/**
 * The settings of the depot alone, for tools that need no more of the configuration.
 * @throws ConfigError
 */
export function depotConfigOf(env: NodeJS.ProcessEnv = process.env): { depot: DepotConfig; uploadsDir: string } {
  const { depot, dataDir } = readConfig(
    { databaseUrl: 'later', redisUrl: 'later', secret: 'x'.repeat(32) },
    toolEnv(env),
  )
  return { depot, uploadsDir: join(dataDir, 'uploads') }
}

/** What a tool on the depot needs of the environment: it must run where mails and payments are not set up. */
function toolEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => name === 'KETTLE_DATA_DIR' || name.startsWith('S3_')),
  )
}

function readDepot(values: z.infer<typeof environment>, dataDir: string): DepotConfig {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = values
  if (!bucket) {
    const lone = Object.keys(values).find((name) => name.startsWith('S3_') && name !== 'S3_BUCKET')
    if (lone) throw new ConfigError(`${lone} is set, but S3_BUCKET is not: name the bucket, or unset the rest of S3_*.`)
    return { kind: 'disk', dir: join(dataDir, 'depot') }
  }
  if (!accessKeyId || !secretAccessKey)
    throw new ConfigError('S3_BUCKET is set, so S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be too.')
  const { S3_ENDPOINT: endpoint, S3_REGION: region, S3_PREFIX: prefix = '' } = values
  if (!endpoint && !region)
    throw new ConfigError('S3_BUCKET is set, so S3_REGION must say where it is, or S3_ENDPOINT which server has it.')
  return {
    kind: 's3',
    ...{ bucket, accessKeyId, secretAccessKey },
    endpoint: endpoint ?? null,
    region: region ?? 'us-east-1',
    prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`,
  }
}

function readMail(values: z.infer<typeof environment>, production: boolean): Config['mail'] {
  const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl, MAIL_FROM: from } = values
  if (apiKey) {
    if (!from) throw new ConfigError('RESEND_API_KEY is set, so MAIL_FROM must say who the mails are from.')
    return { kind: 'resend', apiKey, baseUrl, from }
  }
  if (production) throw new ConfigError('RESEND_API_KEY is not set: nobody could register without mails.')
  return { kind: 'outbox' }
}

function requireStripeCurrency(currency: string): void {
  try {
    stripeTerms(currency)
  } catch {
    throw new ConfigError(`KETTLE_CURRENCY is ${currency}, in which Stripe opens no payments: choose another currency.`)
  }
}

function readPayments(values: z.infer<typeof environment>, production: boolean): Config['payments'] {
  const { KETTLE_PAYMENTS: wanted, STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = values
  if (wanted === 'sandbox') {
    if (secretKey)
      throw new ConfigError('KETTLE_PAYMENTS is "sandbox", but STRIPE_SECRET_KEY is set too: choose one of them.')
    return { kind: 'sandbox' }
  }
  if (secretKey) {
    if (!webhookSecret)
      throw new ConfigError(
        'STRIPE_SECRET_KEY is set, so STRIPE_WEBHOOK_SECRET must be too: without it nobody is told of payments.',
      )
    requireStripeCurrency(values.KETTLE_CURRENCY)
    return { kind: 'stripe', secretKey, webhookSecret, baseUrl: values.STRIPE_BASE_URL }
  }
  if (wanted === 'stripe') throw new ConfigError('KETTLE_PAYMENTS is "stripe", but STRIPE_SECRET_KEY is not set.')
  if (production)
    throw new ConfigError(
      'Nobody takes payments: set STRIPE_SECRET_KEY, or KETTLE_PAYMENTS=sandbox for play money, which gives games away.',
    )
  return { kind: 'sandbox' }
}
