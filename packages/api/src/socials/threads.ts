import { type Db, friendships, messages, threads, users } from '@kettle/db'
import { and, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { cursorCodec, cursorMoment } from '../cursor.ts'
import { type StoredMessage, toMessage } from './message.ts'
import { notBlocked, type PersonName, toPersonName } from './people.ts'
import { OFFLINE, type Presence, presenceOf } from './presence.ts'
import type { threadsInput } from './schema.ts'

/** How far each side of a thread is, in numbers of its messages. */
export interface ThreadMarks {
  readSeq: number
  /** How far the other has received and read. */
  theirDeliveredSeq: number
  theirReadSeq: number
}

export interface Thread extends ThreadMarks {
  user: PersonName & { presence: Presence }
  lastMessage: StoredMessage
  unread: number
  /** Whether one can write to them now. */
  areFriends: boolean
}

const threadCursor = cursorCodec('threads', z.tuple([cursorMoment, z.uuid()]))

/** The caller's conversations, the latest first, by keyset; and how many messages are unread in all. */
export async function listThreads(
  ctx: Pick<Context, 'deps' | 'locale'>,
  userId: string,
  { cursor, limit }: z.infer<typeof threadsInput>,
): Promise<{ items: Thread[]; nextCursor: string | null; unread: number }> {
  const { db } = ctx.deps
  const [lastAt, lastId] = threadCursor.read(cursor) ?? []
  const mine = threadsOf(db, userId)
  const shown = notBlocked(userId, mine.otherId)
  const at = sql`date_trunc('milliseconds', ${mine.lastAt})`
  const rows = await db
    .select({
      ...{ id: mine.id, userId: users.id, name: users.name, lastAt: mine.lastAt, message: messages },
      ...{ readSeq: mine.readSeq, theirReadSeq: mine.theirReadSeq, theirDeliveredSeq: mine.theirDeliveredSeq },
      unread: unreadOf(mine, userId),
      befriendedAt: friendships.acceptedAt,
    })
    .from(mine)
    .innerJoin(users, eq(users.id, mine.otherId))
    .innerJoin(messages, and(eq(messages.threadId, mine.id), eq(messages.seq, mine.lastSeq)))
    .leftJoin(
      friendships,
      and(
        and(eq(friendships.lowId, mine.lowId), eq(friendships.highId, mine.highId)),
        isNotNull(friendships.acceptedAt),
      ),
    )
    .where(and(shown, lastAt ? sql`(${at}, ${mine.id}) < (${lastAt}::timestamptz, ${lastId}::uuid)` : undefined))
    .orderBy(desc(at), desc(mine.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const friends = page.filter((row) => row.befriendedAt)
  const presence = await presenceOf(
    ctx,
    friends.map((row) => row.userId),
  )
  const [sum] = await db
    .select({ unread: sql<number>`coalesce(sum(${unreadOf(mine, userId)}), 0)::int` })
    .from(mine)
    .where(shown)
  const last = page.at(-1)
  return {
    items: page.map((row) => ({
      user: { ...toPersonName({ id: row.userId, name: row.name }), presence: presence.get(row.userId) ?? OFFLINE },
      lastMessage: toMessage(row.message),
      unread: row.unread,
      ...{ readSeq: row.readSeq, theirReadSeq: row.theirReadSeq, theirDeliveredSeq: row.theirDeliveredSeq },
      areFriends: row.befriendedAt !== null,
    })),
    nextCursor: rows.length > limit && last?.lastAt ? threadCursor.write([last.lastAt.toISOString(), last.id]) : null,
    unread: sum?.unread ?? 0,
  }
}

/** How many messages of the other one has not read; what was written oneself in between doesn't count. */
const unreadOf = (mine: ReturnType<typeof threadsOf>, userId: string): SQL<number> => sql<number>`case
  when ${mine.readSeq} >= ${mine.lastSeq} then 0
  else (select count(*)::int from messages unread where unread.thread_id = ${mine.id}
    and unread.seq > ${mine.readSeq} and unread.sender_id <> ${userId}::uuid) end`

/** A person's threads as they see them. Each side goes by its own index; one condition for both would read all threads of the store. */
function threadsOf(db: Db, userId: string) {
  const same = {
    id: threads.id,
    lowId: threads.lowId,
    highId: threads.highId,
    lastSeq: threads.lastSeq,
    lastAt: threads.lastAt,
  }
  const side = (isLow: boolean) =>
    db
      .select({
        ...same,
        otherId: sql<string>`${isLow ? threads.highId : threads.lowId}`.as('other_id'),
        readSeq: sql<number>`${isLow ? threads.lowReadSeq : threads.highReadSeq}`.mapWith(Number).as('read_seq'),
        theirReadSeq: sql<number>`${isLow ? threads.highReadSeq : threads.lowReadSeq}`
          .mapWith(Number)
          .as('their_read_seq'),
        theirDeliveredSeq: sql<number>`${isLow ? threads.highDeliveredSeq : threads.lowDeliveredSeq}`
          .mapWith(Number)
          .as('their_delivered_seq'),
      })
      .from(threads)
      .where(eq(isLow ? threads.lowId : threads.highId, userId))
  return unionAll(side(true), side(false)).as('mine')
}
