import type { Db } from './client.ts'

/**
 * A statement that is asked at nearly every request, built once for each database: putting its text together costs more than sending
 * it. Within a transaction, which is a `Db` of its own, it is built anew.
 */
export function prepared<Statement>(build: (db: Db) => Statement): (db: Db) => Statement {
  const built = new WeakMap<Db, Statement>()
  return (db) => {
    const known = built.get(db)
    if (known) return known
    const statement = build(db)
    built.set(db, statement)
    return statement
  }
}

/** Ids as Postgres reads an array of them from a parameter: `= any($1::uuid[])`. */
export const uuidArray = (ids: readonly string[]): string => `{${ids.join(',')}}`
