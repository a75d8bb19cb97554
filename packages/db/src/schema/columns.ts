import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'

/** A UUIDv7 primary key, made here so that a verb knows the id before it writes. */
export const id = () => uuid().primaryKey().$defaultFn(v7)

/** A moment in UTC, as a Date. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' })

/** Text that compares without case (Postgres `citext`). */
export const citext = customType<{ data: string }>({ dataType: () => 'citext' })

/** A full-text vector; written by Postgres only. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** Text compared byte by byte (`COLLATE "C"`): several times as fast to look up, for what is never shown in order. */
export const lexeme = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })
