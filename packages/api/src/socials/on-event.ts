import { randomUUID } from 'node:crypto'
import { type Db, inboxEvents, inboxes, sessions } from '@kettle/db'
import { tracked } from '@trpc/server'
import { and, asc, eq, gt } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context, Session } from '../context.ts'
import { DomainError } from '../errors.ts'
import { inboxTopic, presenceTopic } from '../ports/event-bus.ts'
import { FriendTopics } from './friend-topics.ts'
import { type InboxEvent, toInboxEvent } from './inbox.ts'
import type { Presence } from './presence.ts'
import type { onEventInput } from './schema.ts'
import { type Heard, StreamQueue } from './stream-queue.ts'

/** What only matters at the moment and is never written down. */
export type LiveEvent =
  /** The first word of a stream, and again whenever something may have been missed: read anew what you show. */
  | { kind: 'hello'; connectionId: string }
  | { kind: 'presence'; userId: string; presence: Presence }
  | { kind: 'typing'; userId: string }
  /** How far one side of a conversation is. */
  | { kind: 'marks'; withUserId: string; byUserId: string; readSeq: number; deliveredSeq: number }

/** What comes out of `socials.onEvent`. */
export type StreamEvent = LiveEvent | InboxEvent

/** Streams of one person at once, by this node. */
const STREAMS_MAX = 12
const PAGE = 100
const BEAT_MS = 25_000

const open = new Map<string, number>()

/**
 * What happens to the caller, as it happens: first what was written down after `lastEventId` (or nothing older than now), then
 * everything new, once each and in order. Rows are the truth and the bus only a hint: after a gap, and every half minute, the stream
 * looks for itself. Ends with NOT_SIGNED_IN when the session does, and when the node stops.
 */
export async function* onEvent(
  ctx: Pick<Context, 'deps' | 'locale'> & { session: Session },
  { lastEventId, connectionId = randomUUID() }: z.infer<typeof onEventInput>,
  signal: AbortSignal,
) {
  const { db, events, presence } = ctx.deps
  const userId = ctx.session.user.id
  countStream(userId, 1)
  const inbox = new StreamQueue()
  const friends = new FriendTopics(ctx, inbox)
  const ends: (() => void)[] = []
  const hello = (): StreamEvent => ({ kind: 'hello', connectionId })
  const isOver = () => signal.aborted || events.stopping.aborted
  const wake = () => inbox.wake()
  for (const end of [signal, events.stopping]) {
    end.addEventListener('abort', wake)
    ends.push(() => end.removeEventListener('abort', wake))
  }
  const beat = setInterval(() => inbox.look(), BEAT_MS)
  try {
    // Before the backlog is read, so that nothing falls between.
    ends.push(await events.subscribe(inboxTopic(userId), (message) => inbox.hear(message as Heard)))
    ends.push(events.onGap(() => inbox.miss()))
    await friends.refresh()
    await arrive(ctx, connectionId)
    const last = await lastSeq(db, userId)
    let seq = lastEventId ? Math.min(Number(lastEventId), last) : last
    yield tracked(String(seq), hello())

    inbox.behind ||= seq < last
    while (!isOver()) {
      if (inbox.beat) {
        inbox.beat = false
        await refuseEnded(ctx)
        await presence.put(userId, connectionId, inbox.state).catch(() => {})
        inbox.behind ||= seq < (await lastSeq(db, userId))
      }
      if (inbox.gap) {
        inbox.gap = false
        inbox.behind = true
        yield tracked(String(seq), hello())
      }
      if (inbox.behind) {
        inbox.behind = false
        for (let more = true; more && !isOver(); ) {
          const rows = await readAfter(db, userId, seq)
          more = rows.length === PAGE
          for (const event of rows) {
            // Old rows are dropped one day: whoever was away for longer reads everything anew.
            if (event.seq !== seq + 1) yield tracked(String(seq), hello())
            seq = event.seq
            if (event.kind === 'friend' || event.kind === 'gone') await friends.refresh()
            yield tracked<StreamEvent>(String(seq), event)
          }
        }
        continue
      }
      const next = inbox.take()
      if (!next) {
        const changed = await friends.changed()
        for (const [friendId, now] of changed)
          yield tracked<StreamEvent>(String(seq), { kind: 'presence', userId: friendId, presence: now })
        if (changed.size === 0) await inbox.wait()
        continue
      }
      if ('live' in next) {
        if (next.live.kind === 'state' && next.live.connectionId === connectionId) inbox.state = next.live.state
        else if (next.live.kind !== 'state') yield tracked<StreamEvent>(String(seq), next.live)
        continue
      }
      if (next.event.seq <= seq) continue
      if (next.event.seq > seq + 1) {
        inbox.behind = true
        continue
      }
      seq = next.event.seq
      if (next.event.kind === 'friend' || next.event.kind === 'gone') await friends.refresh()
      yield tracked<StreamEvent>(String(seq), next.event)
    }
  } finally {
    clearInterval(beat)
    for (const end of ends) end()
    friends.close()
    countStream(userId, -1)
    await presence.remove(userId, connectionId).catch(() => {})
    events.publish(presenceTopic(userId), {})
  }
}

function countStream(userId: string, by: 1 | -1): void {
  const streams = (open.get(userId) ?? 0) + by
  if (streams > STREAMS_MAX)
    throw new DomainError('RATE_LIMITED', { message: 'Too many pages are open at once', retryAfterSeconds: 30 })
  if (streams > 0) open.set(userId, streams)
  else open.delete(userId)
}

/** A stream works while presence is away: one is only not seen. */
async function arrive(
  { deps, session }: Pick<Context, 'deps'> & { session: Session },
  connectionId: string,
): Promise<void> {
  await deps.presence.put(session.user.id, connectionId, 'online').catch(() => {})
  deps.events.publish(presenceTopic(session.user.id), {})
}

/** Log-ins can be ended from elsewhere. */
async function refuseEnded({ deps, session }: Pick<Context, 'deps'> & { session: Session }): Promise<void> {
  const alive = await deps.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, session.id), gt(sessions.expiresAt, deps.clock.now())))
  if (alive.length === 0) throw new DomainError('NOT_SIGNED_IN')
}

async function lastSeq(db: Db, userId: string): Promise<number> {
  const [inbox] = await db.select({ lastSeq: inboxes.lastSeq }).from(inboxes).where(eq(inboxes.userId, userId))
  return inbox?.lastSeq ?? 0
}

async function readAfter(db: Db, userId: string, seq: number): Promise<InboxEvent[]> {
  const rows = await db
    .select()
    .from(inboxEvents)
    .where(and(eq(inboxEvents.userId, userId), gt(inboxEvents.seq, seq)))
    .orderBy(asc(inboxEvents.seq))
    .limit(PAGE)
  return rows.map(toInboxEvent)
}
