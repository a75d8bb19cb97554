import type { Db } from '@kettle/db'
import { sql } from 'drizzle-orm'
import { bySound, editDistance, isCyrillic } from './alphabets.ts'
import type { Lexicon } from './lexicon.ts'
import { type WordFacts, wordArray } from './vocabulary.ts'

/** A word that another may have been meant as. */
export interface Option {
  word: string
  /** Up to 1: how likely. */
  weight: number
}

type Options = Map<string, Option[]>

const KEPT = 4
const ALIKE = 6

/** Words of the vocabulary a slip or two away from each of these; for the last word also those that it begins. */
export async function spellings(
  db: Db,
  lexicon: Lexicon,
  doubtful: WordFacts[],
  begun: string | undefined,
): Promise<Options> {
  const words = doubtful.map(({ word }) => word)
  const [slips, beginnings] = await Promise.all([
    db.execute<{ typed: string; word: string; games: number }>(sql`
      select q.word as typed, v.word, v.games from unnest(${wordArray(words)}::text[]) q(word)
      cross join lateral (
        select word, games from search_words where slips && kettle_slips(q.word) and word <> q.word order by games desc limit 60
      ) v`),
    begun && begun.length >= 3
      ? db.execute<{ word: string; games: number }>(sql`
          select word, games from search_words where word like ${`${begun}_%`} order by games desc limit 4`)
      : [],
  ])
  const near = new Map<string, { word: string; likely: number; weight: number }[]>()
  const put = (typed: string, word: string, likely: number, weight: number) =>
    near.set(typed, [...(near.get(typed) ?? []), { word, likely, weight }])
  for (const { typed, word, games } of slips) {
    const distance = editDistance(typed, word, 2)
    if (distance > (typed.length >= 5 ? 2 : 1)) continue
    const sameStart = typed[0] === word[0] ? 1.5 : 0
    put(typed, word, Math.log(1 + games) + sameStart - distance * 4, distance === 1 ? 0.9 : 0.8)
  }
  for (const { word, games } of beginnings)
    if (begun) put(begun, word, Math.log(1 + games) - 3 - (word.length - begun.length) * 0.5, 0.7)
  for (const { word, stem } of doubtful) for (const near of nearRussian(lexicon, stem ?? word)) put(word, near, 2, 0.8)

  return new Map(
    [...near].map(([typed, options]) => {
      const sorted = options.toSorted((a, b) => b.likely - a.likely).slice(0, KEPT)
      // Only the likeliest may be told to the asker as what was meant; others still help to find it.
      return [typed, sorted.map(({ word, weight }, at) => ({ word, weight: at === 0 ? weight : weight * 0.75 }))]
    }),
  )
}

/** Stems of our own Russian words that a misspelt one may have: the games may have them in English only. */
function nearRussian(lexicon: Lexicon, stem: string): string[] {
  if (!isCyrillic(stem) || stem.length < 5) return []
  return lexicon.russianStems.filter((known) => known.length >= 4 && editDistance(stem, known, 1) <= 1).slice(0, 3)
}

/** Words of the other alphabet that sound like these: «майнкрафт» is `minecraft`, `vedmak` is «ведьмак». */
export async function soundsLike(db: Db, words: string[]): Promise<Options> {
  const rows = await db.execute<{ typed: string; word: string; games: number }>(sql`
    select q.word as typed, v.word, v.games from unnest(${wordArray(words)}::text[]) q(word)
    cross join lateral (
      select word, games from search_words where sounds && kettle_sounds(q.word)
        and (word < 'а') <> (q.word < 'а') order by games desc limit 150
    ) v`)
  const found = new Map<string, { word: string; likely: number; close: number }[]>()
  for (const { typed, word, games } of rows) {
    const [a, b] = [bySound(typed), bySound(word)]
    const close = 1 - editDistance(a, b, 6) / Math.max(a.length, b.length)
    if (close < 0.5) continue
    found.set(typed, [...(found.get(typed) ?? []), { word, close, likely: close * 8 + Math.log(1 + games) }])
  }
  return new Map(
    [...found].map(([typed, options]) => {
      const closest = Math.max(...options.map(({ close }) => close))
      // Beside one that sounds the same, others are only noise.
      const sorted = options
        .filter(({ close }) => closest < 0.95 || close > 0.8)
        .toSorted((a, b) => b.likely - a.likely)
        .slice(0, ALIKE)
      return [
        typed,
        sorted.map(({ word, close }, at) => ({ word, weight: (at === 0 ? 0.79 : 0.65) * (0.6 + 0.4 * close) })),
      ]
    }),
  )
}
