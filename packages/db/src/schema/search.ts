import { type SQL, sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from './auth.ts'
import { id, lexeme, moment, tsvector } from './columns.ts'

/** One text in each language of the store; a missing one falls back to the other. */
export interface LocalText {
  en: string
  ru: string
}

/** What a game speaks, as language tags of BCP 47 (`pt-BR`). */
export interface GameLanguages {
  interface: string[]
  audio: string[]
  subtitles: string[]
}

/** What a machine should have, in the publisher's words ("8 GB"). */
export interface Machine {
  system?: string
  processor?: string
  memory?: string
  graphics?: string
  storage?: string
}

export interface Requirements {
  minimum: Machine
  recommended?: Machine
}

/** The catalogue. Texts stand in both languages; what search reads of them lies in `game_search`. */
export const games = pgTable(
  'games',
  {
    id: id(),
    slug: text().notNull().unique(),
    title: jsonb().$type<LocalText>().notNull(),
    shortDescription: jsonb().$type<LocalText>().notNull(),
    description: jsonb().$type<LocalText>().notNull(),
    developer: text().notNull(),
    publisher: text().notNull(),
    /** Who may push builds and edit the page. */
    ownerId: uuid().references(() => users.id),
    /** Null where nobody knows it. */
    releaseDate: date({ mode: 'string' }),
    /** Keys like `open-world`; tag-names.ts of the api has their names. */
    tags: text().array().notNull().default(sql`'{}'`),
    genres: text().array().notNull().default(sql`'{}'`),
    platforms: text().array().notNull().default(sql`'{}'`),
    /** The undiscounted price in minor units of the store's currency; 0 is free. */
    basePrice: bigint({ mode: 'number' }).notNull(),
    /** File names of pictures in the store's picture folder. */
    cover: text(),
    header: text(),
    screenshots: text().array().notNull().default(sql`'{}'`),
    languages: jsonb().$type<GameLanguages>().notNull().default({ interface: [], audio: [], subtitles: [] }),
    /** The youngest age it is for: 0, 6, 12, 16 or 18; null where nobody said. */
    ageMark: smallint(),
    requirements: jsonb().$type<Requirements>(),
    /** Which line of which imported catalogue this is, e.g. `steam:730`; null for games made here. */
    catalogRef: text().unique('games_catalog_ref'),
    /** Null while the page is a draft or withdrawn from sale. */
    publishedAt: moment(),
    /** Counts up with each change of this row; a trigger keeps it. */
    revision: integer().notNull().default(1),
    /** Which revision changed a column last, by the column's name. */
    columnRevisions: jsonb().$type<Record<string, number>>().notNull().default({}),
  },
  (table) => [
    index('games_new').on(table.releaseDate.desc(), table.id.desc()).where(sql`published_at is not null`),
    index('games_cheapest').on(table.basePrice, table.id.desc()).where(sql`published_at is not null`),
    index('games_dearest').on(table.basePrice.desc(), table.id.desc()).where(sql`published_at is not null`),
    index().using('gin', table.platforms),
    index().on(table.ownerId),
    check('games_age_mark', sql`${table.ageMark} in (0, 6, 12, 16, 18)`),
    check('games_price', sql`${table.basePrice} between 0 and 10000000000`),
  ],
)

/** Every address that a game has or had, so that old links lead to it for ever; a trigger keeps it. */
export const gameAddresses = pgTable(
  'game_addresses',
  {
    slug: text().primaryKey(),
    gameId: uuid()
      .notNull()
      .references(() => games.id, { onDelete: 'cascade' }),
  },
  (table) => [index().on(table.gameId)],
)

/**
 * What purchases and reviews change, kept apart so that the wide row above stays untouched. Every game has a row.
 * `popularity` is ln(sum of e^(t/14 days)) over the purchases: newer ones weigh more, and it never needs refreshing.
 */
export const gameStats = pgTable(
  'game_stats',
  {
    gameId: uuid()
      .primaryKey()
      .references(() => games.id, { onDelete: 'cascade' }),
    purchases: integer().notNull().default(0),
    popularity: doublePrecision().notNull().default(0),
    /** The same measure, of purchases elsewhere, as an import brought it; 0 for none. */
    importedPopularity: doublePrecision().notNull().default(0),
    /** Both together: what "popular" sorts by. */
    trend: doublePrecision()
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`case when popularity = 0 then imported_popularity when imported_popularity = 0 then popularity
          else greatest(popularity, imported_popularity) + ln(1 + exp(-abs(popularity - imported_popularity))) end`,
      ),
    reviewCount: integer().notNull().default(0),
    reviewPositive: integer().notNull().default(0),
    /** Share of thumbs up in percent, null before the first review. */
    rating: smallint().generatedAlwaysAs(
      (): SQL => sql`case when review_count > 0 then round(100.0 * review_positive / review_count) end`,
    ),
    /** What "rating" sorts by: a share that few reviews speak for counts less. */
    ratingScore: doublePrecision()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`kettle_rating_score(review_positive, review_count)`),
    /** How well known a game is, as a rounded logarithm: search prefers such ones gently. */
    prior: smallint()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`round(2 * ln(1 + review_count + 5 * purchases))`),
  },
  (table) => [
    index().on(table.trend.desc(), table.gameId.desc()),
    index().on(table.ratingScore.desc(), table.gameId.desc()),
    check('game_stats_reviews', sql`${table.reviewPositive} between 0 and ${table.reviewCount}`),
  ],
)

