import { games, uploads } from '@kettle/db'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Deps, SignedInUser } from '../context.ts'
import { type UploadState, uploadState } from './upload-state.ts'

/** An upload that is not yet a build. */
export interface OpenUpload extends UploadState {
  /** The game's address. */
  slug: string
  platform: string
  version: string
  /** ISO. */
  createdAt: string
}

/** The caller's uploads that are not yet builds, oldest first: a few at most. */
export async function openUploads(
  { db }: Pick<Deps, 'db'>,
  user: SignedInUser,
): Promise<{ items: OpenUpload[]; nextCursor: null }> {
  const rows = await db
    .select({ upload: uploads, slug: games.slug })
    .from(uploads)
    .innerJoin(games, eq(games.id, uploads.gameId))
    .where(and(eq(uploads.userId, user.id), inArray(uploads.status, ['open', 'ingesting'])))
    .orderBy(asc(uploads.createdAt), asc(uploads.id))
  const items: OpenUpload[] = []
  for (const { upload, slug } of rows) {
    const { platform, version, createdAt } = upload
    items.push({ ...(await uploadState(db, upload)), slug, platform, version, createdAt: createdAt.toISOString() })
  }
  return { items, nextCursor: null }
}
