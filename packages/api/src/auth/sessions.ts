import { createHash } from 'node:crypto'
import { type Db, knownDevices, prepared, sessions, users } from '@kettle/db'
import { and, desc, eq, gt, inArray, lt, lte, or, sql } from 'drizzle-orm'
import type { Context, Deps, Session } from '../context.ts'
import type { UserRow } from './auth.queries.ts'
import { deviceOf, greetNewDevice } from './known-devices.ts'
import { randomToken } from './oslo.ts'

/** A log-in lasts 30 days from when it was last used, within what the settings allow in all. */
const SESSION_MS = 30 * 24 * 3600_000
/** Log-ins of one account; the ones used longest ago make way. */
const MOST = 100
/** Use is written down at most this often. */
const TOUCH_MS = 3600_000

const hashToken = (token: string) => createHash('sha256').update(token).digest('base64url')

/**
 * Logs a user in and gives the token, of which only a hash is kept. A log-in that the caller came with ends: this one takes its place. The
 * caller has locked or just made the account.
 */
export async function createSession(
  tx: Db,
  ctx: Pick<Context, 'deps' | 'ip' | 'device' | 'session'>,
  user: UserRow,
): Promise<string> {
  const now = ctx.deps.clock.now()
  const token = randomToken()
  const { id: userId } = user
  if (ctx.session) await tx.delete(sessions).where(eq(sessions.id, ctx.session.id))
  const surplus = tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .offset(MOST - 1)
  const gone = and(eq(sessions.userId, userId), or(lte(sessions.expiresAt, now), inArray(sessions.id, surplus)))
  const { lastSeenAt, ...device } = deviceOf(ctx, userId)
  // One trip for all three: a log-in should cost little beside its hash.
  const over = tx.$with('over').as(tx.delete(sessions).where(gone).returning({ id: sessions.id }))
  const seen = tx.$with('seen').as(
    tx
      .insert(knownDevices)
      .values({ ...device, lastSeenAt })
      .onConflictDoUpdate({ target: [knownDevices.userId, knownDevices.deviceHash], set: { lastSeenAt } })
      .returning({ isNew: sql<boolean>`xmax = 0`.as('is_new') }),
  )
  const [opened] = await tx
    .with(over, seen)
    .insert(sessions)
    .values({
      userId,
      tokenHash: hashToken(token),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: expiryOf(ctx.deps, now, now),
      device: ctx.device?.slice(0, 300) ?? null,
      ip: ctx.ip,
    })
    .returning({ fromNewDevice: sql<boolean>`(select is_new from seen)` })
  if (opened?.fromNewDevice) await greetNewDevice(tx, ctx, user)
  return token
}

const sessionByToken = prepared((db) =>
  db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      user: {
        id: users.id,
        name: users.name,
        email: users.email,
        locale: users.locale,
        role: users.role,
        registerDate: users.registerDate,
      },
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tokenHash, sql.placeholder('tokenHash')), gt(sessions.expiresAt, sql.placeholder('now'))))
    .prepare('session_by_token'),
)

/** Who a token belongs to, or null. One query; every hour one write that lets the session last on. */
export async function authenticate(
  deps: Pick<Deps, 'db' | 'clock' | 'settings'>,
  token: string,
): Promise<Session | null> {
  if (!/^[0-9A-Za-z]{43}$/u.test(token)) return null
  const now = deps.clock.now()
  const [row] = await sessionByToken(deps.db).execute({ tokenHash: hashToken(token), now: now.toISOString() })
  if (!row) return null
  if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_MS) await touch(deps, row, now)
  return { id: row.id, user: row.user }
}

/** When a log-in ends that is used no more. */
function expiryOf({ settings }: Pick<Deps, 'settings'>, createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + SESSION_MS, createdAt.getTime() + settings.sessionMaxMs))
}

async function touch(
  deps: Pick<Deps, 'db' | 'settings'>,
  { id, createdAt }: { id: string; createdAt: Date },
  now: Date,
): Promise<void> {
  await deps.db.transaction((tx) =>
    tx
      .update(sessions)
      .set({ lastSeenAt: now, expiresAt: expiryOf(deps, createdAt, now) })
      .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, now))),
  )
}
