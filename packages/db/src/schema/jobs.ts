import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { id, moment } from './columns.ts'

/** What must still happen after a transaction. The row is written in it, and deleted once the work is done. */
export const jobs = pgTable(
  'jobs',
  {
    id: id(),
    kind: text().notNull(),
    payload: jsonb().notNull(),
    runAt: moment().notNull(),
    attempts: integer().notNull().default(0),
    lastError: text(),
  },
  (table) => [index().on(table.runAt)],
)
