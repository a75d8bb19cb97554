import { type Db, discounts, gameStats, games, type LocalText, prepared, uuidArray } from '@kettle/db'
import { and, desc, eq, gt, lte, type Placeholder, sql } from 'drizzle-orm'
import type { Locale } from '../auth/schema.ts'
import { discounted, type Money } from '../money.ts'
import { type SaleStatus, saleStatusAt } from './sale-status.ts'
import { tagName } from './tag-names.ts'

/** A game as it stands on a list. */
export interface GameCard {
  id: string
  slug: string
  title: string
  shortDescription: string
  /** Path of the picture on this server, or null. */
  cover: string | null
  /** If it can be bought now, or why not. */
  saleStatus: SaleStatus
  /** What one pays now. */
  price: Money
  basePrice: Money
  discountPercent: number | null
  /** ISO, when the discount ends. */
  discountUntil: string | null
  /** Names of tags and genres in the caller's language; `search.games` takes them as they are. */
  tags: string[]
  /** YYYY-MM-DD, or null where nobody knows it. */
  releaseDate: string | null
  /** Thumbs up in percent, null before the first review. */
  rating: number | null
}

const cardColumns = {
  id: games.id,
  slug: games.slug,
  title: games.title,
  shortDescription: games.shortDescription,
  cover: games.cover,
  basePrice: games.basePrice,
  tags: games.tags,
  genres: games.genres,
  releaseDate: games.releaseDate,
  rating: gameStats.rating,
}

/** The deepest discount of each game at a moment, to be joined laterally. */
export function offerAt(db: Db, now: Date | Placeholder) {
  return db
    .select({ percent: discounts.percent, endsAt: discounts.endsAt })
    .from(discounts)
    .where(and(eq(discounts.gameId, games.id), lte(discounts.startsAt, now), gt(discounts.endsAt, now)))
    .orderBy(desc(discounts.percent), desc(discounts.endsAt))
    .limit(1)
    .as('offer')
}

/** Rows for `toCard`: games with the discount of the moment beside each, ready for `where` and `orderBy`. */
export function selectCards(db: Db, now: Date | Placeholder) {
  const offer = offerAt(db, now)
  return db
    .select({
      ...cardColumns,
      saleStatus: saleStatusAt(now),
      discountPercent: offer.percent,
      discountUntil: offer.endsAt,
    })
    .from(games)
    .leftJoin(gameStats, eq(gameStats.gameId, games.id))
    .leftJoinLateral(offer, sql`true`)
    .$dynamic()
}

const cardsById = prepared((db) =>
  selectCards(db, sql.placeholder('now'))
    .where(sql`${games.id} = any(${sql.placeholder('ids')}::uuid[])`)
    .prepare('cards_by_id'),
)

/** Cards of these games, in this order. */
export async function cardsOf(db: Db, now: Date, ids: string[], locale: Locale, currency: string): Promise<GameCard[]> {
  if (ids.length === 0) return []
  const rows = await cardsById(db).execute({ now: now.toISOString(), ids: uuidArray(ids) })
  const byId = new Map(rows.map((row) => [row.id, toCard(row, locale, currency)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

export type CardRow = Awaited<ReturnType<typeof selectCards>>[number]

/** One row as the caller sees it: texts in the caller's language, what is paid now. */
export function toCard(row: CardRow, locale: Locale, currency: string): GameCard {
  return {
    id: row.id,
    slug: row.slug,
    title: inLocale(row.title, locale),
    shortDescription: inLocale(row.shortDescription, locale),
    cover: picturePath(row.cover),
    saleStatus: row.saleStatus,
    price: { amount: discounted(row.basePrice, row.discountPercent), currency },
    basePrice: { amount: row.basePrice, currency },
    discountPercent: row.discountPercent,
    discountUntil: row.discountUntil?.toISOString() ?? null,
    // A word that is a tag and a genre is said once.
    tags: [...new Set([...row.tags, ...row.genres].map((tag) => tagName(tag, locale)))],
    releaseDate: row.releaseDate,
    rating: row.rating,
  }
}

/** A text in the caller's language, else in the one that there is. */
export function inLocale(text: LocalText, locale: Locale): string {
  return text[locale] || text.en || text.ru
}

/** Where the server shows a picture of its picture folder. */
export function picturePath(file: string | null): string | null {
  return file && `/pictures/${file}`
}
