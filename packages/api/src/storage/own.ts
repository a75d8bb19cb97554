import { builds, type Db, games, uploads } from '@kettle/db'
import { and, eq } from 'drizzle-orm'
import type { SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'

/** The publisher's own game, or NOT_FOUND; an admin's are all. With `lock` nobody else changes it until the transaction ends. */
export async function requireOwnGame(db: Db, user: SignedInUser, gameId: string, lock?: 'lock') {
  const query = db
    .select()
    .from(games)
    .where(and(eq(games.id, gameId), user.role === 'admin' ? undefined : eq(games.ownerId, user.id)))
  const [game] = await (lock ? query.for('update') : query)
  if (!game) throw new DomainError('NOT_FOUND')
  return game
}

/** A build of a game of the publisher's own, or NOT_FOUND. */
export async function requireOwnBuild(db: Db, user: SignedInUser, buildId: string) {
  const [build] = await db.select().from(builds).where(eq(builds.id, buildId))
  if (!build) throw new DomainError('NOT_FOUND')
  await requireOwnGame(db, user, build.gameId)
  return build
}

/** An upload that the caller began, or NOT_FOUND. */
export async function requireOwnUpload(db: Db, user: SignedInUser, uploadId: string) {
  const [upload] = await db
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, uploadId), eq(uploads.userId, user.id)))
  if (!upload) throw new DomainError('NOT_FOUND')
  return upload
}
