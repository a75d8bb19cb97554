import { amountsOf } from '@kettle/money'
import { type SQL, sql } from 'drizzle-orm'
import type { Locale } from '../auth/schema.ts'
import { tagName } from '../library/tag-names.ts'

export interface FacetCount {
  value: string
  count: number
}

export interface Facets {
  /** Most frequent first; `value` is what `tags` takes, `name` what the caller reads. */
  tags: (FacetCount & { name: string })[]
  platforms: FacetCount[]
  /** How many cost at most this much, in minor units. */
  prices: { maxPrice: number; count: number }[]
  onSale: number
}

/** Counts as the database gives them, before they are named. */
export interface RawFacets {
  total: number
  tags: FacetCount[]
  platforms: FacetCount[]
  prices: number[]
  sale: number
}

const TAGS_SHOWN = 30
/** The upper ends that a search offers for prices, in minor units; 0 is what is free. */
export const priceLimits = (currency: string): number[] => [0, ...amountsOf(currency).priceFilters]

/** Counts over a relation `found` with `tags`, `genres`, `platforms`, `price` and `percent`, as one JSON object. `limits` are those of `priceLimits`. */
export const countFacets = (limits: number[]): SQL => sql`(select json_build_object(
  'total', (select count(*) from found),
  'tags', (select coalesce(json_agg(row_to_json(t)), '[]') from (
    select value, count(*)::int as count from found, unnest(found.tags || found.genres) as value group by value order by count desc, value limit ${TAGS_SHOWN}) t),
  'platforms', (select coalesce(json_agg(row_to_json(p)), '[]') from (
    select value, count(*)::int as count from found, unnest(found.platforms) as value group by value order by count desc, value) p),
  'prices', (select json_build_array(${sql.join(
    limits.map((limit) => sql`count(*) filter (where price <= ${limit})`),
    sql`, `,
  )}) from found),
  'sale', (select count(percent) from found)))`

export const noFacets: RawFacets = { total: 0, tags: [], platforms: [], prices: [], sale: 0 }

/** `asked` are keys that are among the tags even where no game has them, so that they have a name. */
export function nameFacets(raw: RawFacets, locale: Locale, asked: string[], limits: number[]): Facets {
  const missing = asked.filter((key) => !raw.tags.some(({ value }) => value === key))
  return {
    tags: [...raw.tags, ...missing.map((value) => ({ value, count: 0 }))].map(({ value, count }) => ({
      value,
      name: tagName(value, locale),
      count,
    })),
    platforms: raw.platforms,
    prices: limits.map((maxPrice, at) => ({ maxPrice, count: raw.prices[at] ?? 0 })),
    onSale: raw.sale,
  }
}
