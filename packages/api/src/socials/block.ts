import { blocks, friendships, users } from '@kettle/db'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { telling } from './inbox.ts'
import { isPair, lockPair, notBlockedBy, type PersonName, toPersonName } from './people.ts'

/**
 * Silence between two people, both ways and everywhere: neither finds the other, sees their reviews or presence, or can write to them.
 * The other is not told; a friendship ends as if it had been removed. Blocking twice is once. NOT_FOUND for nobody, and alike for who
 * has blocked the caller.
 */
export async function block(
  deps: Pick<Deps, 'db' | 'clock' | 'events'>,
  userId: string,
  otherId: string,
): Promise<void> {
  if (otherId === userId) throw new DomainError('INVALID_INPUT', { message: 'This is you', fields: { userId: 'SELF' } })
  await telling(deps, async (tx, tell) => {
    await lockPair(tx, userId, otherId)
    const [other] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, otherId), isNull(users.deletedAt), notBlockedBy(userId, users.id)))
    if (!other) throw new DomainError('NOT_FOUND')
    const ended = await tx.delete(friendships).where(isPair(userId, otherId)).returning({ lowId: friendships.lowId })
    await tx
      .insert(blocks)
      .values({ blockerId: userId, blockedId: otherId, blockedAt: deps.clock.now() })
      .onConflictDoNothing()
    const told = { [userId]: { userId: otherId } }
    await tell(ended.length > 0 ? { ...told, [otherId]: { userId } } : told, 'gone')
  })
}

/** Ends one's own block; what they were before stays ended. */
export async function unblock({ db }: Pick<Deps, 'db'>, userId: string, otherId: string): Promise<void> {
  await db.transaction((tx) =>
    tx.delete(blocks).where(and(eq(blocks.blockerId, userId), eq(blocks.blockedId, otherId))),
  )
}

/** Whom the caller has blocked, the latest first. */
export async function listBlocked(
  { db }: Pick<Deps, 'db'>,
  userId: string,
): Promise<{ items: { user: PersonName; blockedAt: string }[] }> {
  const rows = await db
    .select({ id: users.id, name: users.name, blockedAt: blocks.blockedAt })
    .from(blocks)
    .innerJoin(users, eq(users.id, blocks.blockedId))
    .where(and(eq(blocks.blockerId, userId), isNull(users.deletedAt)))
    .orderBy(desc(blocks.blockedAt), desc(users.id))
    .limit(500)
  return { items: rows.map((row) => ({ user: toPersonName(row), blockedAt: row.blockedAt.toISOString() })) }
}
