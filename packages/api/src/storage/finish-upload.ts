import { uploads } from '@kettle/db'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Deps, SignedInUser } from '../context.ts'
import { shareDepot } from './depot-lock.ts'
import { requireOwnUpload } from './own.ts'
import { type UploadState, uploadState } from './upload-state.ts'

/**
 * Ends an upload: nothing of it can be changed any more, and it waits to become a build, which reaches no player before it is
 * promoted. Answers how far it is, however often it is asked, with the build once there is one.
 */
export async function finishUpload(
  deps: Pick<Deps, 'db' | 'clock' | 'credentials' | 'ingest'>,
  user: SignedInUser,
  uploadId: string,
): Promise<UploadState> {
  const { gameId, status, userId, queuedAt } = await requireOwnUpload(deps.db, user, uploadId)
  // What an earlier version had begun without a queue is taken up, too.
  if (status === 'open' || (status === 'ingesting' && queuedAt === null)) {
    await deps.db.transaction(async (tx) => {
      // From now on the depot's garbage stays.
      await shareDepot(tx)
      await tx
        .update(uploads)
        .set({ status: 'ingesting', queuedAt: sql`coalesce(${uploads.queuedAt}, ${deps.clock.now().toISOString()})` })
        .where(and(eq(uploads.id, uploadId), inArray(uploads.status, ['open', 'ingesting'])))
    })
    // Sessions end a moment later, and what they had asked for goes on until then: by that time the folder has another name.
    await deps.credentials.revoke({ userId, gameId, uploadId })
    await deps.ingest.seal(uploadId)
    const [over] = await deps.db
      .select({ id: uploads.id })
      .from(uploads)
      .where(and(eq(uploads.id, uploadId), inArray(uploads.status, ['done', 'failed'])))
    // Somebody was quicker in making a build of it, or in giving it up.
    if (over) await deps.ingest.discard(uploadId)
  }
  return uploadState(deps.db, await requireOwnUpload(deps.db, user, uploadId))
}
