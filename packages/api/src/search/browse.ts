import { type SQL, sql } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { dayOf } from '../library/sale-status.ts'
import type { Cursor } from './cursor.ts'
import { countFacets, noFacets, priceLimits, type RawFacets } from './facets.ts'
import { type GamesInput, newestKey, offerFilter, offerOf, priceNow, tagFilter } from './filters.ts'
import type { Found } from './search-text.ts'

/** Counts go no further. */
const COUNTED = 10_000
/** How long counts of a whole shelf are kept; what is on the page itself is always of the moment. */
const COUNTS_MS = 60_000

type Sort = Exclude<NonNullable<GamesInput['sort']>, 'relevance'>

/** All games, or those that pass the filters, in an order that an index holds. */
export async function browse(
  { db, search, settings }: Pick<Deps, 'db' | 'search' | 'settings'>,
  input: GamesInput,
  at: Date,
  after: Cursor | undefined,
): Promise<Found> {
  const sort: Sort = !input.sort || input.sort === 'relevance' ? 'popular' : input.sort
  const { tags, maxPrice, onSale, platform, comingSoon } = input
  const name = `facets ${JSON.stringify([tags, maxPrice, onSale, platform, comingSoon])}`
  const [rows, facets] = await Promise.all([
    db.execute<{ id: string; key: string }>(pageOf(input, sort, at, after)),
    search.keep(
      name,
      at,
      () => counts(db, input, at, priceLimits(settings.currency)),
      () => at.getTime() + COUNTS_MS,
    ),
  ])
  const capped = Boolean(tags?.length || maxPrice !== undefined || onSale || platform || comingSoon)
  return { page: [...rows], facets, more: capped && facets.total >= COUNTED, corrected: undefined }
}

/** One page, as the merge of shelves that are each in order: what is on offer is too little to need an index. */
function pageOf(input: GamesInput, sort: Sort, at: Date, after: Cursor | undefined): SQL {
  const tags = tagFilter(input)
  const others = offerFilter(input, at)
  const shelf = (key: SQL, from: SQL, where: SQL, order: SQL, past: SQL) => sql`(
    select g.id, (${key})::float8 as key from ${from}
    ${tags ? sql`join game_search d on d.game_id = g.id and d.${tags}` : sql``}
    where g.published_at is not null and ${where} and ${others ?? sql`true`} and ${after ? past : sql`true`}
    order by ${order} limit ${input.limit + 1})`
  const key = sql`${after?.key}::float8`
  const id = sql`${after?.id}::uuid`
  const offered = sql`(select distinct on (game_id) game_id, percent from discounts
    where starts_at <= ${at.toISOString()}::timestamptz and ends_at > ${at.toISOString()}::timestamptz
    order by game_id, percent desc) offer join games g on g.id = offer.game_id
    ${sort === 'popular' || sort === 'rating' ? sql`join game_stats s on s.game_id = g.id` : sql``}`
  const plain = sql`games g ${offerOf(at)}`
  const withStats = sql`game_stats s join games g on g.id = s.game_id ${offerOf(at)}`
  // Said so and not by the join above: the planner must see that nearly all games pass.
  const unoffered = sql`not exists (select from discounts where game_id = g.id
    and starts_at <= ${at.toISOString()}::timestamptz and ends_at > ${at.toISOString()}::timestamptz)`
  const deepest = shelf(
    sql`offer.percent`,
    offered,
    sql`true`,
    sql`offer.percent desc, offer.game_id desc`,
    sql`(offer.percent, offer.game_id) < (${key}::bigint, ${id})`,
  )
  // What is not on offer costs its base price, by which the index leads there at once.
  const plainPrice = maxPriceOf(input)
  const onOffer = (rank: SQL) =>
    shelf(
      rank,
      offered,
      sql`true`,
      sql`(${rank})::float8 desc, g.id desc`,
      sql`((${rank})::float8, g.id) < (${key}, ${id})`,
    )
  const epoch = sql`(g.release_date - date '1970-01-01')`
  const today = dayOf(at)

  const shelves: Record<Sort, () => SQL[]> = {
    new: () => [
      shelf(
        epoch,
        plain,
        sql`g.release_date <= ${today}`,
        sql`g.release_date desc nulls last, g.id desc nulls last`,
        sql`(g.release_date, g.id) < (date '1970-01-01' + least(greatest(${key}, -700000), 2000000)::int, ${id})`,
      ),
      shelf(
        sql`-1000000`,
        plain,
        sql`g.release_date is null`,
        sql`g.release_date desc nulls last, g.id desc nulls last`,
        sql`(${key} > -1000000 or (${key} = -1000000 and g.id < ${id}))`,
      ),
      shelf(
        newestKey(at),
        plain,
        sql`g.release_date > ${today}`,
        sql`g.release_date, g.id desc`,
        sql`(${key} > -2000000 or (${newestKey(at)}, g.id) < (${key}, ${id}))`,
      ),
    ],
    popular: () => [
      shelf(
        sql`s.trend`,
        withStats,
        sql`true`,
        sql`s.trend desc nulls last, s.game_id desc nulls last`,
        sql`(s.trend, s.game_id) < (${key}, ${id})`,
      ),
    ],
    rating: () => [
      shelf(
        sql`s.rating_score`,
        withStats,
        sql`true`,
        sql`s.rating_score desc nulls last, s.game_id desc nulls last`,
        sql`(s.rating_score, s.game_id) < (${key}, ${id})`,
      ),
    ],
    // The key is the price below zero: cheapest first, and of one price the later made game last, as the index has it.
    price: () => [
      onOffer(sql`-${priceNow}`),
      shelf(
        sql`-g.base_price`,
        plain,
        sql`${unoffered} and ${plainPrice}`,
        sql`g.base_price, g.id desc nulls last`,
        sql`g.base_price >= -${key}::bigint and (g.base_price > -${key}::bigint or (g.base_price = -${key}::bigint and g.id < ${id}))`,
      ),
    ],
    '-price': () => [
      onOffer(priceNow),
      shelf(
        sql`g.base_price`,
        plain,
        sql`${unoffered} and ${plainPrice}`,
        sql`g.base_price desc nulls last, g.id desc nulls last`,
        sql`(g.base_price, g.id) < (${key}::bigint, ${id})`,
      ),
    ],
    discount: () => [deepest, shelf(sql`0`, plain, unoffered, sql`g.id desc`, sql`(${key} > 0 or g.id < ${id})`)],
  }
  // Whatever must be on offer is found among the offers, not by walking all games.
  const ranks: Record<Sort, SQL> = {
    new: newestKey(at),
    popular: sql`s.trend`,
    rating: sql`s.rating_score`,
    price: sql`-${priceNow}`,
    '-price': priceNow,
    discount: sql`offer.percent`,
  }
  const parts = input.onSale ? [sort === 'discount' ? deepest : onOffer(ranks[sort])] : shelves[sort]()
  return sql`select id, key::text as key from (${sql.join(parts, sql` union all `)}) as shelves
    order by shelves.key desc, id desc limit ${input.limit + 1}`
}

