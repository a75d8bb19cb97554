import { type Db, uploads, users } from '@kettle/db'
import { and, eq, inArray, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { findVersion } from './add-build.ts'
import { requireOwnGame, requireOwnUpload } from './own.ts'
import type { createUploadInput } from './schema.ts'
import { type SftpTicket, ticket } from './ticket.ts'

/** A publisher may have this many uploads at a time that are not yet builds. */
export const MAX_UPLOADS = 8

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
  const [upload] = await deps.db.transaction(async (tx) => {
    // One after the other, so that many at once are no more than are allowed.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, user.id)).for('update')
    if ((await uploadsOf(tx, user.id)).length >= MAX_UPLOADS) throw new DomainError('TOO_MANY_UPLOADS')
    return tx
      .insert(uploads)
      .values({ ...input, userId: user.id, createdAt: deps.clock.now() })
      .returning({ id: uploads.id })
  })
  if (!upload) throw new DomainError('INTERNAL')
  const credential = await issueFor(deps, { userId: user.id, gameId, uploadId: upload.id })
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
  const credential = await issueFor(deps, { userId: user.id, gameId, uploadId })
  // It may have been finished in between, and its credentials revoked before this one was made.
  if ((await requireOwnUpload(deps.db, user, uploadId)).status !== 'open') {
    await deps.credentials.revoke({ userId: user.id, gameId, uploadId })
    throw new DomainError('UPLOAD_CLOSED')
  }
  return { uploadId, ...ticket(deps, credential) }
}

/** The credential also names the publisher's other uploads, since all of them together are bounded. */
async function issueFor(
  { db, credentials }: Pick<Deps, 'db' | 'credentials'>,
  { userId, gameId, uploadId }: { userId: string; gameId: string; uploadId: string },
) {
  const others = await uploadsOf(db, userId, uploadId)
  return credentials.issue({ mode: 'write', userId, gameId, uploadId, others: others.map(({ id }) => id) })
}

function uploadsOf(db: Db, userId: string, except?: string): Promise<{ id: string }[]> {
  const isOpen = inArray(uploads.status, ['open', 'ingesting'])
  return db
    .select({ id: uploads.id })
    .from(uploads)
    .where(and(eq(uploads.userId, userId), isOpen, except ? ne(uploads.id, except) : undefined))
    .orderBy(uploads.id)
}
