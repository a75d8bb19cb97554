import { type Db, discounts, gameStats, games } from '@kettle/db'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Deps, SignedInUser } from '../context.ts'
import { picturePath } from '../library/game-cards.ts'
import { dayOf, hasStartingBuild } from '../library/sale-status.ts'
import { requireOwnGame } from './own.ts'

export interface DiscountView {
  id: string
  percent: number
  /** ISO. */
  startsAt: string
  endsAt: string
}

/** What must be done before a game is for sale. */
export type SaleRequirement = 'published' | 'released' | 'startingBuild'

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
    missingForSale: await missingForSale(deps, gameId),
    cover: picturePath(game.cover),
    header: picturePath(game.header),
    screenshots: game.screenshots.flatMap((name) => picturePath(name) ?? []),
    discounts: await livingDiscounts(deps.db, gameId, deps.clock.now()),
  }
}

async function missingForSale({ db, clock }: Pick<Deps, 'db' | 'clock'>, gameId: string): Promise<SaleRequirement[]> {
  const [row] = await db
    .select({
      published: sql<boolean>`${games.publishedAt} is not null`,
      released: sql<boolean>`coalesce(${games.releaseDate} <= ${dayOf(clock.now())}, true)`,
      startingBuild: hasStartingBuild,
    })
    .from(games)
    // With a table beside it drizzle names the table of each column, which the condition on builds needs.
    .innerJoin(gameStats, eq(gameStats.gameId, games.id))
    .where(eq(games.id, gameId))
  const requirements = ['published', 'released', 'startingBuild'] as const
  return requirements.filter((requirement) => row && !row[requirement])
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
