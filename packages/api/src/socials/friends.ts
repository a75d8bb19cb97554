import { friendships, users } from '@kettle/db'
import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { type PersonName, relationIn, toPersonName } from './people.ts'
import { OFFLINE, type Presence, presenceOf } from './presence.ts'

export interface Friend {
  user: PersonName & { presence: Presence }
  /** ISO, since when they are friends, or when the request was made. */
  since: string
}

/** Friends with their presence, those who are there first; and requests that wait, the latest first, whose people's presence nobody sees. */
export async function friends(
  ctx: Pick<Context, 'deps' | 'locale'>,
  userId: string,
): Promise<{ friends: Friend[]; incoming: Friend[]; outgoing: Friend[] }> {
  const rows = await ctx.deps.db
    .select({
      ...{ id: users.id, name: users.name, requestedBy: friendships.requestedBy },
      ...{ requestedAt: friendships.requestedAt, acceptedAt: friendships.acceptedAt },
    })
    .from(friendships)
    .innerJoin(
      users,
      eq(
        users.id,
        sql`case when ${friendships.lowId} = ${userId} then ${friendships.highId} else ${friendships.lowId} end`,
      ),
    )
    .where(and(or(eq(friendships.lowId, userId), eq(friendships.highId, userId)), isNull(users.deletedAt)))
    .orderBy(desc(friendships.requestedAt), desc(users.id))
  const relation = (wanted: string) => rows.filter((row) => relationIn(row, userId) === wanted)
  const accepted = relation('friends')
  const presence = await presenceOf(
    ctx,
    accepted.map(({ id }) => id),
  )
  const view = (row: (typeof rows)[number]): Friend => ({
    user: { ...toPersonName(row), presence: presence.get(row.id) ?? OFFLINE },
    since: (row.acceptedAt ?? row.requestedAt).toISOString(),
  })
  const rank = { playing: 0, online: 1, away: 2, offline: 3 }
  const byPresence = (a: Friend, b: Friend) =>
    rank[a.user.presence.state] - rank[b.user.presence.state] || a.user.name.localeCompare(b.user.name)
  return {
    friends: accepted.map(view).toSorted(byPresence),
    incoming: relation('incoming').map(view),
    outgoing: relation('outgoing').map(view),
  }
}