const maxPriceOf = ({ maxPrice }: GamesInput): SQL =>
  maxPrice === undefined ? sql`true` : sql`g.base_price <= ${maxPrice}`

async function counts(db: Deps['db'], input: GamesInput, at: Date, limits: number[]): Promise<RawFacets> {
  const tags = tagFilter(input)
  const others = offerFilter(input, at)
  if (!tags && !others) return countWhole(db, at, limits)
  const [row] = await db.execute<{ facets: RawFacets }>(sql`
    with found as materialized (
      select g.tags, g.genres, g.platforms, offer.percent, ${priceNow} as price
      from games g ${tags ? sql`join game_search d on d.game_id = g.id and d.${tags}` : sql``} ${offerOf(at)}
      where g.published_at is not null and ${others ?? sql`true`} limit ${COUNTED})
    select ${countFacets(limits)} as facets`)
  return row?.facets ?? noFacets
}

/** The whole catalogue is counted by what is counted already; prices before discounts. */
async function countWhole(db: Deps['db'], at: Date, limits: number[]): Promise<RawFacets> {
  const [row] = await db.execute<{ facets: RawFacets }>(sql`
    with found as materialized (select '{}'::text[] as tags, '{}'::text[] as genres, '{}'::text[] as platforms, null::int as percent, base_price as price
      from games where published_at is not null),
    counted as (select ${countFacets(limits)} as facets)
    select (facets::jsonb || jsonb_build_object(
      'tags', (select coalesce(jsonb_agg(jsonb_build_object('value', substr(term, 2), 'count', games) order by games desc, term), '[]') from (
        select term, games from search_terms where term like '#%' and games > 0 order by games desc nulls last limit 30) t),
      'platforms', (select coalesce(jsonb_agg(jsonb_build_object('value', value, 'count', count) order by count desc, value), '[]') from (
        select value, sum(count)::int as count from (
          select platforms, count(*) as count from games where published_at is not null group by platforms) p, unnest(platforms) as value group by value) v),
      'sale', (select count(distinct game_id) from discounts join games g on g.id = game_id and g.published_at is not null
        where starts_at <= ${at.toISOString()}::timestamptz and ends_at > ${at.toISOString()}::timestamptz)))::json as facets
    from counted`)
  return row?.facets ?? noFacets
}
