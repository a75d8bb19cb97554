import { createHash } from 'node:crypto'
import { type Db, knownDevices } from '@kettle/db'
import { and, count, desc, eq, notInArray, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { UserRow } from './auth.queries.ts'
import { addNotice } from './notices.ts'

/** Devices remembered for one account; the ones used longest ago make way. */
const KEEP = 50
/** Log-ins from new devices told of within an hour: whoever makes names up must not fill the owner's mailbox. */
const TELL_PER_HOUR = 5

/**
 * Remembers what an account is used from, and tells its owner of a log-in from something new (but not of the first one). It goes by
 * what the browser or program calls itself, without version numbers, so that an update is nothing new; it can be imitated.
 */
export async function noteDevice(tx: Db, ctx: Pick<Context, 'deps' | 'ip' | 'device'>, user: UserRow): Promise<void> {
  const { id: userId } = user
  const name = (ctx.device ?? '').replace(/[\d._]+/gu, '')
  const deviceHash = createHash('sha256').update(`${userId}\n${name}`).digest('base64url')
  const lastSeenAt = ctx.deps.clock.now()
  const [row] = await tx
    .insert(knownDevices)
    .values({ userId, deviceHash, lastSeenAt })
    .onConflictDoUpdate({ target: [knownDevices.userId, knownDevices.deviceHash], set: { lastSeenAt } })
    .returning({ isNew: sql<boolean>`xmax = 0` })
  if (!row?.isNew) return
  const hourAgo = new Date(lastSeenAt.getTime() - 3600_000).toISOString()
  const [{ known = 1, recent = 1 } = {}] = await tx
    .select({
      known: count(),
      recent: sql<number>`(count(*) filter (where ${knownDevices.lastSeenAt} > ${hourAgo}))::int`,
    })
    .from(knownDevices)
    .where(eq(knownDevices.userId, userId))
  if (known > 1 && recent <= TELL_PER_HOUR + 1) await addNotice(tx, ctx, user, 'newDevice')
  if (known <= KEEP) return
  const kept = tx
    .select({ deviceHash: knownDevices.deviceHash })
    .from(knownDevices)
    .where(eq(knownDevices.userId, userId))
    .orderBy(desc(knownDevices.lastSeenAt))
    .limit(KEEP)
  await tx.delete(knownDevices).where(and(eq(knownDevices.userId, userId), notInArray(knownDevices.deviceHash, kept)))
}
