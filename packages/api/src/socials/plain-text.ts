import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/**
 * A text as people look for it: without case, accents (so that ё is е) and apostrophes, with a space for each hyphen. Both sides of a
 * comparison go through it; see `kettle_plain` in the migrations.
 */
export const plain = (text: string | SQLWrapper): SQL<string> => sql<string>`kettle_plain(${text})`

/** What somebody looks for, as a part of a pattern of `like` over `plain`. */
export const likePattern = (query: string): SQL<string> =>
  sql<string>`regexp_replace(${plain(query)}, '([\\\\%_])', '\\\\\\1', 'g')`
