import { builds, channels, uploads } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError, violates } from '../errors.ts'
import { requireOwnBuild } from './own.ts'

/** Forgets a build that no channel gives out. Its bytes go a day later, as far as no other build needs them. */
export async function removeBuild(deps: Pick<Deps, 'db'>, user: SignedInUser, buildId: string): Promise<void> {
  await requireOwnBuild(deps.db, user, buildId)
  try {
    await deps.db.transaction(async (tx) => {
      const [live] = await tx.select().from(channels).where(eq(channels.buildId, buildId)).limit(1)
      if (live) throw new DomainError('BUILD_IN_USE')
      await tx.update(uploads).set({ buildId: null }).where(eq(uploads.buildId, buildId))
      await tx.delete(builds).where(eq(builds.id, buildId))
    })
  } catch (error) {
    // Promoted in the meantime.
    if (violates(error, 'channels_build_id_builds_id_fk')) throw new DomainError('BUILD_IN_USE')
    throw error
  }
}
