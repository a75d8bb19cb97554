import type { Db } from '@kettle/db'
import { sql } from 'drizzle-orm'

/** What the catalogue knows of a word. */
export interface WordFacts {
  word: string
  /** Null for a stop word. */
  stem: string | null
  /** Games whose texts have the word as it is. */
  seen: number
  /** Games whose titles answer to it. */
  titles: number
  /** Games that have it in any form. */
  stemGames: number
}

/** A Postgres array literal; words hold neither quotes nor backslashes. */
export const wordArray = (words: Iterable<string>) => sql.param(`{${[...words].map((word) => `"${word}"`).join(',')}}`)

/** Facts of folded words, by word, in one trip. */
export async function readVocabulary(db: Db, words: string[]): Promise<Map<string, WordFacts>> {
  const wanted = new Set(words.filter((word) => word.length <= 60))
  if (wanted.size === 0) return new Map()
  const rows = await db.execute<{
    word: string
    stem: string | null
    seen: number
    titles: number
    stem_games: number
  }>(sql`
    select w.word, w.stem, coalesce(v.games, 0) as seen, coalesce(m.games, 0) as titles, coalesce(t.games, 0) as stem_games
    from (select word, kettle_stem(word) as stem from unnest(${wordArray(wanted)}::text[]) word offset 0) w
    left join search_words v on v.word = w.word
    left join search_terms t on t.term = w.stem
    left join search_terms m on m.term = '=' || w.word`)
  return new Map(rows.map(({ stem_games: stemGames, ...row }) => [row.word, { ...row, stemGames }]))
}
