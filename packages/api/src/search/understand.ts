import type { Db } from '@kettle/db'
import { sql } from 'drizzle-orm'
import { inCyrillic, inLatin, isCyrillic, isLatin } from './words/alphabets.ts'
import { foldWords } from './words/fold.ts'
import { otherLayout } from './words/keyboard.ts'
import type { Lexicon, Meaning } from './words/lexicon.ts'
import { readVocabulary, type WordFacts, wordArray } from './words/vocabulary.ts'
import { type Option, soundsLike, spellings } from './words/wrong-words.ts'

/** One way in which a game can say what a word of the query means. */
export interface Sign {
  /** A lexeme of the game's document. */
  lexeme: string
  /** 1 for the word itself, less for what is only near to it. */
  weight: number
}

/** A word (or phrase) of the query, with all that may stand for it in a game. */
export interface Concept {
  signs: Sign[]
  /** Lexemes that stand for it in a title. */
  marks: string[]
  /** Whether a title that the query names would have it; then without marks no title does. */
  isInTitles: boolean
  /** In how many games it stands, about. */
  games: number
  /** What must be there in a game that has everything. Phrases found on top of their words need not. */
  required: boolean
}

export interface Understood {
  concepts: Concept[]
  /** Words that count for titles, stop words too. */
  titleWords: number
  /** The whole query as a title would be written, in each way that it was understood. */
  titles: string[]
  /** Stems that a game must not have: what was typed with a minus before it. */
  excluded: string[]
  /** The query as it was probably meant; undefined where it was taken as it is. */
  corrected: string | undefined
}

/** More words than this say nothing more. */
const MAX_WORDS = 20
/** A word in fewer games than this may be a slip of somebody else. */
const FEW = 3
const RARE = 15
/** Small words of English titles as they are said in Russian. */
const spoken: Record<string, string> = {
  ...{
    зе: 'the',
    зэ: 'the',
    тхе: 'the',
    оф: 'of',
    ов: 'of',
    анд: 'and',
    энд: 'and',
    ин: 'in',
    ту: 'to',
    фор: 'for',
    май: 'my',
  },
}
const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi']

interface Word {
  text: string
  /** As it was typed, before any correction. */
  typed: string
  facts: WordFacts
  /** Spellings that it may have been meant as, best first. */
  instead: { facts: WordFacts; weight: number }[]
}

/** Null for a query without a word in it. `exact` takes every word as it stands. */
export async function understand(db: Db, lexicon: Lexicon, query: string, exact = false): Promise<Understood | null> {
  const all = query.normalize('NFKC').split(/\s+/u).filter(Boolean).slice(0, MAX_WORDS)
  const isMinus = (chunk: string) => /^-\p{L}/u.test(chunk)
  const minus = all.filter(isMinus).flatMap(foldWords)
  const chunks = all.filter((chunk) => !isMinus(chunk))
  const typed = chunks.map((chunk) => ({ as: foldWords(chunk), swapped: foldWords(otherLayout(chunk)) }))
  const plain = typed.flatMap(({ as }) => as)
  if (plain.length === 0 && typed.every(({ swapped }) => swapped.length === 0)) return null
  const swappedWords = typed.flatMap(({ swapped }) => swapped)
  const facts = await readVocabulary(db, [
    ...plain,
    ...minus,
    ...swappedWords,
    ...joined(plain),
    ...plain.filter(isLatin).map(inCyrillic),
  ])
  const factsOf = (word: string): WordFacts => facts.get(word) ?? { word, stem: word, seen: 0, titles: 0, stemGames: 0 }
  /** A Russian word in Latin letters is known too, when we know what it means. */
  const isRussian = (word: string) =>
    word.length >= 4 && isLatin(word) && lexicon.meanings.has(factsOf(inCyrillic(word)).stem ?? '')
  const isKnown = (word: string) => familiarity(factsOf(word), lexicon) > 0 || isRussian(word)

  const read = exact
    ? { words: typed.flatMap(({ as }) => as.map((text) => ({ text, typed: as.join('') }))), swapped: false }
    : readLayout(typed, (word) => familiarity(factsOf(word), lexicon))
  const words: Word[] = read.words
    .slice(0, MAX_WORDS)
    .map(({ text, typed }) => ({ text, typed, facts: factsOf(text), instead: [] }))
  if (words.length === 0) return null
  if (!exact) await mend(db, lexicon, words, isKnown)
  const concepts = words.map((word) => conceptOf(word, lexicon, factsOf))
  concepts.push(...pairConcepts(words, factsOf), ...phraseConcepts(words, lexicon))
  await countMeanings(db, concepts)

  const corrected = words.map((word) => meantBy(word, lexicon))
  const isCorrected = read.swapped || corrected.some((word, at) => word !== words[at]?.text)
  return {
    concepts,
    titleWords: words.length,
    titles: [...new Set([words.map(({ text }) => text).join(' '), corrected.join(' ')])],
    excluded: minus.flatMap((word) => factsOf(word).stem ?? []),
    corrected: isCorrected ? corrected.join(' ') : undefined,
  }
}

