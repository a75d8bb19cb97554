import { channels } from '@kettle/db'
import type { z } from 'zod'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError, violates } from '../errors.ts'
import { requireOwnBuild } from './own.ts'
import type { promoteInput } from './schema.ts'

/** Gives a build to the players of a channel. An older one again is a roll-back. */
export async function promote(
  deps: Pick<Deps, 'db' | 'clock'>,
  user: SignedInUser,
  { buildId, channel }: z.infer<typeof promoteInput>,
): Promise<void> {
  const { gameId, platform } = await requireOwnBuild(deps.db, user, buildId)
  const promotedAt = deps.clock.now()
  const set = deps.db.transaction((tx) =>
    tx
      .insert(channels)
      .values({ gameId, platform, channel, buildId, promotedAt })
      .onConflictDoUpdate({
        target: [channels.gameId, channels.platform, channels.channel],
        set: { buildId, promotedAt },
      }),
  )
  await set.catch((error: unknown) => {
    // Removed in the meantime.
    if (violates(error, 'channels_build_id_builds_id_fk')) throw new DomainError('NOT_FOUND')
    throw error
  })
}
