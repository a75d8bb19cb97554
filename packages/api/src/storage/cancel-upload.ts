import { uploads } from '@kettle/db'
import { and, eq, inArray } from 'drizzle-orm'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { requireOwnUpload } from './own.ts'
import { type UploadState, uploadState } from './upload-state.ts'

/** Gives an upload up, also while it is being made a build, and forgets its files. Repeating it changes nothing. */
export async function cancelUpload(
  deps: Pick<Deps, 'db' | 'credentials' | 'ingest'>,
  user: SignedInUser,
  uploadId: string,
): Promise<UploadState> {
  const { userId, gameId } = await requireOwnUpload(deps.db, user, uploadId)
  await deps.db.transaction((tx) =>
    tx
      .update(uploads)
      .set({
        status: 'failed',
        failure: 'UPLOAD_CANCELLED',
        failureMessage: 'This upload was cancelled',
        leaseUntil: null,
      })
      .where(and(eq(uploads.id, uploadId), inArray(uploads.status, ['open', 'ingesting']))),
  )
  const upload = await requireOwnUpload(deps.db, user, uploadId)
  if (upload.status === 'done') throw new DomainError('UPLOAD_CLOSED')
  await deps.credentials.revoke({ userId, gameId, uploadId })
  await deps.ingest.discard(uploadId)
  return uploadState(deps.db, upload)
}
