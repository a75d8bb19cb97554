import { builds } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { requireOwnBuild } from './own.ts'
import type { saveNotesInput } from './schema.ts'

/** Says anew what is new in a build of one's own; empty says nothing. Its files stay what they are. */
export async function saveNotes(
  { db }: Pick<Deps, 'db'>,
  user: SignedInUser,
  { buildId, notes }: z.infer<typeof saveNotesInput>,
): Promise<void> {
  await requireOwnBuild(db, user, buildId)
  const saved = await db.transaction((tx) => tx.update(builds).set({ notes }).where(eq(builds.id, buildId)).returning())
  // Removed in the meantime.
  if (saved.length === 0) throw new DomainError('NOT_FOUND')
}
