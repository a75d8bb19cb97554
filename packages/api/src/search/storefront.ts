import { type Db, gameStats, games } from '@kettle/db'
import { and, desc, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { type CardRow, type GameCard, offerAt, selectCards, toCard } from '../library/game-cards.ts'
import { dayOf } from '../library/sale-status.ts'
import { type FriendsPurchase, friendsPurchases } from '../socials/friends-purchases.ts'
import { type Recommended, recommended } from './recommended.ts'
import { catalogueRevision, nextDiscountChange } from './revision.ts'

/** How many games a row of the store page holds. */
const ROW = 12
/** Popularity moves with every purchase; that old it may be shown. */
const KEPT_MS = 60_000

export interface Storefront {
  new: GameCard[]
  popular: GameCard[]
  /** For who is logged in, each with the reason it is shown for. */
  recommended: Recommended[]
  discounted: GameCard[]
  /** What is announced and not out yet, soonest first. It stands in no other row that all share. */
  comingSoon: GameCard[]
  /** What friends bought lately, who don't hide it. */
  friendsRecent: FriendsPurchase[]
}

interface Rows {
  new: CardRow[]
  popular: CardRow[]
  discounted: CardRow[]
  comingSoon: CardRow[]
  /** When the first discount begins or ends, in milliseconds. */
  nextChange: number
}

/** The rows of the store page. What is the same for all is kept until a price changes, but never long. */
export async function storefront(ctx: Pick<Context, 'deps' | 'locale' | 'session'>): Promise<Storefront> {
  const { clock, db, search, settings } = ctx.deps
  const now = clock.now()
  const revision = await catalogueRevision(ctx.deps)
  const [rows, forMe, friendsRecent] = await Promise.all([
    search.keep(
      `storefront ${revision}`,
      now,
      () => rowsAt(db, now),
      ({ nextChange }) => Math.min(nextChange, now.getTime() + KEPT_MS),
    ),
    ctx.session ? recommended(ctx, ctx.session.user.id) : [],
    ctx.session ? friendsPurchases(ctx, ctx.session.user.id) : [],
  ])
  const cards = (list: CardRow[]) => list.map((row) => toCard(row, ctx.locale, settings.currency))
  return {
    new: cards(rows.new),
    popular: cards(rows.popular),
    recommended: forMe,
    discounted: cards(rows.discounted),
    comingSoon: cards(rows.comingSoon),
    friendsRecent,
  }
}

const published = isNotNull(games.publishedAt)
const isOut = (now: Date) => sql`coalesce(${games.releaseDate} <= ${dayOf(now)}, true)`

async function rowsAt(db: Db, now: Date): Promise<Rows> {
  const [newest, popular, discounted, comingSoon, nextChange] = await Promise.all([
    newestGames(db, now),
    popularGames(db, now),
    discountedGames(db, now),
    comingGames(db, now),
    nextDiscountChange({ db }, now),
  ])
  return { new: newest, popular, discounted, comingSoon, nextChange }
}

function newestGames(db: Db, now: Date) {
  return selectCards(db, now)
    .where(and(published, sql`${games.releaseDate} <= ${dayOf(now)}`))
    .orderBy(sql`${games.releaseDate} desc nulls last, ${games.id} desc nulls last`)
    .limit(ROW)
}

/** The soonest first. */
function comingGames(db: Db, now: Date) {
  return selectCards(db, now)
    .where(and(published, sql`${games.releaseDate} > ${dayOf(now)}`))
    .orderBy(games.releaseDate, games.id)
    .limit(ROW)
}

function popularGames(db: Db, now: Date) {
  return selectCards(db, now)
    .where(and(published, gt(gameStats.trend, 0), isOut(now)))
    .orderBy(sql`${gameStats.trend} desc nulls last, ${gameStats.gameId} desc nulls last`)
    .limit(ROW)
}

/** The deepest first; of the same depth the better known. */
async function discountedGames(db: Db, now: Date): Promise<CardRow[]> {
  const moment = sql`${now.toISOString()}::timestamptz`
  const best = await db.execute<{ id: string }>(sql`
    select g.id from (
      select game_id, max(percent) as percent from discounts where starts_at <= ${moment} and ends_at > ${moment}
      group by game_id order by percent desc, game_id desc) offer
    join games g on g.id = offer.game_id and g.published_at is not null and coalesce(g.release_date <= ${dayOf(now)}, true)
    order by offer.percent desc, offer.game_id desc limit ${ROW * 5}`)
  if (best.length === 0) return []
  const offer = offerAt(db, now)
  const ids = best.map(({ id }) => id)
  return selectCards(db, now)
    .where(inArray(games.id, ids))
    .orderBy(desc(sql`coalesce(${offer.percent}, 0)`), desc(gameStats.prior), desc(games.id))
    .limit(ROW)
}
