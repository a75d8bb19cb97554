import { games } from '@kettle/db'
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { picturePath } from '../library/game-cards.ts'
import { requireOwnGame } from './own.ts'
import type { pictureInput, removeScreenshotInput } from './schema.ts'

/** A game shows this many screenshots at most. */
export const MAX_SCREENSHOTS = 12

/** Refuses whoever may not give a picture to a game, before any of its bytes are read. @throws DomainError NOT_FOUND, RATE_LIMITED */
export async function allowPicture(
  deps: Pick<Deps, 'db' | 'limiter'>,
  user: SignedInUser,
  { gameId }: z.infer<typeof pictureInput>,
): Promise<void> {
  await requireOwnGame(deps.db, user, gameId)
  await deps.limiter.take('pictureUser', user.id)
}

/** A picture that no game shows is kept for a day: a page that is open may still show it. */
const UNUSED_MS = 24 * 3600_000

/** Forgets pictures that no game shows any more. Answers how many. */
export async function forgetUnusedPictures(deps: Pick<Deps, 'db' | 'clock' | 'pictures'>): Promise<number> {
  let forgotten = 0
  for await (const names of deps.pictures.list(new Date(deps.clock.now().getTime() - UNUSED_MS))) {
    if (names.length === 0) continue
    const listed = sql`array[${sql.join(
      names.map((name) => sql`${name}`),
      sql`, `,
    )}]::text[]`
    const rows = await deps.db
      .select({ cover: games.cover, header: games.header, screenshots: games.screenshots })
      .from(games)
      .where(
        sql`${games.cover} = any(${listed}) or ${games.header} = any(${listed}) or ${games.screenshots} && ${listed}`,
      )
    const used = new Set(rows.flatMap(({ cover, header, screenshots }) => [cover, header, ...screenshots]))
    for (const name of names) {
      if (used.has(name)) continue
      await deps.pictures.remove(name)
      forgotten++
    }
  }
  return forgotten
}

/** Gives a game of the publisher's own a cover or header, or one more screenshot. The picture's path is the answer. */
export async function addPicture(
  deps: Pick<Deps, 'db' | 'pictures'>,
  user: SignedInUser,
  { gameId, kind }: z.infer<typeof pictureInput>,
  bytes: Buffer,
): Promise<{ path: string }> {
  await requireOwnGame(deps.db, user, gameId)
  const name = await deps.pictures.save(bytes, kind)
  const path = picturePath(name) ?? ''
  await deps.db.transaction(async (tx) => {
    const where = eq(games.id, gameId)
    if (kind !== 'screenshot')
      return tx
        .update(games)
        .set({ [kind]: name })
        .where(where)
    // One statement, so that of several uploads at once none is lost and the limit holds; the same picture again is as once.
    const [added] = await tx
      .update(games)
      .set({
        screenshots: sql`case when ${name} = any(${games.screenshots}) then ${games.screenshots} else array_append(${games.screenshots}, ${name}) end`,
      })
      .where(
        and(
          where,
          sql`(cardinality(${games.screenshots}) < ${MAX_SCREENSHOTS} or ${name} = any(${games.screenshots}))`,
        ),
      )
      .returning({ id: games.id })
    if (!added)
      throw new DomainError('INVALID_PICTURE', { message: `A game shows at most ${MAX_SCREENSHOTS} screenshots` })
  })
  return { path }
}

/** Takes a screenshot off a game of the publisher's own. Its file goes a day later, when no game shows it. */
export async function removeScreenshot(
  deps: Pick<Deps, 'db'>,
  user: SignedInUser,
  { gameId, path }: z.infer<typeof removeScreenshotInput>,
): Promise<void> {
  const { screenshots } = await requireOwnGame(deps.db, user, gameId)
  const name = screenshots.find((screenshot) => picturePath(screenshot) === path)
  if (!name) throw new DomainError('NOT_FOUND')
  await deps.db.transaction((tx) =>
    tx
      .update(games)
      .set({ screenshots: sql`array_remove(${games.screenshots}, ${name})` })
      .where(eq(games.id, gameId)),
  )
}
