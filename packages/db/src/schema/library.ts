import { sql } from 'drizzle-orm'
import { check, index, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { users } from './auth.ts'
import { id, moment } from './columns.ts'
import { games } from './search.ts'

/** Who owns what. The partial unique index is what makes fifty purchases at once one. */
export const licences = pgTable(
  'licences',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    gameId: uuid()
      .notNull()
      .references(() => games.id),
    acquiredAt: moment().notNull(),
    revokedAt: moment(),
  },
  (table) => [
    uniqueIndex('licences_one_per_game').on(table.userId, table.gameId).where(sql`revoked_at is null`),
    index().on(table.gameId),
    index('licences_latest_owners').on(table.gameId, table.acquiredAt.desc()).where(sql`revoked_at is null`),
    index('licences_latest').on(table.userId, table.acquiredAt.desc()).where(sql`revoked_at is null`),
  ],
)

/** One sitting at a game, as the launcher's heartbeats told it. It ends at the last one heard. */
export const playSessions = pgTable(
  'play_sessions',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    gameId: uuid()
      .notNull()
      .references(() => games.id),
    startedAt: moment().notNull(),
    lastHeardAt: moment().notNull(),
    endedAt: moment(),
  },
  (table) => [
    index().on(table.userId, table.gameId),
    index().on(table.gameId),
    // Who plays now.
    index('play_sessions_open').on(table.userId, table.lastHeardAt).where(sql`ended_at is null`),
    check('play_sessions_span', sql`${table.startedAt} <= ${table.lastHeardAt}`),
  ],
)
