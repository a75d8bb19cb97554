import { friendships, messages, threads, users } from '@kettle/db'
import { and, desc, eq, isNotNull, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { StoredMessage } from './message.ts'
import { notBlocked, type PersonName, toPersonName } from './people.ts'
import { OFFLINE, type Presence, presenceOf } from './presence.ts'
import type { threadsInput } from './schema.ts'
import { toMessage } from './send-message.ts'

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

/** The caller's conversations, the latest first, by keyset; and how many messages are unread in all. */
export async function listThreads(
  ctx: Pick<Context, 'deps' | 'locale'>,
  userId: string,
  { cursor, limit }: z.infer<typeof threadsInput>,
): Promise<{ items: Thread[]; nextCursor: string | null; unread: number }> {
  const { db } = ctx.deps
  const amLow = eq(threads.lowId, userId)
  const mine = or(amLow, eq(threads.highId, userId))
  const other = sql<string>`case when ${amLow} then ${threads.highId} else ${threads.lowId} end`
  const side = (low: unknown, high: unknown) => sql<string>`case when ${amLow} then ${low} else ${high} end`
  const shown = and(mine, notBlocked(userId, other))
  const [lastAt, lastId] = readCursor(cursor)
  const at = sql`date_trunc('milliseconds', ${threads.lastAt})`
  const rows = await db
    .select({
      ...{ id: threads.id, userId: users.id, name: users.name, lastAt: threads.lastAt, message: messages },
      readSeq: side(threads.lowReadSeq, threads.highReadSeq),
      theirReadSeq: side(threads.highReadSeq, threads.lowReadSeq),
      theirDeliveredSeq: side(threads.highDeliveredSeq, threads.lowDeliveredSeq),
      befriendedAt: friendships.acceptedAt,
    })
    .from(threads)
    .innerJoin(users, eq(users.id, other))
    .innerJoin(messages, and(eq(messages.threadId, threads.id), eq(messages.seq, threads.lastSeq)))
    .leftJoin(
      friendships,
      and(
        and(eq(friendships.lowId, threads.lowId), eq(friendships.highId, threads.highId)),
        isNotNull(friendships.acceptedAt),
      ),
    )
    .where(and(shown, lastAt ? sql`(${at}, ${threads.id}) < (${lastAt}::timestamptz, ${lastId}::uuid)` : undefined))
    .orderBy(desc(at), desc(threads.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const friends = page.filter((row) => row.befriendedAt)
  const presence = await presenceOf(
    ctx,
    friends.map((row) => row.userId),
  )
  const [sum] = await db
    .select({
      unread: sql<number>`coalesce(sum(${threads.lastSeq} - ${side(threads.lowReadSeq, threads.highReadSeq)}), 0)::int`,
    })
    .from(threads)
    .innerJoin(users, eq(users.id, other))
    .where(shown)
  const last = page.at(-1)
  return {
    items: page.map((row) => ({
      user: { ...toPersonName({ id: row.userId, name: row.name }), presence: presence.get(row.userId) ?? OFFLINE },
      lastMessage: toMessage(row.message),
      unread: row.message.seq - Number(row.readSeq),
      ...{ readSeq: Number(row.readSeq), theirReadSeq: Number(row.theirReadSeq) },
      theirDeliveredSeq: Number(row.theirDeliveredSeq),
      areFriends: row.befriendedAt !== null,
    })),
    nextCursor: rows.length > limit && last?.lastAt ? `${last.lastAt.toISOString()} ${last.id}` : null,
    unread: sum?.unread ?? 0,
  }
}

function readCursor(cursor: string | null | undefined): [string, string] | [] {
  if (!cursor) return []
  const [at = '', id = ''] = cursor.split(' ')
  if (!/^[0-9a-f-]{36}$/u.test(id) || Number.isNaN(Date.parse(at)))
    throw new DomainError('INVALID_INPUT', { fields: { cursor: 'CURSOR_INVALID' } })
  return [at, id]
}