/** What search reads of a game, written by triggers: narrow, with the one full-text vector of both languages. */
export const gameSearch = pgTable(
  'game_search',
  {
    gameId: uuid()
      .primaryKey()
      .references(() => games.id, { onDelete: 'cascade' }),
    published: boolean().notNull(),
    /** See kettle_game_document. */
    document: tsvector().notNull(),
    /** The titles as `kettle_words` has them. */
    titles: text().array().notNull(),
    titleWords: smallint().notNull(),
    /** Copied from game_stats. */
    prior: smallint().notNull(),
  },
  (table) => [
    index().using('gin', table.document),
    index('game_search_known').on(table.prior.desc(), table.gameId.desc()).where(sql`published`),
  ],
)

/** In how many games each lexeme of `game_search.document` stands: rare ones say more. */
export const searchTerms = pgTable(
  'search_terms',
  { term: lexeme().primaryKey(), games: integer().notNull() },
  (table) => [index('search_terms_tags').on(table.games.desc()).where(sql`term like '#%'`)],
)

/** The vocabulary of all texts, as people write it: what a misspelt word, or one in the other alphabet, is compared with. */
export const searchWords = pgTable(
  'search_words',
  {
    word: lexeme().primaryKey(),
    games: integer().notNull(),
    sounds: text()
      .array()
      .generatedAlwaysAs((): SQL => sql`kettle_sounds(word)`),
    slips: text()
      .array()
      .generatedAlwaysAs((): SQL => sql`kettle_slips(word)`),
  },
  (table) => [index().using('gin', table.sounds), index().using('gin', table.slips)],
)

/** A lowered price for a while. At a moment the deepest one counts. */
export const discounts = pgTable(
  'discounts',
  {
    id: id(),
    gameId: uuid()
      .notNull()
      .references(() => games.id, { onDelete: 'cascade' }),
    percent: smallint().notNull(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
  },
  (table) => [
    index().on(table.gameId, table.endsAt),
    index().on(table.endsAt),
    check('discounts_percent', sql`${table.percent} between 1 and 100`),
    check('discounts_span', sql`${table.startsAt} < ${table.endsAt}`),
  ],
)

/** One row that counts up whenever games or discounts have changed: what was kept of them before is old. */
export const catalogueRevision = pgTable('catalogue_revision', {
  one: boolean().primaryKey().default(true),
  revision: integer().notNull(),
})
