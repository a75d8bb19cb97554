import { type Db, gameStats, games } from '@kettle/db'
import { and, desc, eq, isNotNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { cardsOf, type GameCard, offerAt, popularity } from '../library/game-cards.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { gamesInput } from './schema.ts'
import { textQuery } from './text-query.ts'

export interface FacetCount {
  value: string
  count: number
}

export interface FoundGames {
  items: GameCard[]
  total: number
  /** Most frequent first. */
  facets: { tags: FacetCount[]; platforms: FacetCount[] }
  nextCursor: string | null
}

type Input = z.infer<typeof gamesInput>

/** Games by description and filters. Pages by keyset: the cursor holds the last row's sort key and id. */
export async function findGames(ctx: Pick<Context, 'deps' | 'locale'>, input: Input): Promise<FoundGames> {
  const { db, clock, settings } = ctx.deps
  const now = clock.now()
  const after = readCursor(input.cursor)
  const strict = matchedGames(db, now, input, 'every')
  const found = await countAll(db, strict)
  // People describe a game in words of their own: where none has them all, those that have some. An exclusion ("-horror") stays one.
  const loosen = found === 0 && input.query !== undefined && !/(^|\s)-/u.test(input.query)
  const matched = loosen ? matchedGames(db, now, input, 'some') : strict
  const page = await db
    .with(matched)
    // Under another name: an output column called `key` would be what it is sorted by, as text.
    .select({ id: matched.id, key: sql<string>`${matched.key}::text`.as('printed') })
    .from(matched)
    .where(after && sql`(${matched.key}, ${matched.id}) < (${after.key}::float8, ${after.id}::uuid)`)
    .orderBy(desc(matched.key), desc(matched.id))
    .limit(input.limit + 1)
  const shown = page.slice(0, input.limit)
  const last = shown.at(-1)
  const [total, tags, platforms, items] = await Promise.all([
    loosen ? countAll(db, matched) : found,
    countValues(db, matched, matched.tags),
    countValues(db, matched, matched.platforms),
    cardsOf(
      db,
      now,
      shown.map((row) => row.id),
      ctx.locale,
      settings.currency,
    ),
  ])
  return {
    items,
    total,
    facets: { tags, platforms },
    nextCursor: page.length > input.limit && last ? writeCursor(last) : null,
  }
}

/** The games that answer a search, each with the number it is sorted by, highest first. */
function matchedGames(db: Db, now: Date, input: Input, words: 'every' | 'some') {
  const { offer, price } = offerAt(db, now)
  const text = textQuery(input.query, words)
  const sort = input.sort ?? (text ? 'relevance' : 'popular')
  const keys: Record<typeof sort, SQL> = {
    relevance: text?.rank ?? popularity,
    new: sql`extract(epoch from ${games.releaseDate})`,
    popular: popularity,
    price: sql`-${price}`,
    '-price': price,
    rating: sql`coalesce(${gameStats.rating}, -1)`,
    discount: sql`coalesce(${offer.percent}, 0)`,
  }
  const onPlatform = input.platform && or(hasPlatform(input.platform), hasPlatform('any'))
  return db.$with('matched').as(
    db
      .select({
        id: games.id,
        tags: games.tags,
        platforms: games.platforms,
        key: sql<number>`(${keys[sort]})::float8`.as('key'),
      })
      .from(games)
      .leftJoin(gameStats, eq(gameStats.gameId, games.id))
      .leftJoinLateral(offer, sql`true`)
      .where(
        and(
          isNotNull(games.publishedAt),
          input.query?.trim() ? (text?.matches ?? sql`false`) : undefined,
          ...(input.tags ?? []).map((tag) => sql`${tag} = any(${games.tags})`),
          onPlatform,
          input.maxPrice === undefined ? undefined : lte(price, input.maxPrice),
          input.onSale ? isNotNull(offer.percent) : undefined,
        ),
      ),
  )
}

const hasPlatform = (platform: string) => sql`${platform} = any(${games.platforms})`

type Matched = ReturnType<typeof matchedGames>

async function countAll(db: Db, matched: Matched): Promise<number> {
  const [row] = await db.with(matched).select({ total: sql<number>`count(*)::int` }).from(matched)
  return row?.total ?? 0
}

/** How often each value stands in an array column, the 30 most frequent ones. */
function countValues(db: Db, matched: Matched, column: Matched['tags'] | Matched['platforms']): Promise<FacetCount[]> {
  const value = sql<string>`unnest(${column})`.as('value')
  const values = db.select({ value }).from(matched).as('every')
  return db
    .with(matched)
    .select({ value: values.value, count: sql<number>`count(*)::int` })
    .from(values)
    .groupBy(values.value)
    .orderBy(desc(sql`count(*)`), values.value)
    .limit(30)
}
