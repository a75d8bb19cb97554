import { messages, threads } from '@kettle/db'
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { type StoredMessage, toMessage } from './message.ts'
import { findPerson, type PersonName, pairOf, type Relation, relationOf } from './people.ts'
import { likePattern, plain } from './plain-text.ts'
import type { messagesInput } from './schema.ts'
import type { ThreadMarks } from './threads.ts'

export interface MessagePage extends ThreadMarks {
  user: PersonName
  relation: Relation
  /** The latest first. */
  items: StoredMessage[]
  nextCursor: string | null
}

/** The conversation with somebody, by keyset, also when they are friends no more; with `query` only what has these words. */
export async function listMessages(
  { db }: Pick<Deps, 'db'>,
  userId: string,
  { userId: otherId, query, cursor, limit }: z.infer<typeof messagesInput>,
): Promise<MessagePage> {
  const user = await findPerson(db, userId, otherId, { orLeft: true })
  const relation = await relationOf(db, userId, otherId)
  const pair = pairOf(userId, otherId)
  const [thread] = await db
    .select()
    .from(threads)
    .where(and(eq(threads.lowId, pair.lowId), eq(threads.highId, pair.highId)))
  if (!thread) return { user, relation, items: [], nextCursor: null, readSeq: 0, theirDeliveredSeq: 0, theirReadSeq: 0 }
  const rows = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.threadId, thread.id),
        cursor ? lt(messages.seq, Number(cursor)) : undefined,
        query
          ? sql`${plain(messages.text)} like '%' || ${likePattern(query)} || '%' and ${plain(query)} <> ''`
          : undefined,
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  return {
    ...{ user, relation, ...marksOf(thread, userId) },
    items: page.map(toMessage),
    nextCursor: rows.length > limit ? String(page.at(-1)?.seq) : null,
  }
}

export function marksOf(thread: typeof threads.$inferSelect, userId: string): ThreadMarks {
  const low = {
    ...{ readSeq: thread.lowReadSeq, theirReadSeq: thread.highReadSeq },
    theirDeliveredSeq: thread.highDeliveredSeq,
  }
  const high = {
    ...{ readSeq: thread.highReadSeq, theirReadSeq: thread.lowReadSeq },
    theirDeliveredSeq: thread.lowDeliveredSeq,
  }
  return thread.lowId === userId ? low : high
}
