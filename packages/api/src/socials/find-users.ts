import { friendships, profiles, users } from '@kettle/db'
import { and, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { notBlocked, type PersonName, type Relation, relationIn, toPersonName } from './people.ts'
import { likePattern, plain } from './plain-text.ts'
import { type findUsersInput, readFriendCode } from './schema.ts'

const MOST = 20
/** The nearest are looked for among so many: in a large store a common name has thousands. */
const CANDIDATES = 1000

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
  const wanted = plain(query)
  const pattern = likePattern(query)
  // Two letters stand in too many names: then one must begin with them.
  const named = sql`${plain(users.name)} like case when char_length(${wanted}) < 3 then '' else '%' end || ${pattern} || '%' and ${wanted} <> ''`
  const code = readFriendCode(query)
  const [byCode] = code
    ? await db.select({ id: profiles.userId }).from(profiles).where(eq(profiles.friendCode, code))
    : []
  const others = and(isNull(users.deletedAt), ne(users.id, userId))
  const candidates = db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(others, byCode ? or(named, eq(users.id, byCode.id)) : named))
    .limit(CANDIDATES)
    .as('candidates')
  const candidateName = plain(candidates.name)
  const rows = await db
    .select({
      ...{ id: candidates.id, name: candidates.name },
      ...{ requestedBy: friendships.requestedBy, acceptedAt: friendships.acceptedAt },
    })
    .from(candidates)
    .leftJoin(
      friendships,
      and(
        eq(friendships.lowId, sql`least(${candidates.id}, ${userId}::uuid)`),
        eq(friendships.highId, sql`greatest(${candidates.id}, ${userId}::uuid)`),
      ),
    )
    .where(notBlocked(userId, candidates.id))
    .orderBy(
      sql`${candidateName} <> ${wanted}`,
      sql`strpos(${candidateName}, ${wanted})`,
      sql`char_length(${candidates.name})`,
      candidates.id,
    )
    .limit(MOST)
  return { items: rows.map((row) => ({ user: toPersonName(row), relation: relationIn(row, userId) })) }
}
