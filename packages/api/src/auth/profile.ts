import { sessions, users } from '@kettle/db'
import { and, eq, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps, Session, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { refuseCommonPassword } from './common-passwords.ts'
import type { changePasswordInput, updateProfileInput } from './schema.ts'

/** Changes one's name or language; what is absent stays. */
export async function updateProfile(
  deps: Pick<Deps, 'db'>,
  user: SignedInUser,
  input: z.infer<typeof updateProfileInput>,
): Promise<SignedInUser> {
  if (input.name === undefined && input.locale === undefined) return user
  const [row] = await deps.db.transaction((tx) => tx.update(users).set(input).where(eq(users.id, user.id)).returning())
  if (!row) throw new DomainError('NOT_FOUND')
  const { passwordHash: _hash, ...rest } = row
  return rest
}

/** Sets a new password where the old one is known, and ends the other sessions. */
export async function changePassword(
  deps: Pick<Deps, 'db' | 'limiter' | 'passwords'>,
  session: Session,
  input: z.infer<typeof changePasswordInput>,
): Promise<void> {
  refuseCommonPassword(input.newPassword)
  const { id, email } = session.user
  await deps.limiter.take('loginAddress', email)
  const [row] = await deps.db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, id))
  if (!(await deps.passwords.verify(row?.hash ?? null, input.oldPassword))) throw new DomainError('INVALID_CREDENTIALS')
  await deps.limiter.giveBack('loginAddress', email)
  const passwordHash = await deps.passwords.hash(input.newPassword)
  await deps.db.transaction(async (tx) => {
    await tx.update(users).set({ passwordHash }).where(eq(users.id, id))
    await tx.delete(sessions).where(and(eq(sessions.userId, id), ne(sessions.id, session.id)))
  })
}

/** Ends this session. */
export async function logout(deps: Pick<Deps, 'db'>, session: Session): Promise<void> {
  await deps.db.transaction((tx) => tx.delete(sessions).where(eq(sessions.id, session.id)))
}
