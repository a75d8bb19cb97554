import { friendships } from '@kettle/db'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { telling } from './inbox.ts'
import { isPair, lockPair } from './people.ts'

/** Ends a friendship, withdraws a request of one's own or declines theirs; NOT_FOUND when there is none of these. */
export async function removeFriend(
  deps: Pick<Deps, 'db' | 'clock' | 'events'>,
  userId: string,
  otherId: string,
): Promise<void> {
  await telling(deps, async (tx, tell) => {
    await lockPair(tx, userId, otherId)
    const ended = await tx.delete(friendships).where(isPair(userId, otherId)).returning({ lowId: friendships.lowId })
    if (ended.length === 0) throw new DomainError('NOT_FOUND')
    await tell({ [userId]: { userId: otherId }, [otherId]: { userId } }, 'gone')
  })
}
