import { type Db, users } from '@kettle/db'
import { and, eq, isNull } from 'drizzle-orm'
import type { SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { Reason } from '../reasons.ts'

export type UserRow = typeof users.$inferSelect

/** The account of an address, or undefined. */
export async function findByEmail(db: Db, email: string): Promise<UserRow | undefined> {
  const [row] = await db
    .select()
    .from(users)
    .where(and(eq(users.email, email), isNull(users.deletedAt)))
  return row
}

/**
 * Locks an account until the transaction ends, so that what changes its doors (password, second factor, address, deletion) and
 * what goes through them come one after another. `gone` is what the caller hears when it was deleted.
 */
export async function lockUser(tx: Db, id: string, gone: Reason = 'NOT_SIGNED_IN'): Promise<UserRow> {
  const [row] = await tx
    .select()
    .from(users)
    .where(and(eq(users.id, id), isNull(users.deletedAt)))
    .for('no key update')
  if (!row) throw new DomainError(gone)
  return row
}

/** An account without what nobody else may see. */
export function signedInUser({ id, name, email, locale, role, registerDate }: UserRow): SignedInUser {
  return { id, name, email, locale, role, registerDate }
}
