import { type Db, discounts, gameAddresses, gameStats, games } from '@kettle/db'
import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { type CatalogGame, readCatalogGame } from './catalog-game.ts'
import { readLines } from './read-lines.ts'

export interface ImportOptions {
  /** Minor units for games of which the file says no price; null leaves them out. */
  priceOfUnpriced: number | null
  /** How long a discount that the file tells of is to run from now on. */
  discountDays: number
  now: Date
  /** Leaves the counting to the caller, who imports more: search finds new words only after `countAnew`. */
  countLater?: boolean
  /** Called about once a batch. */
  onProgress?: (report: ImportReport) => void
  /** Called for each line that is left out. */
  onBadLine?: (line: number, reason: string) => void
}

export interface ImportReport {
  lines: number
  added: number
  changed: number
  same: number
  /** Lines left out, with or without fault of theirs. */
  skipped: number
  /** Games that got the price of the unpriced. */
  unpriced: number
}

const BATCH = 500
const DAY_MS = 24 * 3600_000
/** As game_stats.popularity: e-fold in 14 days. */
const DECAY_DAYS = 14

interface Line {
  number: number
  game: CatalogGame
}

/**
 * Reads a catalogue into the store, batch by batch, each in a transaction of its own: broken off, it can be run again. What stands there
 * already as the file says stays untouched. Reviews and discounts come with new games only, since afterwards they are the store's own.
 */
export async function importCatalog(db: Db, file: string, options: ImportOptions): Promise<ImportReport> {
  const report: ImportReport = { lines: 0, added: 0, changed: 0, same: 0, skipped: 0, unpriced: 0 }
  const skip = (line: number, reason: string) => {
    report.skipped++
    options.onBadLine?.(line, reason)
  }
  let batch: Line[] = []
  const flush = async () => {
    await importBatch(db, batch, options, report, skip)
    batch = []
    options.onProgress?.(report)
  }
  for await (const text of readLines(file)) {
    const number = ++report.lines
    if (text === null) skip(number, 'is longer than a megabyte')
    else if (text.trim() !== '') {
      try {
        batch.push({ number, game: readCatalogGame(text) })
      } catch (error) {
        skip(number, error instanceof SyntaxError ? 'is not JSON' : (error as Error).message)
      }
    }
    if (batch.length >= BATCH) await flush()
  }
  await flush()
  if (!options.countLater && report.added + report.changed > 0) await countAnew(db)
  return report
}

async function importBatch(
  db: Db,
  lines: Line[],
  options: ImportOptions,
  report: ImportReport,
  skip: (line: number, reason: string) => void,
): Promise<void> {
  const wanted = await withFreeSlugs(db, lines, skip)
  const priced = wanted.flatMap(({ number, game }) => {
    if (game.price !== null) return [{ number, game, price: game.price }]
    if (options.priceOfUnpriced === null) {
      skip(number, 'has no price')
      return []
    }
    report.unpriced++
    return [{ number, game, price: options.priceOfUnpriced }]
  })
  await writeGood(db, priced, options, report, skip)
}

interface PricedLine extends Line {
  price: number
}

/** Writes lines, all but those that the database refuses: it halves them until these are found. */
async function writeGood(
  db: Db,
  lines: PricedLine[],
  options: ImportOptions,
  report: ImportReport,
  skip: (line: number, reason: string) => void,
): Promise<void> {
  const [first] = lines
  if (!first) return
  try {
    await write(db, lines, options, report)
  } catch (error) {
    const fault = dataFault(error)
    if (fault === null) throw error
    if (lines.length === 1) {
      skip(first.number, `is refused by the database: ${fault}`)
      return
    }
    const half = Math.ceil(lines.length / 2)
    await writeGood(db, lines.slice(0, half), options, report, skip)
    await writeGood(db, lines.slice(half), options, report, skip)
  }
}

/** What Postgres says of values that it doesn't take (SQLSTATE classes 22 and 23, and 54 for what is too large); null for anything else. */
function dataFault(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && /^(22|23|54)/u.test(String(cause.code))) return cause.message
  return null
}

