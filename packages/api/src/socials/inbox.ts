import { type Db, inboxEvents, inboxes } from '@kettle/db'
import { and, eq, lt, or, sql } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { inboxTopic } from '../ports/event-bus.ts'
import type { StoredMessage } from './message.ts'
import type { PersonName } from './people.ts'

/** What is written down for a person, by kind; it reaches their open pages once each, in order, also after a cut line. */
export interface InboxPayloads {
  message: { with: PersonName; message: StoredMessage }
  /** Somebody asks to be friends. */
  request: { user: PersonName }
  /** A request to or from them was withdrawn or declined, a friend removed. */
  gone: { userId: string }
  /** They are friends now; `asked` when it was this person's own request that was accepted. */
  friend: { user: PersonName; asked: boolean }
  /** A developer answered their review. */
  reviewReply: { gameId: string; slug: string; reviewId: string }
  /** Moderators have judged: a review of theirs is gone, or is shown again. */
  reviewJudged: { gameId: string; slug: string; reviewId: string; verdict: 'kept' | 'removed' }
}

export type InboxKind = keyof InboxPayloads

/** One event as it lies in the inbox and goes out on the stream. */
export type InboxEvent = {
  [Kind in InboxKind]: { seq: number; kind: Kind; at: string; payload: InboxPayloads[Kind] }
}[InboxKind]

const NOTICES = new Set<InboxKind>(['request', 'friend', 'reviewReply', 'reviewJudged'])

/** What stands in the list of notices too: not what one did oneself. */
function isNotice(kind: InboxKind, payload: unknown): boolean {
  return NOTICES.has(kind) && !(kind === 'friend' && !(payload as InboxPayloads['friend']).asked)
}

export type Tell = <Kind extends InboxKind>(payloads: Record<string, InboxPayloads[Kind]>, kind: Kind) => Promise<void>

/**
 * Runs a transaction that may tell people things: `tell({ [userId]: payload }, kind)` writes one event for each, and once it is all
 * committed their open streams are told. Tell last: the inboxes are locked from then on. Locks are taken in the order of user ids, so
 * one transaction tells everything of one moment in a single call.
 */
export async function telling<T>(
  { db, clock, events }: Pick<Deps, 'db' | 'clock' | 'events'>,
  work: (tx: Db, tell: Tell) => Promise<T>,
): Promise<T> {
  const told: { userId: string; event: InboxEvent }[] = []
  const result = await db.transaction(async (tx) => {
    told.length = 0
    const tell: Tell = async (payloads, kind) => {
      const now = clock.now()
      const userIds = Object.keys(payloads).toSorted()
      if (userIds.length === 0) return
      const entries = userIds.map((userId) => ({
        userId,
        payload: payloads[userId],
        notice: isNotice(kind, payloads[userId]),
      }))
      // Numbered and written in one trip.
      const numbered = await tx.execute<{ userId: string; seq: number }>(sql`
        with entry as (
          select * from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry ("userId" uuid, payload jsonb, notice boolean)),
        numbered as (
          insert into ${inboxes} (user_id, last_seq) select "userId", 1 from entry order by "userId"
          on conflict (user_id) do update set last_seq = ${inboxes}.last_seq + 1 returning user_id, last_seq)
        insert into ${inboxEvents} (user_id, seq, kind, payload, at, notice)
        select user_id, last_seq, ${kind}, payload, ${now.toISOString()}::timestamptz, notice
        from numbered join entry on "userId" = user_id
        returning user_id as "userId", seq::int`)
      for (const { userId, seq } of numbered)
        told.push({ userId, event: { seq, kind, at: now.toISOString(), payload: payloads[userId] } as InboxEvent })
    }
    return work(tx, tell)
  })
  for (const { userId, event } of told) events.publish(inboxTopic(userId), { event })
  return result
}

/** What nobody asks for any more: events older than 30 days, and notices older than 180. */
export async function forgetOldEvents({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const before = (days: number) => new Date(clock.now().getTime() - days * 24 * 3600_000)
  const gone = await db.transaction((tx) =>
    tx
      .delete(inboxEvents)
      .where(or(and(lt(inboxEvents.at, before(30)), eq(inboxEvents.notice, false)), lt(inboxEvents.at, before(180))))
      .returning({ seq: inboxEvents.seq }),
  )
  return gone.length
}

export const toInboxEvent = (row: typeof inboxEvents.$inferSelect): InboxEvent =>
  ({ seq: row.seq, kind: row.kind, at: row.at.toISOString(), payload: row.payload }) as InboxEvent
