import type { PgDatabase } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { guardBegin, prepareStatements } from './guarded-begin.ts'
import * as schema from './schema/index.ts'

/**
 * The database as verbs see it: a pool, or a transaction of it. Outside `db.transaction` it only reads;
 * a write there fails with 25006. See guarded-begin.ts for why.
 */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>

export interface Database {
  db: Db
  /** Ends all connections, waiting at most `seconds` for running queries. */
  close(seconds?: number): Promise<void>
}

export interface DatabaseOptions {
  /** Connections at most. */
  max?: number
  /** Shown in pg_stat_activity. */
  name?: string
  /** Other limits than the store's, by Postgres' names and in milliseconds: a test crowds the database as no store may. */
  limits?: Partial<typeof LIMITS>
}

const LIMITS = { statement_timeout: 10_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 15_000 }

/** Opens a pool on a Postgres URL. Every statement, lock and idle transaction has a limit, so nothing waits for ever. */
export function createDb(url: string, options: DatabaseOptions = {}): Database {
  const client = postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 5,
    idle_timeout: 60,
    // Seconds before the next try to connect: at most two, so that the store heals soon after Postgres is back.
    backoff: (tries) => Math.min(2 ** tries / 20, 2),
    // Drizzle reads arrays by itself; asking for their types at each connect rejects where nobody hears it when the connection dies.
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: options.name ?? 'kettle',
      default_transaction_read_only: true,
      ...LIMITS,
      ...options.limits,
    },
  })
  guardBegin(client)
  prepareStatements(client)
  return {
    db: drizzle(client, { schema, casing: 'snake_case' }),
    close: (seconds = 5) => client.end({ timeout: seconds }),
  }
}
