import { index, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { citext, id, moment } from './columns.ts'

export const locale = pgEnum('locale', ['en', 'ru'])
export const role = pgEnum('role', ['player', 'publisher', 'admin'])

/** People. A row is made by confirming the e-mail address, never before. */
export const users = pgTable('users', {
  id: id(),
  name: text().notNull(),
  email: citext().notNull().unique(),
  passwordHash: text().notNull(),
  registerDate: moment().notNull().defaultNow(),
  locale: locale().notNull().default('en'),
  role: role().notNull().default('player'),
})

/** Log-ins that last. Only the SHA-256 of a token is kept. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    createdAt: moment().notNull(),
    lastSeenAt: moment().notNull(),
    expiresAt: moment().notNull(),
    device: text(),
    ip: text(),
  },
  (table) => [uniqueIndex().on(table.tokenHash), index().on(table.userId), index().on(table.expiresAt)],
)
