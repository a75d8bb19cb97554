import { type SQL, sql } from 'drizzle-orm'
import { check, date, doublePrecision, index, integer, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { users } from './auth.ts'
import { id, moment, tsvector } from './columns.ts'

/** One text in each language of the store; a missing one falls back to the other. */
export interface LocalText {
  en: string
  ru: string
}

/** The catalogue. Texts stand in both languages; `search` is their full-text vector, weights A to D. */
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
    releaseDate: date({ mode: 'string' }).notNull(),
    tags: text().array().notNull().default(sql`'{}'`),
    platforms: text().array().notNull().default(sql`'{}'`),
    /** The undiscounted price in minor units of the store's currency; 0 is free. */
    basePrice: integer().notNull(),
    /** File names of pictures in the store's picture folder. */
    cover: text(),
    header: text(),
    /** Share of thumbs up in percent, null before the first review. */
    rating: smallint(),
    /** Null while the page is a draft or withdrawn from sale. */
    publishedAt: moment(),
    search: tsvector().generatedAlwaysAs(
      (): SQL => sql`kettle_game_vector(title, short_description, description, tags)`,
    ),
  },
  (table) => [
    index().using('gin', table.search),
    index('games_new').on(table.releaseDate.desc(), table.id.desc()).where(sql`published_at is not null`),
    index().on(table.ownerId),
    check('games_price', sql`${table.basePrice} between 0 and 100000000`),
  ],
)

/**
 * What each purchase changes, kept apart so that the wide row above and its text index stay untouched.
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
  },
  (table) => [index().on(table.popularity.desc(), table.gameId.desc())],
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
