import { games } from '@kettle/db'
import { type SQL, sql } from 'drizzle-orm'

/** A search as Postgres understands it: by the rules of both languages at once. */
export interface TextQuery {
  matches: SQL
  /** Higher is closer. */
  rank: SQL<number>
}

/**
 * Full text over title, tags, short and long description, weighted A to D; null for a query without a word in it.
 * With `every` a game must have all the words; with `some` one will do, and those with more of them come first.
 */
export function textQuery(query: string | undefined, words: 'every' | 'some'): TextQuery | null {
  const text = query?.normalize('NFKC').trim()
  if (!text || !/[\p{L}\p{N}]/u.test(text)) return null
  const folded = sql`kettle_fold(${text})`
  const both = sql`(websearch_to_tsquery('english', ${folded}) || websearch_to_tsquery('russian', ${folded}))`
  const tsquery = words === 'every' ? both : sql`replace(${both}::text, '&', '|')::tsquery`
  return {
    matches: sql`(select document from game_search where game_id = ${games.id}) @@ ${tsquery}`,
    rank: sql<number>`ts_rank_cd((select document from game_search where game_id = ${games.id}), ${tsquery}, 32)`,
  }
}
