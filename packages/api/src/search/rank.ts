import { type SQL, sql } from 'drizzle-orm'
import type { Concept, Understood } from './understand.ts'

/** Games looked at for one query; the rest is cut before anything is ranked. */
const CANDIDATES = 800
/** Of those, at most so many by each word that is not asked for together with the others. */
const WORD_BUDGET = 300
/** The rarest one may bring more: often it is the only word. */
const FIRST_WORD_BUDGET = 1_500
/** And at most so many by two words together. */
const PAIR_BUDGET = 300
const MAX_PAIRS = 6
/** Words of one query stand together more often than chance has it. */
const RELATED = 6
/** Where a query has nothing but common words, games are looked for among so many of the best known. */
const KNOWN_POOL = 6_000
/** What is found at most; nobody reads further. */
export const FOUND_MAX = 300

/** What a word weighs in the long text, the short one, a tag and the title. */
const FIELDS = '{0.45,0.8,0.7,0.85}'
/** ts_rank divides by the sum of 1/n². */
const RANK_SCALE = Math.PI ** 2 / 6
const CLASSES = 4
const NOTHING = "'='"

/** Ids and scores of the games that answer a query, best first, as a subselect with columns `game_id` and `score`. */
export function rankedGames(understood: Understood, games: number, filter: SQL): SQL {
  const { concepts, titles, titleWords } = understood
  const weighed = concepts.map((concept) => ({ ...concept, rarity: rarityOf(concept.games, games) }))
  const total = weighed.filter(({ required }) => required).reduce((sum, { rarity }) => sum + rarity, 0) || 1
  const text = weightClasses(weighed).map(
    ({ weight, query, size }) =>
      sql`${(weight * size * RANK_SCALE) / total}::float8 * ts_rank(${FIELDS}::real[], document, ${query}::tsquery)`,
  )
  const marks = [...new Set(concepts.flatMap((concept) => concept.marks))]
  const inTitle = sql`least(${titleWords}, title_words, ts_rank('{1,1,1,1}', document, ${anyOf(marks)}::tsquery) * ${Math.max(1, marks.length) * RANK_SCALE}::float8)`
  const whole = sql`titles && ${sql.param(`{${titles.map((title) => `"${title}"`).join(',')}}`)}::text[]`
  const score = sql`(${sql.join(text, sql` + `)}
    + 0.6 * (${inTitle} ^ 2 / (title_words * ${titleWords}::float8))
    + case when ${whole} then 1 else 0 end
    + 0.008 * prior)`
  return sql`(select game_id, (${score})::float8 as score from (${candidates(weighed, games, filter)}) as candidates
    order by score desc, game_id desc limit ${FOUND_MAX})`
}

interface Weighed extends Concept {
  rarity: number
}

/** As BM25 has it, rounded, so that a game more or less in the catalogue moves no page. */
function rarityOf(games: number, all: number): number {
  return Math.round(4 * Math.log(1 + (all - Math.min(games, all) + 0.5) / (Math.max(games, 1) + 0.5))) / 4 + 0.25
}

/**
 * The games worth ranking: those with all the words, with all of them in the title, with one of the rare words, and with two of the others.
 * Demanding every word would lose most descriptions, and ranking whatever has some word of them would take too long.
 */
function candidates(concepts: Weighed[], games: number, filter: SQL): SQL {
  const meaningful = concepts.filter(({ signs, games: count }) => signs.length > 0 && count > 0)
  const rareFirst = meaningful.toSorted((a, b) => a.games - b.games)
  let expected = 0
  const single = rareFirst.filter((concept, at) => {
    expected += concept.games
    return expected <= (at === 0 ? FIRST_WORD_BUDGET : WORD_BUDGET)
  })
  const groups = pairs(rareFirst, single.length, games)
  const required = concepts.filter((concept) => concept.required && concept.games > 0)
  const every = required.map(signsOf)
  const common = required.length > 0 && single.length === 0 && groups.length === 0
  if (!common) groups.push(every)
  const named = concepts.filter(({ isInTitles }) => isInTitles)
  if (named.every(({ marks }) => marks.length > 0)) groups.push(named.map(({ marks }) => anyOf(marks)))
  const match = groups
    .filter((group) => group.length > 0)
    .map((group) => sql`document @@ ${group.map((part) => `(${part})`).join(' & ')}::tsquery`)
  if (single.length > 0) match.push(sql`document @@ ${single.map(signsOf).join(' | ')}::tsquery`)
  const columns = sql`game_id, document, titles, title_words, prior`
  const direct = sql`(select ${columns} from game_search where published and (${match.length > 0 ? sql.join(match, sql` or `) : sql`false`}) and ${filter} limit ${CANDIDATES})`
  if (!common) return direct
  const known = sql`(select ${columns} from (select ${columns}, published from game_search where published order by prior desc nulls last, game_id desc nulls last limit ${KNOWN_POOL}) as known
    where document @@ ${every.map((part) => `(${part})`).join(' & ')}::tsquery and ${filter} limit ${CANDIDATES})`
  return sql`${direct} union ${known}`
}

/** Pairs of words too common to be looked for alone, those first that the fewest games have both of. */
function pairs(rareFirst: Weighed[], alone: number, games: number): string[][] {
  const expected = (a: Weighed, b: Weighed) => (RELATED * a.games * b.games) / Math.max(games, 1)
  const all = rareFirst
    .slice(alone)
    .flatMap((a, at) =>
      rareFirst.slice(alone + at + 1).map((b) => ({ both: [signsOf(a), signsOf(b)], games: expected(a, b) })),
    )
  const wanted = all.toSorted((a, b) => a.games - b.games)
  let sum = 0
  return wanted
    .filter((pair) => {
      sum += pair.games
      return sum <= PAIR_BUDGET
    })
    .slice(0, MAX_PAIRS)
    .map(({ both }) => both)
}

const quoted = (lexeme: string) => `'${lexeme.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
/** A query for documents that have one of these lexemes. */
export const anyOf = (lexemes: string[]): string => lexemes.map(quoted).join(' | ') || NOTHING
const signsOf = ({ signs, marks }: Concept) =>
  anyOf([...signs.map(({ lexeme }) => lexeme), ...(signs.length > 0 ? [] : marks)])

/** Signs of about the same weight together: ranking costs by the number of queries. */
function weightClasses(concepts: Weighed[]): { weight: number; query: string; size: number }[] {
  const weights = new Map<string, number>()
  for (const { signs, rarity } of concepts)
    for (const { lexeme, weight } of signs) weights.set(lexeme, Math.max(weights.get(lexeme) ?? 0, rarity * weight))
  const sorted = [...weights].toSorted(([, a], [, b]) => b - a)
  const groups: { weight: number; lexemes: string[] }[] = []
  for (const [lexeme, weight] of sorted) {
    const last = groups.at(-1)
    const close = last && (last.weight / last.lexemes.length - weight < 0.15 || groups.length === CLASSES)
    if (last && close) {
      last.lexemes.push(lexeme)
      last.weight += weight
    } else groups.push({ weight, lexemes: [lexeme] })
  }
  if (groups.length === 0) return [{ weight: 0, query: NOTHING, size: 1 }]
  return groups.map(({ weight, lexemes }) => ({
    weight: weight / lexemes.length,
    query: anyOf(lexemes),
    size: lexemes.length,
  }))
}
