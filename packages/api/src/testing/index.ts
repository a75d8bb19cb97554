import { builds, channels, type Db, games, users } from '@kettle/db'
import { buildBuild, buildGame, buildPerson } from '@kettle/db/factories'
import { createPasswords, type Passwords } from '../auth/passwords.ts'
import type { Locale } from '../auth/schema.ts'
import { authenticate } from '../auth/sessions.ts'
import type { Context, Deps, Settings, SignedInUser } from '../context.ts'
import { settleOrder } from '../payments/settle-order.ts'
import { appRouter } from '../router.ts'
import { SearchMemory } from '../search/memory.ts'
import { createCallerFactory } from '../trpc.ts'
import { TestAuthenticator } from './authenticator.ts'
import { TestClock } from './clock.ts'
import { MemoryBus } from './memory-bus.ts'
import { MemoryChallenges } from './memory-challenges.ts'
import { MemoryCodes } from './memory-codes.ts'
import { MemoryCredentials } from './memory-credentials.ts'
import { MemoryLimiter } from './memory-limiter.ts'
import { MemoryMailer } from './memory-mailer.ts'
import { MemoryPresence } from './memory-presence.ts'
import { MemoryRegistrations } from './memory-registrations.ts'
import { TestIngest } from './test-ingest.ts'
import { TestPictures } from './test-pictures.ts'
import { TestProvider } from './test-provider.ts'

export { audit } from './audit.ts'
export { auditReviews } from './audit-reviews.ts'
export { finishBuild } from './finish-build.ts'
export { type HeardEvents, heardEvents } from './heard-events.ts'
export {
  MemoryBus,
  MemoryChallenges,
  MemoryCodes,
  MemoryCredentials,
  MemoryLimiter,
  MemoryMailer,
  MemoryPresence,
  MemoryRegistrations,
  TestAuthenticator,
  TestClock,
  TestIngest,
  TestPictures,
  TestProvider,
}

/** Real Argon2id at its least cost, and with no wait that a busy machine could exceed; their own tests use the real ones. */
export const cheapPasswords = (): Passwords =>
  createPasswords({ waitMs: 60_000, cost: { memorySize: 8, iterations: 1 } })

/** The api's surroundings in a test: a real database, and for every other port its plain twin. */
export function createTestDeps(db: Db) {
  const clock = new TestClock()
  return {
    db,
    challenges: new MemoryChallenges(clock),
    clock,
    codes: new MemoryCodes(clock),
    credentials: new MemoryCredentials(clock),
    events: new MemoryBus(),
    ingest: new TestIngest(),
    limiter: new MemoryLimiter(clock),
    log: { info() {}, warn() {}, error() {} },
    mailer: new MemoryMailer(),
    passwords: cheapPasswords(),
    payments: new TestProvider(),
    pictures: new TestPictures(),
    presence: new MemoryPresence(clock),
    registrations: new MemoryRegistrations(clock),
    search: new SearchMemory(),
    settings: {
      publicUrl: 'https://kettle.test',
      currency: 'USD',
      codeKey: 'a key for tests',
      sessionMaxMs: 180 * 24 * 3600_000,
      secondFactorRoles: [] as Settings['secondFactorRoles'],
      sealKey: '5a'.repeat(32),
      refund: { days: 14, playSeconds: 7200 },
      sftp: { host: 'sftp.test', port: 2222, hostKeySha256: 'ab'.repeat(32) },
    },
  } satisfies Deps
}

export type TestDeps = ReturnType<typeof createTestDeps>

const createCaller = createCallerFactory(appRouter)

export interface CallerOptions {
  /** A token, or nobody. */
  token?: string
  /** Somebody made by `makeUser`, without a token. */
  as?: SignedInUser
  locale?: Locale
  ip?: string
  /** What the program calls itself. */
  device?: string | null
  /** What a browser keeps between calls; the caller of a program has none. */
  browser?: { attemptProof?: string | null; deviceToken?: string | null }
}

/** The whole API as one caller sees it, without HTTP. */
export async function makeCaller(deps: Deps, options: CallerOptions = {}) {
  const session = options.token ? await authenticate(deps, options.token) : null
  const context: Context = {
    deps,
    session: options.as ? { id: options.as.id, user: options.as } : session,
    locale: options.locale ?? 'en',
    ip: options.ip ?? '127.0.0.1',
    device: options.device === undefined ? 'vitest' : options.device,
    requestId: 'test',
    get attemptProof() {
      return options.browser?.attemptProof ?? null
    },
    get deviceToken() {
      return options.browser?.deviceToken ?? null
    },
    keepDeviceToken: (token) => {
      if (options.browser) options.browser.deviceToken = token
      return token
    },
    keepAttemptProof: (proof) => {
      if (options.browser) options.browser.attemptProof = proof
    },
    grantToken: (token) => token,
    afterAnswer: (work) => work(),
    dropToken: () => {},
  }
  return createCaller(context)
}

/** A confirmed user whose password nobody knows. */
export async function makeUser(db: Db, fields: Partial<SignedInUser> = {}): Promise<SignedInUser> {
  const [row] = await db.transaction((tx) => tx.insert(users).values(buildPerson(fields)).returning())
  if (!row) throw new Error('no user was made')
  const { passwordHash: _hash, ...user } = row
  return user
}

/** A published game that nobody can buy yet: it has no build. */
export async function makeGameWithoutBuild(
  db: Db,
  fields: Partial<typeof games.$inferInsert> = {},
): Promise<typeof games.$inferSelect> {
  const [game] = await db.transaction((tx) => tx.insert(games).values(buildGame(fields)).returning())
  if (!game) throw new Error('no game was made')
  return game
}

/** Gives the players of a game a build that starts. Its content is made up. */
export async function giveBuild(db: Db, gameId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [build] = await tx.insert(builds).values(buildBuild({ gameId })).returning()
    if (!build) throw new Error('no build was made')
    const { platform, id: buildId, createdAt: promotedAt } = build
    await tx.insert(channels).values({ gameId, platform, channel: 'stable', buildId, promotedAt })
  })
}

/** A published game that can be bought. */
export async function makeGame(
  db: Db,
  fields: Partial<typeof games.$inferInsert> = {},
): Promise<typeof games.$inferSelect> {
  const game = await makeGameWithoutBuild(db, fields)
  await giveBuild(db, game.id)
  return game
}

/** Puts money into a wallet the way it gets there: by a top-up that its provider says is paid. */
export async function giveMoney(deps: TestDeps, user: SignedInUser, amount: number): Promise<void> {
  const caller = await makeCaller(deps, { as: user })
  const { orderId } = await caller.payments.topUp({ amount, idempotencyKey: crypto.randomUUID() })
  const { currency } = deps.settings
  await settleOrder(deps, 'test', {
    ...{ type: 'payment', id: `event-${orderId}`, orderId, outcome: 'paid', amount, currency },
  })
}
