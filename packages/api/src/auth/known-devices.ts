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

/** What is remembered of the device that asks. It goes by what the browser or program calls itself, without version numbers, so that an update is nothing new. */
export function deviceOf(
  ctx: Pick<Context, 'deps' | 'device'>,
  userId: string,
): { userId: string; deviceHash: string; lastSeenAt: Date } {
  const name = (ctx.device ?? '').replace(/[\d._]+/gu, '')
  const deviceHash = createHash('sha256').update(`${userId}\n${name}`).digest('base64url')
  return { userId, deviceHash, lastSeenAt: ctx.deps.clock.now() }
}

/** Tells the owner of a log-in from a device that was just remembered for the first time, unless it is the account's first. */
export async function greetNewDevice(
  tx: Db,
  ctx: Pick<Context, 'deps' | 'ip' | 'device'>,
  user: UserRow,
): Promise<void> {
  const { id: userId } = user
  const hourAgo = new Date(ctx.deps.clock.now().getTime() - 3600_000).toISOString()
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
