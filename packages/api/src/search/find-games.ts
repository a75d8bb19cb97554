import type { Context } from '../context.ts'
import { cardsOf, type GameCard } from '../library/game-cards.ts'
import { findTagKey } from '../library/tag-names.ts'
import { browse } from './browse.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { type Facets, nameFacets, noFacets, priceLimits } from './facets.ts'
import type { GamesInput } from './filters.ts'
import { type Found, searchText } from './search-text.ts'

export interface FoundGames {
  items: GameCard[]
  /** How many there are; counting stops at 10,000, and at 300 where a query is asked, since the rest is further and further from it. */
  total: number
  /** Whether there are more than `total`. */
  hasMoreThanTotal: boolean
  facets: Facets
  nextCursor: string | null
  /** The query as it was probably meant, where it was not taken as it is: "showing results for ...". */
  correctedQuery?: string
}

const nothing: Found = { page: [], facets: noFacets, more: false, corrected: undefined }

/** Games by description and filters. Pages by keyset: the cursor holds the last row's sort key and id, and the moment of the first page. */
export async function findGames(ctx: Pick<Context, 'deps' | 'locale'>, input: GamesInput): Promise<FoundGames> {
  const { clock, db, settings } = ctx.deps
  const now = clock.now()
  const after = readCursor(input.cursor, now)
  const at = after?.at ?? now
  const query = input.query?.trim()
  const found = query
    ? ((await searchText(ctx.deps, { ...input, query }, at, after)) ?? nothing)
    : await browse(ctx.deps, input, at, after)
  const shown = found.page.slice(0, input.limit)
  const last = shown.at(-1)
  const ids = shown.map(({ id }) => id)
  return {
    items: await cardsOf(db, now, ids, ctx.locale, settings.currency),
    total: found.facets.total,
    hasMoreThanTotal: found.more,
    facets: nameFacets(
      found.facets,
      ctx.locale,
      [...new Set((input.tags ?? []).map(findTagKey))],
      priceLimits(settings.currency),
    ),
    nextCursor: found.page.length > input.limit && last ? writeCursor({ ...last, at }) : null,
    ...(found.corrected === undefined ? {} : { correctedQuery: found.corrected }),
  }
}
