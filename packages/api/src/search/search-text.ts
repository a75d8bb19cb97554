import { type SQL, sql } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import type { Cursor } from './cursor.ts'
import { countFacets, priceLimits, type RawFacets } from './facets.ts'
import { type GamesInput, newestKey, offerFilter, offerOf, priceNow, tagFilter } from './filters.ts'
import { anyOf, FOUND_MAX, rankedGames } from './rank.ts'
import { understand } from './understand.ts'

/** Games that come this far behind the best are not what was meant. A title that was named in full makes no other game worse than this. */
const NEAR_ENOUGH = 0.4
const GOOD_SCORE = 1.2

export interface Found {
  page: { id: string; key: string }[]
  facets: RawFacets
  /** Whether there are more than were counted. */
  more: boolean
  corrected: string | undefined
}

const keysAt = (at: Date): Record<NonNullable<GamesInput['sort']>, SQL> => ({
  relevance: sql`score`,
  new: newestKey(at),
  popular: sql`s.trend`,
  price: sql`-${priceNow}`,
  '-price': priceNow,
  rating: sql`s.rating_score`,
  discount: sql`coalesce(offer.percent, 0)`,
})

/** Games by their words. Null for a query that has none. */
export async function searchText(
  { db, search, settings }: Pick<Deps, 'db' | 'search' | 'settings'>,
  input: GamesInput & { query: string },
  at: Date,
  after: Cursor | undefined,
): Promise<Found | null> {
  const lexicon = await search.lexicon(db)
  const understood = await understand(db, lexicon, input.query, input.exact)
  if (!understood) return null
  const all = await search.keep(
    'games',
    at,
    () => countGames(db),
    () => at.getTime() + 60_000,
  )
  const sort = input.sort ?? 'relevance'
  const others = offerFilter(input, at)
  const filter = sql.join(
    [
      tagFilter(input) ?? sql`true`,
      understood.excluded.length > 0 ? sql`not document @@ ${anyOf(understood.excluded)}::tsquery` : sql`true`,
      others ? sql`exists (select from games g ${offerOf(at)} where g.id = game_id and ${others})` : sql`true`,
    ],
    sql` and `,
  )
  const [row] = await db.execute<{ facets: RawFacets; page: [string, string][] }>(sql`
    with ranked as (select game_id, score, max(score) over () as best from ${rankedGames(understood, all, filter)} as ranking),
    found as materialized (
      select g.id, g.tags, g.genres, g.platforms, offer.percent, ${priceNow} as price, (${keysAt(at)[sort]})::float8 as key
      from ranked join games g on g.id = game_id
        ${sort === 'popular' || sort === 'rating' ? sql`join game_stats s on s.game_id = g.id` : sql``} ${offerOf(at)}
      where score >= ${NEAR_ENOUGH}::float8 * least(best, ${GOOD_SCORE}::float8)),
    page as (select id, key from found ${after ? sql`where (key, id) < (${after.key}::float8, ${after.id}::uuid)` : sql``}
      order by key desc, id desc limit ${input.limit + 1})
    select ${countFacets(priceLimits(settings.currency))} as facets,
      (select coalesce(json_agg(json_build_array(id, key::text) order by key desc, id desc), '[]') from page) as page`)
  if (!row) return null
  return {
    page: row.page.map(([id, key]) => ({ id, key })),
    facets: row.facets,
    more: row.facets.total >= FOUND_MAX,
    corrected: understood.corrected,
  }
}

async function countGames(db: Deps['db']): Promise<number> {
  const [row] = await db.execute<{ games: number }>(
    sql`select greatest(1, reltuples)::int as games from pg_class where oid = 'game_search'::regclass`,
  )
  return row?.games ?? 1
}
