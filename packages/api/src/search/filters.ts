import { type SQL, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { dayOf } from '../library/sale-status.ts'
import { findTagKey } from '../library/tag-names.ts'
import type { gamesInput } from './schema.ts'

export type GamesInput = z.infer<typeof gamesInput>

/** The deepest discount of game `g` at a moment, as a lateral `offer`. */
export const offerOf = (at: Date): SQL => sql`left join lateral (
  select percent from discounts where game_id = g.id and starts_at <= ${at.toISOString()}::timestamptz and ends_at > ${at.toISOString()}::timestamptz
  order by percent desc limit 1) offer on true`

/** What game `g` costs with `offer`, in minor units; the same rounding as `discounted`. */
export const priceNow: SQL = sql`((g.base_price * (100 - coalesce(offer.percent, 0)) + 50) / 100)`

/** The tags that were asked for, as a condition on `document`; undefined for none. */
export function tagFilter({ tags }: GamesInput): SQL | undefined {
  const keys = [...new Set((tags ?? []).map(findTagKey))]
  if (keys.length === 0) return undefined
  const query = keys.map((key) => `'#${key.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' & ')
  return sql`document @@ ${query}::tsquery`
}

/** Days since 1970 by which the newest come first: what nobody dated follows what is out, and what is to come follows that, soonest first. */
export const newestKey = (
  at: Date,
): SQL => sql`case when g.release_date > ${dayOf(at)} then -2000000 - (g.release_date - date '1970-01-01')
  else coalesce(g.release_date - date '1970-01-01', -1000000) end`

/** The other filters, as conditions on `g` and `offer`; undefined for none. */
export function offerFilter({ platform, maxPrice, onSale, comingSoon }: GamesInput, at: Date): SQL | undefined {
  const parts = [
    platform && sql`g.platforms && array[${platform}, 'any']`,
    maxPrice !== undefined && sql`${priceNow} <= ${maxPrice}`,
    onSale && sql`offer.percent is not null`,
    comingSoon && sql`g.release_date > ${dayOf(at)}`,
  ].filter((part) => part instanceof Object) as SQL[]
  return parts.length > 0 ? sql.join(parts, sql` and `) : undefined
}
