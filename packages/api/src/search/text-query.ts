import { games } from '@kettle/db'
import { type SQL, sql } from 'drizzle-orm'

/** A search as Postgres understands it: by the rules of both languages at once. */
export interface TextQuery {
  matches: SQL
  /** Higher is closer. */
  rank: SQL<number>
}

/** Full text over title, tags, short and long description, weighted A to D; null for a query without a word in it. */
export function textQuery(query: string | undefined): TextQuery | null {
  const words = query?.normalize('NFKC').trim()
  if (!words || !/[\p{L}\p{N}]/u.test(words)) return null
  const folded = sql`kettle_fold(${words})`
  const tsquery = sql`(websearch_to_tsquery('english', ${folded}) || websearch_to_tsquery('russian', ${folded}))`
  return {
    matches: sql`${games.search} @@ ${tsquery}`,
    rank: sql<number>`ts_rank_cd(${games.search}, ${tsquery}, 32)`,
  }
}
