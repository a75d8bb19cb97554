import { type Db, discounts, games } from '@kettle/db'
import { and, asc, eq, gt } from 'drizzle-orm'
import type { Deps, SignedInUser } from '../context.ts'
import { picturePath } from '../library/game-cards.ts'
import { requireOwnGame } from './own.ts'

export interface DiscountView {
  id: string
  percent: number
  /** ISO. */
  startsAt: string
  endsAt: string
}

/** A game as its publisher edits it: texts in both languages, and the discounts that run or are to come. */
export async function ownGame(deps: Pick<Deps, 'db' | 'clock'>, user: SignedInUser, gameId: string) {
  const {
    ownerId: _owner,
    catalogRef: _ref,
    columnRevisions: _columns,
    publishedAt,
    ...game
  } = await requireOwnGame(deps.db, user, gameId)
  return {
    ...game,
    published: publishedAt !== null,
    cover: picturePath(game.cover),
    header: picturePath(game.header),
    screenshots: game.screenshots.flatMap((name) => picturePath(name) ?? []),
    discounts: await livingDiscounts(deps.db, gameId, deps.clock.now()),
  }
}

async function livingDiscounts(db: Db, gameId: string, now: Date): Promise<DiscountView[]> {
  const rows = await db
    .select()
    .from(discounts)
    .where(and(eq(discounts.gameId, gameId), gt(discounts.endsAt, now)))
    .orderBy(asc(discounts.startsAt))
  return rows.map(({ id, percent, startsAt, endsAt }) => ({
    ...{ id, percent },
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }))
}

/** The games that a publisher may push to and edit, by address. */
export async function ownGames(db: Db, user: SignedInUser) {
  const rows = await db
    .select({
      ...{ id: games.id, slug: games.slug, title: games.title, platforms: games.platforms },
      ...{ cover: games.cover, publishedAt: games.publishedAt },
    })
    .from(games)
    .where(user.role === 'admin' ? undefined : eq(games.ownerId, user.id))
    .orderBy(asc(games.slug))
    .limit(1000)
  return rows.map(({ publishedAt, cover, ...row }) => ({
    ...row,
    cover: picturePath(cover),
    published: publishedAt !== null,
  }))
}
