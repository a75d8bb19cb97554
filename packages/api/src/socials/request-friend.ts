import { type Db, friendships, profiles } from '@kettle/db'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { telling } from './inbox.ts'
import { findPerson, lockPair, type PersonName, pairOf, type Relation, relationOf, toPersonName } from './people.ts'
import { acceptRequest } from './respond-to-request.ts'
import { readFriendCode, type requestFriendInput } from './schema.ts'

/** Friends of one person, and requests of theirs that wait. */
export const FRIENDS_MAX = 500
const WAITING_MAX = 100

/**
 * Asks somebody, by id or friend code, to be friends. Who has been asked by them already accepts by this. Asking twice is once.
 * NOT_FOUND for who isn't there, has left, or doesn't want to be seen by the caller.
 */
export async function requestFriend(
  deps: Pick<Deps, 'db' | 'clock' | 'events' | 'limiter'>,
  caller: SignedInUser,
  input: z.infer<typeof requestFriendInput>,
): Promise<{ user: PersonName; relation: Relation }> {
  const otherId = input.userId ?? (await findByCode(deps.db, input.code ?? ''))
  if (otherId === caller.id)
    throw new DomainError('INVALID_INPUT', { message: 'This is you', fields: { userId: 'SELF' } })
  const other = await findPerson(deps.db, caller.id, otherId)
  const before = await relationOf(deps.db, caller.id, otherId)
  if (before === 'friends' || before === 'outgoing') return { user: other, relation: before }
  if (before === 'none') {
    await deps.limiter.take('friendRequestPair', `${caller.id} ${otherId}`)
    await deps.limiter.take('friendRequestUser', caller.id)
  }
  const relation = await telling(deps, async (tx, tell) => {
    await lockPair(tx, caller.id, otherId)
    await findPerson(tx, caller.id, otherId)
    const now = await relationOf(tx, caller.id, otherId)
    if (now === 'incoming') {
      await acceptRequest(tx, tell, deps.clock.now(), { caller: toPersonName(caller), asker: other })
      return 'friends' as const
    }
    if (now !== 'none') return now
    await refuseTooMany(tx, caller.id)
    await tx
      .insert(friendships)
      .values({ ...pairOf(caller.id, otherId), requestedBy: caller.id, requestedAt: deps.clock.now() })
    await tell({ [otherId]: { user: toPersonName(caller) } }, 'request')
    return 'outgoing' as const
  })
  return { user: other, relation }
}

/** The owner of a friend code, as `socials.friendByCode` shows them before they are asked. */
export async function findByCode(db: Db, text: string): Promise<string> {
  const code = readFriendCode(text)
  if (!code)
    throw new DomainError('INVALID_INPUT', { message: 'This is no friend code', fields: { code: 'CODE_INVALID' } })
  const [profile] = await db.select({ userId: profiles.userId }).from(profiles).where(eq(profiles.friendCode, code))
  if (!profile) throw new DomainError('NOT_FOUND')
  return profile.userId
}

async function refuseTooMany(tx: Db, userId: string): Promise<void> {
  const [count] = await tx
    .select({
      friends: sql<number>`count(*) filter (where ${friendships.acceptedAt} is not null)::int`,
      waiting: sql<number>`count(*) filter (where ${and(isNull(friendships.acceptedAt), eq(friendships.requestedBy, userId))})::int`,
    })
    .from(friendships)
    .where(or(eq(friendships.lowId, userId), eq(friendships.highId, userId)))
  if ((count?.friends ?? 0) >= FRIENDS_MAX || (count?.waiting ?? 0) >= WAITING_MAX)
    throw new DomainError('TOO_MANY_FRIENDS')
}
