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

/** What stands in the list of notices too. */
const NOTICES = new Set<InboxKind>(['request', 'friend', 'reviewReply', 'reviewJudged'])

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
      const numbered = await tx
        .insert(inboxes)
        .values(userIds.map((userId) => ({ userId, lastSeq: 1 })))
        .onConflictDoUpdate({ target: inboxes.userId, set: { lastSeq: sql`${inboxes.lastSeq} + 1` } })
        .returning({ userId: inboxes.userId, seq: inboxes.lastSeq })
      const rows = numbered.map(({ userId, seq }) => ({
        ...{ userId, seq, kind, at: now, payload: payloads[userId] },
        notice: NOTICES.has(kind) && !(kind === 'friend' && !(payloads[userId] as InboxPayloads['friend']).asked),
      }))
      await tx.insert(inboxEvents).values(rows)
      for (const { userId, seq, payload } of rows)
        told.push({ userId, event: { seq, kind, at: now.toISOString(), payload } as InboxEvent })
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
