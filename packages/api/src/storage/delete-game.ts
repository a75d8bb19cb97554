import { builds, channels, type Db, games, licences, orders, playSessions, reviews, uploads } from '@kettle/db'
import { and, eq, isNull } from 'drizzle-orm'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { addJob } from '../job-queue.ts'
import { requireOwnGame } from './own.ts'

/**
 * Deletes a game of the publisher's own that nobody owns, with its page, builds and uploads. One that was bought and given back leaves
 * a page without an owner that only the history of its buyers names.
 * @throws DomainError NOT_FOUND, GAME_OWNED while somebody owns it or a payment for it is open
 */
export async function deleteGame(
  deps: Pick<Deps, 'db' | 'clock' | 'ingest'>,
  user: SignedInUser,
  gameId: string,
): Promise<void> {
  const sent = await deps.db.transaction(async (tx) => {
    await requireOwnGame(tx, user, gameId, 'lock')
    const [owned] = await tx
      .select({ id: licences.id })
      .from(licences)
      .where(and(eq(licences.gameId, gameId), isNull(licences.revokedAt)))
      .limit(1)
    const [paying] = await tx
      .select({ id: orders.id })
      .from(orders)
      .where(and(eq(orders.gameId, gameId), eq(orders.status, 'pending')))
      .limit(1)
    if (owned || paying) throw new DomainError('GAME_OWNED')
    await tx.delete(channels).where(eq(channels.gameId, gameId))
    const given = await tx.delete(uploads).where(eq(uploads.gameId, gameId)).returning()
    await tx.delete(builds).where(eq(builds.gameId, gameId))
    for (const { id: uploadId, userId, status } of given)
      if (status === 'open') await addJob(tx, 'revoke-access', { userId, gameId, uploadId }, deps.clock.now())
    if (await isRemembered(tx, gameId))
      await tx.update(games).set({ ownerId: null, publishedAt: null }).where(eq(games.id, gameId))
    else await tx.delete(games).where(eq(games.id, gameId))
    return given
  })
  for (const { id, status } of sent) if (status !== 'done') await deps.ingest.discard(id)
}

/** If anybody's history, which is kept, names the game. */
async function isRemembered(tx: Db, gameId: string): Promise<boolean> {
  for (const table of [orders, licences, playSessions, reviews]) {
    const [row] = await tx.select({ id: table.id }).from(table).where(eq(table.gameId, gameId)).limit(1)
    if (row) return true
  }
  return false
}
