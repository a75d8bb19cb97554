import { isDeepStrictEqual } from 'node:util'
import { type Db, discounts, games } from '@kettle/db'
import { and, eq, gt } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError, violates } from '../errors.ts'
import { picturePath } from '../library/game-cards.ts'
import { requireOwnGame } from './own.ts'
import type { changeGameInput, createGameInput, saveGameInput } from './schema.ts'

export interface SavedGame {
  id: string
  slug: string
  /** What the next change is made on. */
  revision: number
}

/**
 * Makes a game of the publisher's, or changes what is named of one.
 * @throws DomainError NOT_FOUND, SLUG_TAKEN, GAME_CHANGED with the fields that somebody else changed since the given revision
 */
export async function saveGame(
  deps: Pick<Deps, 'db' | 'clock'>,
  user: SignedInUser,
  input: z.infer<typeof saveGameInput>,
): Promise<SavedGame> {
  try {
    return await deps.db.transaction((tx) =>
      'revision' in input
        ? changeGame(tx, user, input, deps.clock.now())
        : createGame(tx, user, input, deps.clock.now()),
    )
  } catch (error) {
    if (violates(error, 'games_slug_unique')) throw new DomainError('SLUG_TAKEN', { fields: { slug: 'SLUG_TAKEN' } })
    throw error
  }
}

const saved = { id: games.id, slug: games.slug, revision: games.revision }

async function createGame(
  tx: Db,
  user: SignedInUser,
  { published, ...fields }: z.infer<typeof createGameInput>,
  now: Date,
): Promise<SavedGame> {
  const [game] = await tx
    .insert(games)
    .values({ ...fields, publishedAt: published ? now : null, ownerId: user.id })
    .returning(saved)
  if (!game) throw new DomainError('NOT_FOUND')
  return game
}

async function changeGame(
  tx: Db,
  user: SignedInUser,
  { id, revision, ...wanted }: z.infer<typeof changeGameInput>,
  now: Date,
): Promise<SavedGame> {
  const game = await requireOwnGame(tx, user, id, 'lock')
  const { publishedAt, ...fields } = game
  const paths = game.screenshots.flatMap((name) => picturePath(name) ?? [])
  const current: Record<string, unknown> = { ...fields, published: publishedAt !== null, screenshots: paths }
  // What stands there already as it is wanted is no change and no conflict, whoever brought it.
  const changed = Object.entries(wanted).filter(
    ([field, value]) => value !== undefined && !isDeepStrictEqual(value, current[field]),
  )
  const conflicts = changed.filter(([field]) => (game.columnRevisions[columnOf(field)] ?? 0) > revision)
  if (conflicts.length > 0)
    throw new DomainError('GAME_CHANGED', {
      fields: Object.fromEntries(conflicts.map(([field]) => [field, 'CHANGED_MEANWHILE'])),
    })
  if (changed.length === 0) return { id, slug: game.slug, revision: game.revision }
  if (wanted.basePrice === 0 && game.basePrice > 0) await refuseDiscounts(tx, id, now)
  const { published, screenshots, ...columns } = Object.fromEntries(changed) as typeof wanted
  const [row] = await tx
    .update(games)
    .set({
      ...columns,
      ...(published !== undefined && { publishedAt: published ? now : null }),
      ...(screenshots && { screenshots: inOrder(game.screenshots, paths, screenshots) }),
    })
    .where(eq(games.id, id))
    .returning(saved)
  if (!row) throw new DomainError('NOT_FOUND')
  return row
}

/** A free game has nothing to take off. The game's row is locked, so no discount comes in between. @throws DomainError INVALID_INPUT */
async function refuseDiscounts(tx: Db, gameId: string, now: Date): Promise<void> {
  const [discount] = await tx
    .select({ id: discounts.id })
    .from(discounts)
    .where(and(eq(discounts.gameId, gameId), gt(discounts.endsAt, now)))
    .limit(1)
  if (discount) throw new DomainError('INVALID_INPUT', { fields: { basePrice: 'FREE_WITH_DISCOUNTS' } })
}

/** The column that a field of the input is kept in. */
const columnOf = (field: string) =>
  field === 'published' ? 'published_at' : field.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)

/** The names of a game's screenshots in the order of their paths. @throws DomainError unless it is all of them, each once */
function inOrder(names: string[], paths: string[], order: string[]): string[] {
  if (!isDeepStrictEqual(order.toSorted(), paths.toSorted()))
    throw new DomainError('GAME_CHANGED', { fields: { screenshots: 'CHANGED_MEANWHILE' } })
  return order.map((path) => names[paths.indexOf(path)] ?? '')
}
