import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { users } from './auth.ts'
import { id, moment } from './columns.ts'
import { games } from './search.ts'

/** What one can start in a build; the same shape as in the build's manifest. */
export interface LaunchEntry {
  platform: string
  name: string
  kind: 'native' | 'html'
  path: string
  args: string[]
}

/** A game's folder at a version for a platform, as it stands in the depot. Never changes. */
export const builds = pgTable(
  'builds',
  {
    id: id(),
    gameId: uuid()
      .notNull()
      .references(() => games.id),
    platform: text().notNull(),
    version: text().notNull(),
    /** Lower-case hex SHA-256 that names the manifest in the depot. */
    manifestSha256: text().notNull(),
    /** Bytes on the player's disk, and over the line for a first install. */
    installBytes: bigint({ mode: 'number' }).notNull(),
    downloadBytes: bigint({ mode: 'number' }).notNull(),
    fileCount: integer().notNull(),
    launch: jsonb().$type<LaunchEntry[]>().notNull(),
    /** What is new, in the publisher's words. */
    notes: text().notNull().default(''),
    createdBy: uuid().references(() => users.id),
    createdAt: moment().notNull(),
  },
  (table) => [unique('builds_version').on(table.gameId, table.platform, table.version)],
)

/** Which build a player of a channel gets. */
export const channels = pgTable(
  'channels',
  {
    gameId: uuid()
      .notNull()
      .references(() => games.id),
    platform: text().notNull(),
    channel: text().notNull(),
    buildId: uuid()
      .notNull()
      .references(() => builds.id),
    promotedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.gameId, table.platform, table.channel] }), index().on(table.buildId)],
)

export const uploadStatus = pgEnum('upload_status', ['open', 'ingesting', 'done', 'failed'])

/** A folder that a publisher is sending. */
export const uploads = pgTable(
  'uploads',
  {
    id: id(),
    gameId: uuid()
      .notNull()
      .references(() => games.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    platform: text().notNull(),
    version: text().notNull(),
    /** What is new in it; the build gets them. */
    notes: text().notNull().default(''),
    status: uploadStatus().notNull().default('open'),
    buildId: uuid().references(() => builds.id),
    createdAt: moment().notNull(),
    /** When it was finished: since then it waits to become a build, or becomes one. */
    queuedAt: moment(),
    /** When it was last begun to be made a build. */
    startedAt: moment(),
    /** Until then it belongs to whoever holds the lease; later to whoever takes it over. */
    leaseUntil: moment(),
    leaseId: uuid(),
    attempts: integer().notNull().default(0),
    /** How much of its files has been read. */
    bytesDone: bigint({ mode: 'number' }).notNull().default(0),
    bytesTotal: bigint({ mode: 'number' }).notNull().default(0),
    /** What the publisher's builds did not have before. */
    newBytes: bigint({ mode: 'number' }).notNull().default(0),
    /** Why it failed: a reason of the API, and a sentence. */
    failure: text(),
    failureMessage: text(),
  },
  (table) => [
    index().on(table.gameId),
    index().on(table.userId, table.startedAt),
    index('uploads_waiting').on(table.queuedAt).where(sql`status = 'ingesting'`),
  ],
)

/**
 * The index of versions that shared chunks between publishers. Nothing reads it; it stays for as long as nodes of such a version
 * may run beside this one.
 */
export const chunks = pgTable(
  'chunks',
  {
    sha256: text().primaryKey(),
    size: integer().notNull(),
    pack: text().notNull(),
    offset: integer().notNull(),
    packedSize: integer().notNull(),
    packSize: integer().notNull(),
    encoding: text().$type<'raw' | 'zstd'>().notNull(),
  },
  (table) => [index().on(table.pack)],
)

/** Where the depot keeps each chunk of a publisher's builds: a range of a pack. */
export const chunkLocations = pgTable(
  'chunk_locations',
  {
    /** The publisher: chunks are never shared between two, so that neither can learn what the other has. */
    owner: text().notNull(),
    sha256: text().notNull(),
    size: integer().notNull(),
    pack: text().notNull(),
    offset: integer().notNull(),
    packedSize: integer().notNull(),
    packSize: integer().notNull(),
    encoding: text().$type<'raw' | 'zstd'>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.owner, table.sha256] }), index().on(table.pack)],
)

/** A way from one build to another that is cheaper than chunks, as it stands in the depot. */
export const patches = pgTable(
  'patches',
  {
    buildId: uuid()
      .notNull()
      .references(() => builds.id, { onDelete: 'cascade' }),
    fromBuildId: uuid()
      .notNull()
      .references(() => builds.id, { onDelete: 'cascade' }),
    /** Lower-case hex SHA-256 that names it in the depot. */
    sha256: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    /** What a player of the old build fetches in all. */
    updateBytes: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.buildId, table.fromBuildId] }), index().on(table.fromBuildId)],
)

/** What the depot holds and no build needs. It is deleted only when that is still so a while after it was noticed. */
export const depotGarbage = pgTable(
  'depot_garbage',
  {
    kind: text().$type<'packs' | 'manifests' | 'patches'>().notNull(),
    sha256: text().notNull(),
    markedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.sha256] })],
)