/** The word that may be told to the asker as the right one. Of Russian words we know too few to take an unknown one for a slip. */
function meantBy({ text, instead: [best] }: Word, lexicon: Lexicon): string {
  if (!best || best.weight < 0.8) return text
  const sure = !isCyrillic(text) || (text.length >= 6 && meaningOf(lexicon, best.facts.stem ?? '') !== undefined)
  return sure ? best.facts.word : text
}

/** How sure we are that this is a word: the games it stands in, or that it means something to us. */
function familiarity({ stem, word, seen, titles }: WordFacts, lexicon: Lexicon): number {
  if (Object.hasOwn(spoken, word)) return 50
  if (/^\d+$/u.test(word)) return 1
  const meant = isCyrillic(word) && (stem === null || meaningOf(lexicon, stem)) ? 50 : 0
  return Math.max(seen, titles, meant)
}

/** Takes the words in the other keyboard layout where that makes words of them. */
function readLayout(
  typed: { as: string[]; swapped: string[] }[],
  familiar: (word: string) => number,
): { words: { text: string; typed: string }[]; swapped: boolean } {
  const least = (words: string[]) => (words.length > 0 ? Math.min(...words.map(familiar)) : 0)
  const verdicts = typed.map(({ as, swapped }) => {
    // A word that would come apart was not typed in the other layout.
    if (swapped.length === 0 || (as.length > 0 && swapped.length > as.length)) return least(as) > 0 ? 'as' : 'whole'
    const [now, other] = [least(as), least(swapped)]
    if (other > 0 && (now === 0 || (now < FEW && other > 20 * now))) return 'swapped'
    return now > 0 ? 'as' : 'unknown'
  })
  const count = (verdict: string) => verdicts.filter((given) => given === verdict).length
  // Once most of what we know was typed in the wrong layout, so was the rest.
  const takeUnknown = count('swapped') > count('as')
  const words = typed.flatMap(({ as, swapped }, at) => {
    const take = verdicts[at] === 'swapped' || (takeUnknown && verdicts[at] === 'unknown' && swapped.length > 0)
    return (take ? swapped : as).map((text) => ({ text, typed: as.join('') }))
  })
  return { words, swapped: count('swapped') > 0 }
}

/** Finds what unknown words were meant as: misspelt, begun, or written by sound in the other alphabet. */
async function mend(db: Db, lexicon: Lexicon, words: Word[], isKnown: (word: string) => boolean): Promise<void> {
  const doubtful = words.filter(({ text, facts }) => {
    if (text.length < 3 || /\d/u.test(text)) return false
    return !isKnown(text) || (facts.stem !== null && !meaningOf(lexicon, facts.stem) && facts.seen < RARE)
  })
  if (doubtful.length === 0) return
  const unclear = [...new Map(doubtful.map(({ facts }) => [facts.word, facts])).values()]
  const unknown = unclear.map(({ word }) => word).filter((word) => !isKnown(word))
  const last = words.at(-1)?.text
  // «книгхт» is `knight`, letter by letter; and one of the letters may be another than was thought.
  const byLetter = new Map(unknown.filter(isCyrillic).map((word) => [word, inLatin(word)]))
  const latin = [...byLetter.values()].map((word) => ({ word, stem: null, seen: 0, titles: 0, stemGames: 0 }))
  const [near, alike] = await Promise.all([
    spellings(db, lexicon, [...unclear, ...latin], last && unknown.includes(last) ? last : undefined),
    unknown.length > 0 ? soundsLike(db, unknown) : new Map<string, Option[]>(),
  ])
  const options = (text: string): Option[] => {
    const letters = byLetter.get(text)
    const lettered = letters ? [{ word: letters, weight: 1 }, ...(near.get(letters) ?? [])] : []
    return [
      ...(near.get(text) ?? []),
      ...(alike.get(text) ?? []),
      ...lettered.map(({ word, weight }) => ({ word, weight: weight * 0.79 })),
    ]
  }
  const facts = await readVocabulary(
    db,
    unclear.flatMap(({ word }) => options(word).map((option) => option.word)),
  )
  for (const word of doubtful) {
    const known = isKnown(word.text)
    const found = options(word.text).flatMap((option) => {
      const about = facts.get(option.word)
      // A word that some game has after all is only helped out.
      if (!about || about.seen + about.titles === 0 || (known && about.seen <= 20 * word.facts.seen)) return []
      return [{ facts: about, weight: known ? option.weight * 0.6 : option.weight }]
    })
    word.instead = found.toSorted((a, b) => b.weight - a.weight).slice(0, 8)
  }
}

