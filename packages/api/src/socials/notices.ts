import { blocks, friendships, inboxEvents, inboxes, reviews } from '@kettle/db'
import { and, desc, eq, gt, lt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { type InboxEvent, toInboxEvent } from './inbox.ts'
import type { noticesInput } from './schema.ts'

export type Notice = InboxEvent & { seen: boolean }

/**
 * What happened to the caller that is worth a line, the latest first, by keyset; and how many they have not seen. A request that was
 * answered or withdrawn is no news any more, nor one's friendship with somebody whom one has blocked, nor a reply that was
 * taken back.
 */
export async function listNotices(
  { db }: Pick<Deps, 'db'>,
  userId: string,
  { cursor, limit }: z.infer<typeof noticesInput>,
): Promise<{ items: Notice[]; nextCursor: string | null; unseen: number }> {
  const [inbox] = await db.select().from(inboxes).where(eq(inboxes.userId, userId))
  const seenSeq = inbox?.seenSeq ?? 0
  const mine = and(
    eq(inboxEvents.userId, userId),
    eq(inboxEvents.notice, true),
    sql`case ${inboxEvents.kind} when 'request' then ${waits} when 'friend' then not ${isBlocked} when 'reviewReply' then ${isReplied} else true end`,
  )
  const rows = await db
    .select()
    .from(inboxEvents)
    .where(and(mine, cursor ? lt(inboxEvents.seq, Number(cursor)) : undefined))
    .orderBy(desc(inboxEvents.seq))
    .limit(limit + 1)
  const [count] = await db
    .select({ unseen: sql<number>`count(*)::int` })
    .from(inboxEvents)
    .where(and(mine, gt(inboxEvents.seq, seenSeq)))
  const page = rows.slice(0, limit)
  return {
    items: page.map((row) => ({ ...toInboxEvent(row), seen: row.seq <= seenSeq })),
    nextCursor: rows.length > limit ? String(page.at(-1)?.seq) : null,
    unseen: count?.unseen ?? 0,
  }
}

const asker = sql`(${inboxEvents.payload} -> 'user' ->> 'id')::uuid`

/** Whether a request is one that still waits. */
const waits = sql`exists (select from ${friendships} where ${friendships.acceptedAt} is null and ${friendships.requestedBy} = ${asker}
  and ${friendships.requestedAt} <= ${inboxEvents.at}
  and ${friendships.lowId} = least(${inboxEvents.userId}, ${asker}) and ${friendships.highId} = greatest(${inboxEvents.userId}, ${asker}))`

/** If the reader has blocked them since; who was blocked reads on as after any friendship that has ended. */
const isBlocked = sql`exists (select from ${blocks} where ${blocks.blockerId} = ${inboxEvents.userId} and ${blocks.blockedId} = ${asker})`

const isReplied = sql`exists (select from ${reviews} where ${reviews.id} = (${inboxEvents.payload} ->> 'reviewId')::uuid
  and ${reviews.reply} is not null)`

/** Everything up to this number has been seen. */
export async function seeNotices({ db }: Pick<Deps, 'db'>, userId: string, seq: number): Promise<void> {
  await db.transaction((tx) =>
    tx
      .update(inboxes)
      .set({ seenSeq: sql`greatest(${inboxes.seenSeq}, least(${seq}::bigint, ${inboxes.lastSeq}))` })
      .where(eq(inboxes.userId, userId)),
  )
}
