import { type Db, gameStats, games } from '@kettle/db'
import { and, desc, gt, isNotNull, lte, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { type GameCard, offerAt, popularity, selectCards, toCard } from '../library/game-cards.ts'

/** How many games a row of the store page holds. */
const ROW = 12

export interface Storefront {
  new: GameCard[]
  popular: GameCard[]
  /** Each with the reason it is shown for. */
  recommended: (GameCard & { reason: string })[]
  discounted: GameCard[]
  /** What friends bought lately, who don't hide it. */
  friendsRecent: (GameCard & { friends: { id: string; name: string }[] })[]
}

/** The rows of the store page. Recommendations and friends' purchases have nothing to show yet. */
export async function storefront(ctx: Pick<Context, 'deps' | 'locale'>): Promise<Storefront> {
  const { db, clock, settings } = ctx.deps
  const now = clock.now()
  const cards = (rows: Parameters<typeof toCard>[0][]) => rows.map((row) => toCard(row, ctx.locale, settings.currency))
  const [newest, popular, discounted] = await Promise.all([
    newestGames(db, now),
    popularGames(db, now),
    discountedGames(db, now),
  ])
  return {
    new: cards(newest),
    popular: cards(popular),
    recommended: [],
    discounted: cards(discounted),
    friendsRecent: [],
  }
}

const published = isNotNull(games.publishedAt)

function newestGames(db: Db, now: Date) {
  return selectCards(db, now)
    .where(and(published, lte(games.releaseDate, now.toISOString().slice(0, 10))))
    .orderBy(desc(games.releaseDate), desc(games.id))
    .limit(ROW)
}

function popularGames(db: Db, now: Date) {
  return selectCards(db, now)
    .where(and(published, gt(gameStats.purchases, 0)))
    .orderBy(desc(popularity), desc(games.id))
    .limit(ROW)
}

function discountedGames(db: Db, now: Date) {
  const { offer } = offerAt(db, now)
  return selectCards(db, now)
    .where(and(published, isNotNull(offer.percent)))
    .orderBy(desc(sql`coalesce(${offer.percent}, 0)`), desc(games.id))
    .limit(ROW)
}
