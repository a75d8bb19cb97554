import { messages, profiles, threads } from '@kettle/db'
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { inboxTopic } from '../ports/event-bus.ts'
import { notBlocked, pairOf } from './people.ts'
import type { markThreadInput } from './schema.ts'

/**
 * Says how far the caller has received and read a conversation. Marks never go back nor beyond the last message; both people's open
 * pages are told, the other's only while neither has blocked the other. That a message arrived says that somebody is there, so it is
 * not marked for who appears offline. Without a conversation nothing happens.
 */
export async function markThread(
  { db, events }: Pick<Deps, 'db' | 'events'>,
  userId: string,
  { userId: otherId, readSeq = 0, deliveredSeq = 0 }: z.infer<typeof markThreadInput>,
): Promise<void> {
  const pair = pairOf(userId, otherId)
  const low = pair.lowId === userId
  const [read, delivered] = low
    ? [threads.lowReadSeq, threads.lowDeliveredSeq]
    : [threads.highReadSeq, threads.highDeliveredSeq]
  const to = (seq: number) => sql<number>`least(${seq}::bigint, ${threads.lastSeq})`
  const appearsOffline = sql`exists (select from ${profiles} where ${profiles.userId} = ${userId} and ${profiles.appearsOffline})`
  // Beyond the last message of the other there is only what the caller wrote.
  const unseen = sql`exists (select from ${messages} where ${messages.threadId} = ${threads.id}
    and ${messages.senderId} = ${otherId}::uuid and ${messages.seq} > ${readSeq}::bigint)`
  const newRead =
    readSeq > 0
      ? sql`greatest(${read}, case when ${unseen} then ${to(readSeq)} else ${threads.lastSeq} end)`
      : sql`${read}`
  const newDelivered = sql`greatest(${delivered}, ${to(readSeq)}, case when ${appearsOffline} then 0 else ${to(deliveredSeq)} end)`
  const moved = await db.transaction((tx) =>
    tx
      .update(threads)
      .set(
        low
          ? { lowReadSeq: newRead, lowDeliveredSeq: newDelivered }
          : { highReadSeq: newRead, highDeliveredSeq: newDelivered },
      )
      .where(
        and(
          eq(threads.lowId, pair.lowId),
          eq(threads.highId, pair.highId),
          sql`(${newRead} > ${read} or ${newDelivered} > ${delivered})`,
        ),
      )
      .returning({
        readSeq: read,
        deliveredSeq: delivered,
        isOpen: sql<boolean>`${notBlocked(userId, sql`${otherId}::uuid`)}`,
      }),
  )
  for (const { isOpen, ...marks } of moved) {
    events.publish(inboxTopic(userId), { live: { kind: 'marks', withUserId: otherId, byUserId: userId, ...marks } })
    if (isOpen)
      events.publish(inboxTopic(otherId), { live: { kind: 'marks', withUserId: userId, byUserId: userId, ...marks } })
  }
}
