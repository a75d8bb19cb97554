import { type Filters, tagList } from './filters.ts'

/** The filters of the address as `search.games` takes them. */
export function questionOf({ q, tags, platform, price, sale, soon, sort, exact }: Filters) {
  const keys = tagList(tags)
  return {
    query: q,
    tags: keys.length > 0 ? keys : undefined,
    platform,
    maxPrice: price === undefined ? undefined : Number(price),
    onSale: sale && true,
    comingSoon: soon && true,
    sort,
    exact: exact && true,
    limit: 24,
  }
}
