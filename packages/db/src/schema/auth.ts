import { sql } from 'drizzle-orm'
import { bigint, index, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { citext, id, moment } from './columns.ts'

export const locale = pgEnum('locale', ['en', 'ru'])
export const role = pgEnum('role', ['player', 'publisher', 'admin'])

/**
 * People. A row is made by confirming the e-mail address, never before. Deleting an account keeps the row for the books that point
 * to it, without name, address and password.
 */
export const users = pgTable(
  'users',
  {
    id: id(),
    name: text().notNull(),
    email: citext().notNull().unique(),
    passwordHash: text().notNull(),
    registerDate: moment().notNull().defaultNow(),
    locale: locale().notNull().default('en'),
    role: role().notNull().default('player'),
    deletedAt: moment(),
  },
  (table) => [
    index('users_by_plain_name')
      .using('gin', sql`kettle_plain(${table.name}) gin_trgm_ops`)
      .where(sql`deleted_at is null`),
  ],
)

const ownerId = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

/** Log-ins that last. Only the SHA-256 of a token is kept. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: ownerId(),
    tokenHash: text().notNull(),
    createdAt: moment().notNull(),
    lastSeenAt: moment().notNull(),
    expiresAt: moment().notNull(),
    device: text(),
    ip: text(),
  },
  (table) => [uniqueIndex().on(table.tokenHash), index().on(table.userId), index().on(table.expiresAt)],
)

/** The second factor of an account that has one. */
export const totps = pgTable('totps', {
  userId: ownerId().primaryKey(),
  /** Sealed with a key that the database does not know. */
  secret: text().notNull(),
  enabledAt: moment().notNull(),
  /** The newest time step (RFC 6238) a code was taken of: none is good twice. */
  lastStep: bigint({ mode: 'number' }).notNull(),
})

/** Codes for who has lost the second factor; only a keyed hash is kept, and a used one goes. */
export const recoveryCodes = pgTable('recovery_codes', { userId: ownerId(), codeHash: text().notNull() }, (table) => [
  primaryKey({ columns: [table.userId, table.codeHash] }),
])

/** WebAuthn credentials that log in by themselves. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: id(),
    userId: ownerId(),
    name: text().notNull(),
    /** As the authenticator names it, in base64url; and its public key (COSE), too. */
    credentialId: text().notNull(),
    publicKey: text().notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull(),
    createdAt: moment().notNull(),
    lastUsedAt: moment(),
  },
  (table) => [uniqueIndex().on(table.credentialId), index().on(table.userId)],
)

/** Browsers and programs that an account was used from, so that a new one can be told of. Only a hash of what they call themselves. */
export const knownDevices = pgTable(
  'known_devices',
  { userId: ownerId(), deviceHash: text().notNull(), lastSeenAt: moment().notNull() },
  (table) => [primaryKey({ columns: [table.userId, table.deviceHash] })],
)
