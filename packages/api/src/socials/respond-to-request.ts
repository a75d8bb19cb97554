import { type Db, friendships } from '@kettle/db'
import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { type Tell, telling } from './inbox.ts'
import { findPerson, isPair, lockPair, type PersonName, toPersonName } from './people.ts'
import type { respondToRequestInput } from './schema.ts'

/** Accepts or declines somebody's request; NOT_FOUND when there is none (any more). Who is declined is not told why. */
export async function respondToRequest(
  deps: Pick<Deps, 'db' | 'clock' | 'events'>,
  caller: SignedInUser,
  { userId: askerId, accept }: z.infer<typeof respondToRequestInput>,
): Promise<void> {
  await telling(deps, async (tx, tell) => {
    await lockPair(tx, caller.id, askerId)
    if (accept) {
      const asker = await findPerson(tx, caller.id, askerId)
      await acceptRequest(tx, tell, deps.clock.now(), { caller: toPersonName(caller), asker })
      return
    }
    const declined = await tx
      .delete(friendships)
      .where(and(isPair(caller.id, askerId), eq(friendships.requestedBy, askerId), isNull(friendships.acceptedAt)))
      .returning({ requestedBy: friendships.requestedBy })
    if (declined.length === 0) throw new DomainError('NOT_FOUND')
    await tell({ [caller.id]: { userId: askerId }, [askerId]: { userId: caller.id } }, 'gone')
  })
}

/** Makes friends of who asked and who was asked, and tells both. The pair must be locked. */
export async function acceptRequest(
  tx: Db,
  tell: Tell,
  now: Date,
  { caller, asker }: { caller: PersonName; asker: PersonName },
): Promise<void> {
  const accepted = await tx
    .update(friendships)
    .set({ acceptedAt: now })
    .where(and(isPair(caller.id, asker.id), eq(friendships.requestedBy, asker.id), isNull(friendships.acceptedAt)))
    .returning({ requestedBy: friendships.requestedBy })
  if (accepted.length === 0) throw new DomainError('NOT_FOUND')
  await tell({ [caller.id]: { user: asker, asked: false }, [asker.id]: { user: caller, asked: true } }, 'friend')
}