async function write(db: Db, priced: PricedLine[], options: ImportOptions, report: ImportReport): Promise<void> {
  await db.transaction(async (tx) => {
    // The triggers stand back: this batch is indexed below, and all is counted at the end.
    await tx.execute(sql`select set_config('kettle.import', 'on', true)`)
    const columns = [
      ...[
        'slug',
        'title',
        'short_description',
        'description',
        'developer',
        'publisher',
        'release_date',
        'tags',
        'genres',
      ],
      ...['platforms', 'languages', 'age_mark', 'base_price'],
    ]
    const list = (prefix: string) => sql.raw(`(${columns.map((column) => `${prefix}."${column}"`).join(', ')})`)
    const written = await tx
      .insert(games)
      .values(priced.map(({ game, price }) => rowOf(game, price, options.now)))
      .onConflictDoUpdate({
        target: games.catalogRef,
        set: Object.fromEntries(columns.map((column) => [camel(column), sql.raw(`excluded."${column}"`)])),
        setWhere: sql`${list('games')} is distinct from ${list('excluded')}`,
      })
      .returning({ id: games.id, ref: games.catalogRef, isNew: sql<boolean>`(xmax = 0)` })
    const byRef = new Map(priced.map(({ game, price }) => [game.ref, { game, price }]))
    const added = written.filter((row) => row.isNew)
    const stats = added.flatMap((row) => {
      const game = byRef.get(row.ref ?? '')?.game
      return game ? [statsOf(row.id, game, options.now)] : []
    })
    const offers = added.flatMap((row) => {
      const percent = byRef.get(row.ref ?? '')?.game.discountPercent
      const endsAt = new Date(options.now.getTime() + options.discountDays * DAY_MS)
      return percent ? [{ gameId: row.id, percent, startsAt: options.now, endsAt }] : []
    })
    // A free game has nothing to take off.
    const free = written.flatMap((row) => (byRef.get(row.ref ?? '')?.price === 0 ? [row.id] : []))
    if (free.length > 0)
      await tx
        .update(discounts)
        .set({ endsAt: options.now })
        .where(
          and(inArray(discounts.gameId, free), lt(discounts.startsAt, options.now), gt(discounts.endsAt, options.now)),
        )
    if (stats.length > 0) await tx.insert(gameStats).values(stats).onConflictDoNothing()
    if (offers.length > 0) await tx.insert(discounts).values(offers)
    if (written.length > 0)
      await tx.execute(
        sql`select kettle_index_games(${sql.param(`{${written.map((row) => row.id).join(',')}}`)}::uuid[])`,
      )
    report.added += added.length
    report.changed += written.length - added.length
    report.same += priced.length - written.length
  })
}

/** Leaves out games whose address belongs to another one; where the file did not say the address, another is found. */
async function withFreeSlugs(db: Db, lines: Line[], skip: (line: number, reason: string) => void): Promise<Line[]> {
  if (lines.length === 0) return []
  const ways = lines.flatMap(({ game }) => [game.slug, `${game.slug}-debian`])
  const found = await db
    .select({ slug: gameAddresses.slug, ref: games.catalogRef })
    .from(gameAddresses)
    .innerJoin(games, eq(games.id, gameAddresses.gameId))
    .where(inArray(gameAddresses.slug, ways))
  const holders = new Map(found.map((row) => [row.slug, row.ref ?? 'a game made here']))
  const refs = new Set<string>()
  return lines.flatMap(({ number, game }) => {
    const holds = (slug: string) => holders.get(slug) ?? game.ref
    const slug = game.slugGiven || holds(game.slug) === game.ref ? game.slug : `${game.slug}-debian`
    if (refs.has(game.ref)) {
      skip(number, `is ${game.ref} a second time`)
      return []
    }
    if (holds(slug) !== game.ref) {
      skip(number, `wants the address “${slug}”, which belongs to ${holds(slug)}`)
      return []
    }
    refs.add(game.ref)
    holders.set(slug, game.ref)
    return [{ number, game: { ...game, slug } }]
  })
}

function rowOf(game: CatalogGame, basePrice: number, now: Date): typeof games.$inferInsert {
  const { slug, title, shortDescription, description, developer, publisher, releaseDate, tags, genres, platforms } =
    game
  const languages = { interface: game.languages, audio: [], subtitles: [] }
  return {
    ...{ slug, title, shortDescription, description, developer, publisher, releaseDate, tags, genres, platforms },
    ...{ languages, ageMark: game.ageMark, basePrice, catalogRef: game.ref, publishedAt: now },
  }
}

/** Reviews stand for purchases that were spread evenly since the release. */
function statsOf(gameId: string, game: CatalogGame, now: Date): typeof gameStats.$inferInsert {
  const { reviewCount, reviewPositive, releaseDate } = game
  const ageDays = Math.max(DECAY_DAYS, (now.getTime() - Date.parse(releaseDate ?? '2020-01-01')) / DAY_MS)
  const importedPopularity =
    reviewCount > 0 ? Math.log((reviewCount * DECAY_DAYS) / ageDays) + now.getTime() / DAY_MS / DECAY_DAYS : 0
  return { gameId, reviewCount, reviewPositive, importedPopularity }
}

/** The statistics of search, and the planner's. */
export async function countAnew(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.execute(sql`select kettle_recount_all()`)
    await tx.execute(sql`select gin_clean_pending_list('game_search_document_index')`)
    for (const table of ['games', 'game_search', 'game_stats', 'discounts', 'search_terms', 'search_words'])
      await tx.execute(sql`analyze ${sql.identifier(table)}`)
  })
}

function camel(column: string): string {
  return column.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase())
}
