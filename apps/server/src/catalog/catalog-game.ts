import { cleanLine, cleanText, day, tagKey } from '@kettle/api'
import { z } from 'zod'
import { languageTag } from './language-tags.ts'

/** A game as it stands in a catalogue file, whatever the file's shape. */
export interface CatalogGame {
  /** The same line is the same game at the next import. */
  ref: string
  slug: string
  /** Whether the file says the slug; else another one may be found when it is taken. */
  slugGiven: boolean
  title: Texts
  shortDescription: Texts
  description: Texts
  developer: string
  publisher: string
  releaseDate: string | null
  tags: string[]
  genres: string[]
  platforms: string[]
  languages: string[]
  ageMark: number | null
  /** Minor units; null where the file does not say. */
  price: number | null
  discountPercent: number | null
  reviewCount: number
  reviewPositive: number
}

interface Texts {
  en: string
  ru: string
}

/** At most `max` UTF-16 units of it, never half a character. */
const cut = (text: string, max: number) => text.slice(0, max).replace(/[\ud800-\udbff]$/u, '')
const line = (max: number) => z.string().transform((text) => cut(cleanLine(text), max))
const text = (max: number) => z.string().transform((text) => cut(cleanText(text), max))
const names = z
  .array(line(120))
  .nullish()
  .transform((list) => (list ?? []).filter(Boolean))
/** One part of a path as it stands: browsers take the parts `.` and `..` for ways up. */
const slug = z
  .string()
  .regex(/^(?!\.{1,2}$)[^\s/\\?#]{1,200}$/u, 'is not a slug')
  .refine((value) => cleanLine(value) === value, 'is not a slug')
const count = z
  .number()
  .int()
  .min(0)
  .max(1_000_000_000)
  .nullish()
  .transform((value) => value ?? null)

const storeLine = z.object({
  id: z.union([z.number().int(), z.string().min(1).max(100)]),
  slug,
  title: line(300).pipe(z.string().min(1, 'is empty')),
  shortDescription: text(1_000).nullish(),
  description: text(20_000).nullish(),
  releaseDate: day('is not a day that a game can come out on').nullish(),
  developers: names,
  publishers: names,
  tags: names,
  genres: names,
  priceCents: count,
  discountCents: count,
  reviewsTotal: count,
  reviewsPositivePct: z.number().min(0).max(100).nullish(),
  mature: z.boolean().nullish(),
  languages: names,
})

const both = z.object({ en: text(20_000).nullish(), ru: text(20_000).nullish() }).nullish()
const packageLine = z.object({
  package: slug,
  title: line(300).pipe(z.string().min(1, 'is empty')),
  description: both,
  summary: both,
  tags: names,
})

/** @throws Error that says what is wrong with the line. */
export function readCatalogGame(text: string): CatalogGame {
  const value: unknown = JSON.parse(text)
  const isPackage = typeof value === 'object' && value !== null && 'package' in value
  const parsed = isPackage
    ? packageLine.transform(fromPackage).safeParse(value)
    : storeLine.transform(fromStore).safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Error(`${issue?.path.join('.') || 'the line'} ${issue?.message}`)
}

const same = (text: string): Texts => ({ en: text, ru: text })
const inCyrillic = (text: string) => /\p{Script=Cyrillic}/u.test(text)
/** A text in one language stands under that one alone; the store falls back to it. */
const oneText = (text: string): Texts => (inCyrillic(text) ? { en: '', ru: text } : { en: text, ru: '' })
const unique = (values: string[]) => [...new Set(values)]
const keys = (values: string[]) =>
  unique(values.map(tagKey).filter((key) => key !== '' && key.length <= 50)).slice(0, 30)

function fromStore(game: z.infer<typeof storeLine>): CatalogGame {
  const { priceCents: price, discountCents: reduced, reviewsTotal } = game
  const reviewCount = game.reviewsPositivePct == null ? 0 : (reviewsTotal ?? 0)
  const percent = price && reduced !== null && reduced < price ? Math.round((1 - reduced / price) * 100) : 0
  const short = game.shortDescription ?? ''
  return {
    ref: `steam:${game.id}`,
    slug: game.slug,
    slugGiven: true,
    title: same(game.title),
    shortDescription: oneText(short),
    description: oneText(game.description || short),
    developer: game.developers.join(', ').slice(0, 200),
    publisher: game.publishers.join(', ').slice(0, 200),
    releaseDate: game.releaseDate ?? null,
    // A genre is often named as a tag too; it stands once.
    tags: keys(game.tags).filter((tag) => !keys(game.genres).includes(tag)),
    genres: keys(game.genres),
    platforms: ['windows'],
    languages: unique(game.languages.flatMap((name) => languageTag(name) ?? [])),
    ageMark: game.mature ? 18 : null,
    price,
    discountPercent: percent >= 1 ? percent : null,
    reviewCount,
    reviewPositive: Math.round((reviewCount * (game.reviewsPositivePct ?? 0)) / 100),
  }
}

/** Tags of Debian say `game::board:chess`: the parts after the first are ours. */
function fromPackage(game: z.infer<typeof packageLine>): CatalogGame {
  const texts = (value: z.infer<typeof both>): Texts => ({ en: value?.en ?? '', ru: value?.ru ?? '' })
  const tags = game.tags.flatMap((tag) => (tag.startsWith('game::') ? tag.slice(6).split(':') : []))
  const known: Record<string, string> = {
    sport: 'sports',
    platform: 'platformer',
    rogue: 'roguelike',
    board: 'board-game',
    card: 'card-game',
  }
  const description = texts(game.description)
  const withoutSummary = (text: string) => text.split('\n\n').slice(1).join('\n\n') || text
  return {
    ref: `debian:${game.package}`,
    slug: game.package,
    slugGiven: false,
    title: same(game.title),
    shortDescription: texts(game.summary),
    description: { en: withoutSummary(description.en), ru: withoutSummary(description.ru) },
    developer: '',
    publisher: 'Debian',
    releaseDate: null,
    tags: keys(tags.map((tag) => known[tag] ?? tag)),
    genres: [],
    platforms: ['linux'],
    languages: [],
    ageMark: null,
    price: 0,
    discountPercent: null,
    reviewCount: 0,
    reviewPositive: 0,
  }
}
