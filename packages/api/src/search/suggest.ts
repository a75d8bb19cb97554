import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { inLocale, picturePath } from '../library/game-cards.ts'
import { tagNames } from '../library/tag-names.ts'
import { rankedGames } from './rank.ts'
import { understand } from './understand.ts'
import { foldWords } from './words/fold.ts'

export interface Suggestions {
  games: { slug: string; title: string; cover: string | null }[]
  /** Tags by the beginning of their name; `value` is what `search.games` takes. */
  tags: { value: string; name: string }[]
  /** What was probably meant, where nothing begins like this. */
  correctedQuery?: string
}

const GAMES = 6
const TAGS = 4
const LOOKED_AT = 400
const KNOWN_POOL = 3_000

interface Row extends Record<string, unknown> {
  slug: string
  title: { en: string; ru: string }
  cover: string | null
}

/** What the begun words may become: titles, best known first, and tags. */
export async function suggest(ctx: Pick<Context, 'deps' | 'locale'>, prefix: string): Promise<Suggestions> {
  const { db, search } = ctx.deps
  const words = foldWords(prefix.normalize('NFKC')).slice(0, 12)
  const asGame = ({ slug, title, cover }: Row) => ({
    slug,
    title: inLocale(title, ctx.locale),
    cover: picturePath(cover),
  })
  if (words.length === 0) {
    if (!/\p{P}/u.test(prefix)) return { games: [], tags: [] }
  } else {
    const begun = await begunTitles(ctx.deps, words)
    const tags = tagsBeginning(words.join(' '), ctx.locale)
    if (begun.length > 0 || tags.length > 0) return { games: begun.map(asGame), tags }
  }
  const understood = await understand(db, await search.lexicon(db), prefix)
  if (!understood || prefix.trim().length < 3) return { games: [], tags: [] }
  const rows = await db.execute<Row>(sql`
    select g.slug, g.title, g.cover from ${rankedGames(understood, 100_000, sql`true`)} as ranking join games g on g.id = game_id
    where score > 0.5 order by score desc limit ${GAMES}`)
  const { corrected } = understood
  return {
    games: rows.map(asGame),
    tags: corrected ? tagsBeginning(corrected, ctx.locale) : [],
    ...(corrected && rows.length > 0 ? { correctedQuery: corrected } : {}),
  }
}

/** Titles that have all of the words, the last one as a beginning; those that begin with them as a whole come first. */
async function begunTitles({ db }: Pick<Context['deps'], 'db'>, words: string[]): Promise<Row[]> {
  const text = words.join(' ')
  const last = words.at(-1) ?? ''
  const match = [...words.slice(0, -1).map((word) => `'=${word}'`), `'=${last}':*`].join(' & ')
  const begins = sql`exists (select from unnest(titles) title where starts_with(title, ${text}))`
  const ranked = (from: ReturnType<typeof sql>) => sql`
    select g.slug, g.title, g.cover from (select game_id, ${begins} as begins, prior from ${from}) s join games g on g.id = s.game_id
    order by s.begins desc, s.prior desc, g.id desc limit ${GAMES}`
  const known = sql`(select * from (select game_id, document, titles, prior from game_search where published
    order by prior desc nulls last, game_id desc nulls last limit ${KNOWN_POOL}) known where document @@ ${match}::tsquery) known`
  // A letter or two begin far too much to look at all of it.
  if (text.length <= 2) return [...(await db.execute<Row>(ranked(known)))]
  const direct = await db.execute<Row & { looked: number }>(sql`
    with looked as materialized (select game_id, titles, prior from game_search where published and document @@ ${match}::tsquery limit ${LOOKED_AT})
    select t.*, (select count(*)::int from looked) as looked from (${ranked(sql`looked`)}) t`)
  if ((direct[0]?.looked ?? 0) < LOOKED_AT) return [...direct]
  const best = await db.execute<Row>(ranked(known))
  const slugs = new Set(best.map(({ slug }) => slug))
  return [...best, ...direct.filter(({ slug }) => !slugs.has(slug))].slice(0, GAMES)
}

function tagsBeginning(text: string, locale: 'en' | 'ru'): Suggestions['tags'] {
  const begins = (name: string) => foldWords(name).join(' ').startsWith(text)
  return [...tagNames]
    .filter(([, { en, ru }]) => begins(en) || begins(ru))
    .slice(0, TAGS)
    .map(([value, names]) => ({ value, name: names[locale] }))
}
