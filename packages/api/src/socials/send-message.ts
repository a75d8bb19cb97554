import { type Db, friendships, messages, threads, users } from '@kettle/db'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { cleanText } from '../clean-text.ts'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError, isOutage } from '../errors.ts'
import { telling } from './inbox.ts'
import { type StoredMessage, toMessage } from './message.ts'
import { findPerson, isPair, type PersonName, pairOf, toPersonName } from './people.ts'
import { MESSAGE_MAX, type sendMessageInput } from './schema.ts'

/**
 * Sends a friend a text. Sent again under the same `clientId` it is stored once and answered as the first time; another text under it
 * is IDEMPOTENCY_KEY_REUSED. NOT_FRIENDS to anybody else, NOT_FOUND to who isn't there for the caller.
 */
export async function sendMessage(
  deps: Pick<Deps, 'db' | 'clock' | 'events' | 'limiter'>,
  caller: SignedInUser,
  { userId: otherId, clientId, text: raw }: z.infer<typeof sendMessageInput>,
): Promise<StoredMessage> {
  const text = cleanText(raw)
  const length = [...text].length
  if (length === 0 || length > MESSAGE_MAX)
    throw new DomainError('INVALID_INPUT', { fields: { text: length === 0 ? 'TEXT_EMPTY' : 'TEXT_TOO_LONG' } })
  if (otherId === caller.id)
    throw new DomainError('INVALID_INPUT', { message: 'This is you', fields: { userId: 'SELF' } })
  try {
    await Promise.all([deps.limiter.take('messageBurstUser', caller.id), deps.limiter.take('messageUser', caller.id)])
    return await telling(deps, async (tx, tell) => {
      const other = await holdFriend(tx, caller.id, otherId)
      const sentAt = deps.clock.now()
      const { id: threadId, seq } = await takeNumber(tx, caller.id, otherId, sentAt)
      await tx.insert(messages).values({ threadId, seq, senderId: caller.id, clientId, text, sentAt })
      const message = { seq, senderId: caller.id, text, clientId, sentAt: sentAt.toISOString() }
      await tell(
        { [caller.id]: { with: other, message }, [otherId]: { with: toPersonName(caller), message } },
        'message',
      )
      return message
    })
  } catch (error) {
    // Whatever stands in its way now, it may have been sent before: a moment ago by another try, or when they still were friends.
    const first = isOutage(error) ? null : await findSent(deps.db, caller.id, { otherId, clientId, text })
    if (first) return first
    throw error
  }
}

async function findSent(
  db: Db,
  senderId: string,
  { otherId, clientId, text }: { otherId: string; clientId: string; text: string },
): Promise<StoredMessage | null> {
  const [row] = await db
    .select({ message: messages, lowId: threads.lowId, highId: threads.highId })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .where(and(eq(messages.senderId, senderId), eq(messages.clientId, clientId)))
  if (!row) return null
  const toOther = row.lowId === otherId || row.highId === otherId
  if (!toOther || row.message.text !== text) throw new DomainError('IDEMPOTENCY_KEY_REUSED')
  return toMessage(row.message)
}

/** The friend, who can't be removed or blocked until the transaction ends. */
async function holdFriend(tx: Db, userId: string, otherId: string): Promise<PersonName> {
  const [friend] = await tx
    .select({ id: users.id, name: users.name })
    .from(friendships)
    .innerJoin(users, eq(users.id, otherId))
    .where(and(isPair(userId, otherId), isNotNull(friendships.acceptedAt)))
    .for('share', { of: friendships })
  if (friend) return toPersonName(friend)
  await findPerson(tx, userId, otherId)
  throw new DomainError('NOT_FRIENDS')
}

/**
 * The next number of the pair's thread, which is locked from now on. Who had read all before has read this too; what came in unseen, say
 * while the message waited for a connection, stays unread.
 */
async function takeNumber(
  tx: Db,
  senderId: string,
  otherId: string,
  sentAt: Date,
): Promise<{ id: string; seq: number }> {
  const pair = pairOf(senderId, otherId)
  const mine = pair.lowId === senderId ? 'low' : 'high'
  const next = sql`${threads.lastSeq} + 1`
  const readAll = (seq: typeof threads.lowReadSeq | typeof threads.highReadSeq) =>
    sql`case when ${seq} = ${threads.lastSeq} then ${next} else ${seq} end`
  const read =
    mine === 'low'
      ? { lowReadSeq: readAll(threads.lowReadSeq), lowDeliveredSeq: next }
      : { highReadSeq: readAll(threads.highReadSeq), highDeliveredSeq: next }
  const first = mine === 'low' ? { lowReadSeq: 1, lowDeliveredSeq: 1 } : { highReadSeq: 1, highDeliveredSeq: 1 }
  const [thread] = await tx
    .insert(threads)
    .values({ ...pair, ...first, lastSeq: 1, lastAt: sentAt })
    .onConflictDoUpdate({ target: [threads.lowId, threads.highId], set: { ...read, lastSeq: next, lastAt: sentAt } })
    .returning({ id: threads.id, seq: threads.lastSeq })
  if (!thread) throw new DomainError('INTERNAL')
  return thread
}
