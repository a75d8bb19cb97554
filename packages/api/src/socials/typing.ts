import { friendships } from '@kettle/db'
import { and, isNotNull } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { inboxTopic } from '../ports/event-bus.ts'
import { isPair } from './people.ts'

/** Tells a friend's open pages that the caller is writing to them, as of now; to anybody else it says nothing. */
export async function typing(
  { db, events, limiter }: Pick<Deps, 'db' | 'events' | 'limiter'>,
  userId: string,
  otherId: string,
): Promise<void> {
  await limiter.take('typingUser', userId)
  const [friends] = await db
    .select({ lowId: friendships.lowId })
    .from(friendships)
    .where(and(isPair(userId, otherId), isNotNull(friendships.acceptedAt)))
  if (friends) events.publish(inboxTopic(otherId), { live: { kind: 'typing', userId } })
}
