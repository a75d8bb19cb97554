import { friendships, profiles, users } from '@kettle/db'
import { and, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { notBlocked, type PersonName, type Relation, relationIn, toPersonName } from './people.ts'
import { type findUsersInput, readFriendCode } from './schema.ts'

const MOST = 20

export interface FoundUser {
  user: PersonName
  relation: Relation
}

/** People by a part of their name, or by their friend code or link; never by address. The nearest names first, at most 20. */
export async function findUsers(
  { db, limiter }: Pick<Deps, 'db' | 'limiter'>,
  userId: string,
  { query }: z.infer<typeof findUsersInput>,
): Promise<{ items: FoundUser[] }> {
  await limiter.take('findPeopleUser', userId)
  const wanted = query.toLowerCase()
  const name = sql`lower(${users.name})`
  const found: SQL[] = [sql`${name} like ${`%${wanted.replaceAll(/[\\%_]/gu, '\\$&')}%`}`]
  const code = readFriendCode(query)
  if (code) found.push(eq(profiles.friendCode, code))
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      requestedBy: friendships.requestedBy,
      acceptedAt: friendships.acceptedAt,
    })
    .from(users)
    .leftJoin(profiles, eq(profiles.userId, users.id))
    .leftJoin(
      friendships,
      and(
        eq(friendships.lowId, sql`least(${users.id}, ${userId}::uuid)`),
        eq(friendships.highId, sql`greatest(${users.id}, ${userId}::uuid)`),
      ),
    )
    .where(and(isNull(users.deletedAt), ne(users.id, userId), or(...found), notBlocked(userId, users.id)))
    .orderBy(sql`${name} <> ${wanted}`, sql`strpos(${name}, ${wanted})`, sql`char_length(${users.name})`, users.id)
    .limit(MOST)
  return { items: rows.map((row) => ({ user: toPersonName(row), relation: relationIn(row, userId) })) }
}