function conceptOf(word: Word, lexicon: Lexicon, factsOf: (word: string) => WordFacts): Concept {
  const signs = new Map<string, number>()
  const marks = new Set<string>()
  const said = Object.hasOwn(spoken, word.text) ? spoken[word.text] : undefined
  if (said) marks.add(`=${said}`)
  const add = (lexeme: string, weight: number) => signs.set(lexeme, Math.max(weight, signs.get(lexeme) ?? 0))
  let games = 0
  const take = (facts: WordFacts, weight: number) => {
    if (facts.stem !== null) {
      add(facts.stem, weight)
      games += facts.stemGames
      addMeaning(meaningOf(lexicon, facts.stem), weight)
    }
    marks.add(`=${facts.word}`)
  }
  const addMeaning = (meaning: Meaning | undefined, weight: number) => {
    // The nearest translation is written first.
    for (const [at, stem] of (meaning?.stems ?? []).entries()) add(stem, weight * (at === 0 ? 0.85 : 0.5))
    for (const tag of meaning?.tags ?? []) add(`#${tag}`, weight * 0.9)
  }
  take(word.facts, 1)
  for (const { facts, weight } of word.instead) take(facts, weight)
  if (isLatin(word.text) && word.facts.seen === 0) {
    const russian = factsOf(inCyrillic(word.text))
    if (russian.stem !== null && russian.seen > 0) add(russian.stem, 0.8)
    if (russian.stem !== null) addMeaning(meaningOf(lexicon, russian.stem), 0.95)
  }
  // A stop word stands in titles only.
  if (signs.size === 0) games = Math.max(games, word.facts.titles)
  const digit = roman.indexOf(word.text)
  if (digit > 0) marks.add(`=${digit + 1}`)
  return {
    signs: [...signs].map(([lexeme, weight]) => ({ lexeme, weight })),
    marks: [...marks],
    isInTitles: true,
    games,
    required: signs.size > 0,
  }
}

/** What a word means; an unknown form of a known word («нуарный», «нуар») too. */
function meaningOf(lexicon: Lexicon, stem: string): Meaning | undefined {
  const exact = lexicon.meanings.get(stem)
  if (exact || !isCyrillic(stem)) return exact
  for (let length = stem.length - 1; length >= Math.max(4, stem.length - 3); length--) {
    const shorter = lexicon.meanings.get(stem.slice(0, length))
    if (shorter) return shorter
  }
  return undefined
}

/** "mine craft" may be "minecraft". */
function pairConcepts(words: Word[], factsOf: (word: string) => WordFacts): Concept[] {
  return joined(words.map(({ text }) => text)).flatMap((pair) => {
    const facts = factsOf(pair)
    if (facts.titles === 0) return []
    const signs = facts.stem !== null && facts.stemGames > 0 ? [{ lexeme: facts.stem, weight: 1 }] : []
    return [
      {
        signs: [...signs, { lexeme: `=${pair}`, weight: 0.5 }],
        marks: [],
        isInTitles: false,
        games: facts.titles,
        required: false,
      },
    ]
  })
}

function joined(words: string[]): string[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    return next && word.length + next.length >= 3 && word.length + next.length <= 30 ? [word + next] : []
  })
}

/** "открытый мир" and "open world" are a tag. */
function phraseConcepts(words: Word[], lexicon: Lexicon): Concept[] {
  const stems = words.flatMap(({ facts, instead: [best] }) => {
    const stem = best && best.weight >= 0.8 ? best.facts.stem : facts.stem
    return stem === null ? [] : [stem]
  })
  const concepts: Concept[] = []
  for (let at = 0; at < stems.length; at++)
    for (let length = 2; length <= lexicon.longest && at + length <= stems.length; length++) {
      const meaning = lexicon.meanings.get(stems.slice(at, at + length).join(' '))
      if (!meaning) continue
      const signs = [
        ...meaning.tags.map((tag) => ({ lexeme: `#${tag}`, weight: 1 })),
        ...meaning.stems.map((lexeme) => ({ lexeme, weight: 0.85 })),
      ]
      concepts.push({ signs, marks: [], isInTitles: false, games: 0, required: false })
    }
  return concepts
}

/** Fills in how many games have what a word means, beside the word itself, and drops what no game has. */
async function countMeanings(db: Db, concepts: Concept[]): Promise<void> {
  const lexemes = concepts.flatMap(({ signs, marks }) => [...signs.map(({ lexeme }) => lexeme), ...marks])
  if (lexemes.length === 0) return
  const rows = await db.execute<{ term: string; games: number }>(
    sql`select term, games from search_terms where term = any(${wordArray(new Set(lexemes))}::text[]) and games > 0`,
  )
  const counts = new Map(rows.map(({ term, games }) => [term, games]))
  for (const concept of concepts) {
    concept.signs = concept.signs.filter(({ lexeme }) => counts.has(lexeme))
    concept.isInTitles = concept.marks.length > 0
    concept.marks = concept.marks.filter((mark) => counts.has(mark))
    concept.games = Math.max(concept.games, ...concept.signs.map(({ lexeme }) => counts.get(lexeme) ?? 0))
  }
}
