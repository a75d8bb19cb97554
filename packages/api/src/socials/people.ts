import { blocks, type Db, friendships, users } from '@kettle/db'
import { and, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { DomainError } from '../errors.ts'

/** Somebody as others may see them: never an address. */
export interface PersonName {
  id: string
  /** Empty when the account was deleted. */
  name: string
  /** Path of a picture on this server. */
  avatar: string
}

export const toPersonName = ({ id, name }: { id: string; name: string }): PersonName => ({
  ...{ id, name },
  avatar: `/avatars/${id}.svg`,
})

export type Relation = 'self' | 'friends' | 'incoming' | 'outgoing' | 'none'

/** A pair of people as the tables have it: the lower id first. */
export function pairOf(one: string, other: string): { lowId: string; highId: string } {
  return one < other ? { lowId: one, highId: other } : { lowId: other, highId: one }
}

/**
 * Somebody who is there for the caller: exists, has not left (unless `orLeft`: then their name is empty), and neither has blocked the
 * other. Otherwise NOT_FOUND, alike for all of these.
 */
export async function findPerson(
  db: Db,
  userId: string,
  otherId: string,
  { orLeft = false } = {},
): Promise<PersonName> {
  const [person] = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.id, otherId), orLeft ? undefined : isNull(users.deletedAt), notBlocked(userId, users.id)))
  if (!person) throw new DomainError('NOT_FOUND')
  return toPersonName(person)
}

/** A condition: neither of the two has blocked the other. `other` may be a column. Nobody (null) has blocked anybody. */
export function notBlocked(userId: string | null, other: SQL | { getSQL(): SQL }): SQL | undefined {
  if (userId === null) return undefined
  return sql`not exists (select 1 from ${blocks} where (${blocks.blockerId} = ${userId} and ${blocks.blockedId} = ${other})
    or (${blocks.blockerId} = ${other} and ${blocks.blockedId} = ${userId}))`
}

/** A condition: the other has not blocked this person, to whom they look as if nobody were there. */
export function notBlockedBy(userId: string, other: SQL | { getSQL(): SQL }): SQL {
  return sql`not exists (select 1 from ${blocks} where ${blocks.blockerId} = ${other} and ${blocks.blockedId} = ${userId})`
}

/** The row of two people in `friendships`. */
export function isPair(one: string, other: string): SQL | undefined {
  const { lowId, highId } = pairOf(one, other)
  return and(eq(friendships.lowId, lowId), eq(friendships.highId, highId))
}

/** The ids of a person's friends, as a subquery. */
export function friendIds(userId: string): SQL {
  return sql`(select ${friendships.highId} from ${friendships} where ${friendships.lowId} = ${userId} and ${friendships.acceptedAt} is not null
    union all
    select ${friendships.lowId} from ${friendships} where ${friendships.highId} = ${userId} and ${friendships.acceptedAt} is not null)`
}

/** The same, read. */
export async function readFriendIds(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .select({ lowId: friendships.lowId, highId: friendships.highId })
    .from(friendships)
    .where(and(or(eq(friendships.lowId, userId), eq(friendships.highId, userId)), isNotNull(friendships.acceptedAt)))
  return rows.map(({ lowId, highId }) => (lowId === userId ? highId : lowId))
}

/** What somebody is to the caller. */
export async function relationOf(db: Db, userId: string, otherId: string): Promise<Relation> {
  if (userId === otherId) return 'self'
  const [row] = await db.select().from(friendships).where(isPair(userId, otherId))
  return row ? relationIn(row, userId) : 'none'
}

export function relationIn(
  row: { requestedBy: string | null; acceptedAt: Date | null } | null,
  userId: string,
): Relation {
  if (!row?.requestedBy) return 'none'
  if (row.acceptedAt) return 'friends'
  return row.requestedBy === userId ? 'outgoing' : 'incoming'
}

/** Holds what these two are to each other until the transaction ends, also where there is no row yet. */
export async function lockPair(tx: Db, one: string, other: string): Promise<void> {
  const { lowId, highId } = pairOf(one, other)
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`pair ${lowId} ${highId}`}, 0))`)
}
