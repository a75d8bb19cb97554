import { type Db, users } from '@kettle/db'
import { and, eq, isNull } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { Reason } from '../reasons.ts'
import { lockUser, type UserRow } from './auth.queries.ts'
import { checkSecondFactor, consumeSecondFactor, type SecondFactorProof } from './second-factor.ts'

/** That somebody knew the password, and the second factor where there is one. */
export interface IdentityProof {
  passwordHash: string
  factor: SecondFactorProof
}

export type IdentityDeps = Pick<Deps, 'db' | 'clock' | 'limiter' | 'passwords' | 'settings'>

/**
 * Asks the caller's password, and the second factor's code, before something grave. Also right ones count towards the limit: nobody
 * does such things often, and most of them send a mail. INVALID_CREDENTIALS,
 * and the second factor's own reasons.
 */
export async function proveIdentity(
  deps: IdentityDeps,
  userId: string,
  { password, code }: { password: string; code?: string | undefined },
): Promise<IdentityProof> {
  await deps.limiter.take('passwordUser', userId)
  const [row] = await deps.db
    .select({ hash: users.passwordHash })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)))
  if (!row) throw new DomainError('NOT_SIGNED_IN')
  if (!(await deps.passwords.verify(row.hash, password))) throw new DomainError('INVALID_CREDENTIALS')
  return { passwordHash: row.hash, factor: await checkSecondFactor(deps, userId, code) }
}

/** Locks the account and uses the proof up: it counts only while password and second factor are still those that it proves. */
export async function claimIdentity(tx: Db, userId: string, proof: IdentityProof, gone?: Reason): Promise<UserRow> {
  const user = await lockUser(tx, userId, gone)
  if (user.passwordHash !== proof.passwordHash) throw new DomainError('INVALID_CREDENTIALS')
  await consumeSecondFactor(tx, userId, proof.factor)
  return user
}
