import { uploads } from '@kettle/db'
import type { z } from 'zod'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { findVersion } from './add-build.ts'
import { requireOwnGame, requireOwnUpload } from './own.ts'
import type { createUploadInput } from './schema.ts'
import { type SftpTicket, ticket } from './ticket.ts'

/** Opens an empty folder that the credential may write. Once `finishUpload` is called nothing more can be written. */
export async function createUpload(
  deps: Pick<Deps, 'db' | 'clock' | 'credentials' | 'settings'>,
  user: SignedInUser,
  input: z.infer<typeof createUploadInput>,
): Promise<SftpTicket & { uploadId: string }> {
  const { gameId } = input
  await requireOwnGame(deps.db, user, gameId)
  if (await findVersion(deps.db, input))
    throw new DomainError('VERSION_TAKEN', { fields: { version: 'VERSION_TAKEN' } })
  const [upload] = await deps.db.transaction((tx) =>
    tx
      .insert(uploads)
      .values({ ...input, userId: user.id, createdAt: deps.clock.now() })
      .returning({ id: uploads.id }),
  )
  if (!upload) throw new DomainError('INTERNAL')
  const credential = await deps.credentials.issue({ mode: 'write', userId: user.id, gameId, uploadId: upload.id })
  return { uploadId: upload.id, ...ticket(deps, credential) }
}

/** Another credential for an upload that was broken off: what was sent is still there. */
export async function resumeUpload(
  deps: Pick<Deps, 'db' | 'credentials' | 'settings'>,
  user: SignedInUser,
  uploadId: string,
): Promise<SftpTicket & { uploadId: string }> {
  const { gameId, status } = await requireOwnUpload(deps.db, user, uploadId)
  if (status !== 'open') throw new DomainError('UPLOAD_CLOSED')
  await requireOwnGame(deps.db, user, gameId)
  const credential = await deps.credentials.issue({ mode: 'write', userId: user.id, gameId, uploadId })
  // It may have been finished in between, and its credentials revoked before this one was made.
  if ((await requireOwnUpload(deps.db, user, uploadId)).status !== 'open') {
    await deps.credentials.revoke({ userId: user.id, gameId, uploadId })
    throw new DomainError('UPLOAD_CLOSED')
  }
  return { uploadId, ...ticket(deps, credential) }
}
