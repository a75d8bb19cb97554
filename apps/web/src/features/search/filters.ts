import { textParam } from '../../lib/search-params.ts'
import type { Answers } from '../../lib/trpc.ts'

// Words of the API's own schema, written out: the schema itself would bring zod into the first visit.
export const sorts = ['relevance', 'popular', 'new', 'rating', 'discount', 'price', '-price'] as const
export const platforms = ['windows', 'macos', 'linux'] as const
/** Characters that a query may have; QUERY_MAX of the API. */
export const queryMax = 200
const tagsMost = 10

export type Sort = (typeof sorts)[number]
export type Platform = (typeof platforms)[number]
export type Facets = Answers['search']['games']['facets']

/** What is asked of the search, as the address holds it. */
export type Filters = {
  q?: string
  /** Keys of tags, with commas between. */
  tags?: string
  platform?: Platform
  /** The most that it may cost, in minor units. */
  price?: string
  sale?: '1'
  /** Only what is not out yet. */
  soon?: '1'
  sort?: Sort
  /** The words are meant as they stand. */
  exact?: '1'
}

/** What of an address is a filter; whatever else stands in it is dropped. */
export function readFilters(search: Record<string, unknown>): Filters {
  const q = textParam(search.q)?.trim().slice(0, queryMax)
  const tags = tagList(textParam(search.tags))
  const price = textParam(search.price)
  return {
    q: q || undefined,
    tags: tags.join() || undefined,
    platform: platforms.find((known) => known === search.platform),
    price: price && /^\d{1,9}$/.test(price) ? String(Number(price)) : undefined,
    sale: search.sale === '1' ? '1' : undefined,
    soon: search.soon === '1' ? '1' : undefined,
    sort: sorts.find((known) => known === search.sort),
    exact: q && search.exact === '1' ? '1' : undefined,
  }
}

/** The keys in a list of tags. */
export function tagList(tags: string | undefined): string[] {
  const keys = (tags ?? '').split(',').map((key) => key.trim())
  return [...new Set(keys.filter((key) => key !== '' && key.length <= 50))].slice(0, tagsMost)
}

/** The same filters with this tag, or without it where it is one of them. */
export function toggleTag(filters: Filters, tag: string): Filters {
  const keys = tagList(filters.tags)
  const next = keys.includes(tag) ? keys.filter((key) => key !== tag) : [...keys, tag]
  return { ...filters, tags: next.slice(-tagsMost).join() || undefined }
}

/** The same words in the same order, with nothing filtered. */
export function withoutFilters({ q, sort, exact }: Filters): Filters {
  return { q, sort, exact }
}

/** How many filters are on. */
export function countFilters({ tags, platform, price, sale, soon }: Filters): number {
  return tagList(tags).length + [platform, price, sale, soon].filter(Boolean).length
}
