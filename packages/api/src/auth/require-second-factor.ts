import { totps } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'

/** SECOND_FACTOR_MISSING where the store wants a second factor of this role, and the account has none. */
export async function requireSecondFactor(
  { db, settings }: Pick<Deps, 'db' | 'settings'>,
  { id, role }: Pick<SignedInUser, 'id' | 'role'>,
): Promise<void> {
  if (!settings.secondFactorRoles.includes(role)) return
  const [totp] = await db.select({ userId: totps.userId }).from(totps).where(eq(totps.userId, id))
  if (!totp) throw new DomainError('SECOND_FACTOR_MISSING')
}
