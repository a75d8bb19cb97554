import { games } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError, violates } from '../errors.ts'
import { requireOwnGame } from './own.ts'
import type { saveGameInput } from './schema.ts'

/** Makes a game of the publisher's, or changes one. */
export async function saveGame(
  deps: Pick<Deps, 'db' | 'clock'>,
  user: SignedInUser,
  input: z.infer<typeof saveGameInput>,
): Promise<{ id: string; slug: string }> {
  const { id, published, ...fields } = input
  const known = id ? await requireOwnGame(deps.db, user, id) : null
  const publishedAt = published ? (known?.publishedAt ?? deps.clock.now()) : null
  try {
    const [saved] = await deps.db.transaction((tx) =>
      known
        ? tx
            .update(games)
            .set({ ...fields, publishedAt })
            .where(eq(games.id, known.id))
            .returning()
        : tx
            .insert(games)
            .values({ ...fields, publishedAt, ownerId: user.id })
            .returning(),
    )
    if (!saved) throw new DomainError('NOT_FOUND')
    return { id: saved.id, slug: saved.slug }
  } catch (error) {
    if (violates(error, 'games_slug_unique')) throw new DomainError('SLUG_TAKEN', { fields: { slug: 'SLUG_TAKEN' } })
    throw error
  }
}
