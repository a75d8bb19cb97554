import { type Db, licences } from '@kettle/db'
import { and, eq, isNull } from 'drizzle-orm'
import { DomainError } from '../errors.ts'

/** The licence a user has for a game now, or null. */
export async function findLicence(db: Db, userId: string, gameId: string) {
  const [licence] = await db
    .select()
    .from(licences)
    .where(and(eq(licences.userId, userId), eq(licences.gameId, gameId), isNull(licences.revokedAt)))
  return licence ?? null
}

/** The same, or NOT_OWNED. */
export async function requireLicence(db: Db, userId: string, gameId: string) {
  const licence = await findLicence(db, userId, gameId)
  if (!licence) throw new DomainError('NOT_OWNED')
  return licence
}
