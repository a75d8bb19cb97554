import type { Db } from '@kettle/db'
import { sql } from 'drizzle-orm'
import { tagNames } from '../../library/tag-names.ts'
import { dictionary } from './dictionary.ts'
import { foldWords } from './fold.ts'

/** What a word or a phrase may also be called. */
export interface Meaning {
  /** Stems of English words that say the same. */
  stems: string[]
  /** Keys of tags and genres by that name. */
  tags: string[]
}

/** What the store knows of words before it looks into its games. Phrases are stems joined by spaces. */
export interface Lexicon {
  meanings: ReadonlyMap<string, Meaning>
  /** The stems of single Russian words, for comparing with misspelt ones. */
  russianStems: readonly string[]
  /** The longest phrase, in words. */
  longest: number
}

const endings = [
  '',
  'а',
  'я',
  'ы',
  'и',
  'у',
  'ю',
  'е',
  'ом',
  'ем',
  'ой',
  'ей',
  'ов',
  'ев',
  'ам',
  'ям',
  'ами',
  'ями',
  'ах',
  'ях',
]

/** Forms that a Russian noun may have: most of them are none, and harm nobody. */
function formsOf(word: string): string[] {
  if (!/^[а-я]{4,}$/u.test(word)) return []
  const base = word.replace(/[аяыийьоеую]$/u, '')
  return endings.map((ending) => base + ending)
}

/** Reads dictionary and tag names once, stemmed by the database that will compare them. */
export async function loadLexicon(db: Db): Promise<Lexicon> {
  const entries: { phrase: string[]; english: string[]; tags: string[] }[] = []
  for (const line of dictionary.trim().split('\n')) {
    const [russian = '', english = ''] = line.split(': ')
    for (const phrase of russian.split(', '))
      entries.push({ phrase: foldWords(phrase), english: foldWords(english), tags: [] })
  }
  for (const [key, { en, ru }] of tagNames) {
    entries.push({ phrase: foldWords(en), english: [], tags: [key] })
    if (ru !== en) entries.push({ phrase: foldWords(ru), english: foldWords(en), tags: [key] })
  }
  const forms = entries.flatMap(({ phrase, english, tags }) => {
    const [word = ''] = phrase
    return phrase.length === 1 ? formsOf(word).map((form) => ({ phrase: [form], english, tags })) : []
  })
  const words = [...new Set([...entries, ...forms].flatMap(({ phrase, english }) => [...phrase, ...english]))]
  const rows = await db.execute<{ word: string; stem: string | null }>(
    sql`select word, kettle_stem(word) as stem from unnest(${sql.param(`{${words.join(',')}}`)}::text[]) word`,
  )
  const stems = new Map(rows.map(({ word, stem }) => [word, stem]))
  const stemmed = (list: string[]) => list.flatMap((word) => stems.get(word) ?? [])
  const meanings = new Map<string, Meaning>()
  for (const { phrase, english, tags } of entries) {
    const key = stemmed(phrase)
    if (key.length === 0) continue
    const meaning = meanings.get(key.join(' ')) ?? { stems: [], tags: [] }
    meanings.set(key.join(' '), meaning)
    // A phrase of several words has a meaning as a whole only as a tag: its words speak for themselves.
    const added = key.length > 1 && tags.length > 0 ? [] : stemmed(english)
    meaning.stems.push(...added.filter((stem) => !meaning.stems.includes(stem)))
    meaning.tags.push(...tags.filter((tag) => !meaning.tags.includes(tag)))
  }
  // The stemmer parts some forms of a word («герой», «героев»): they mean the same, unless they are words of their own.
  const own = new Set(meanings.keys())
  for (const { phrase, english, tags } of forms) {
    const [key] = stemmed(phrase)
    if (key && !own.has(key) && !meanings.has(key)) meanings.set(key, { stems: stemmed(english), tags })
  }
  const keys = [...own]
  return {
    meanings,
    russianStems: keys.filter((key) => /^[а-я]{4,}$/u.test(key)),
    longest: Math.max(...keys.map((key) => key.split(' ').length)),
  }
}
