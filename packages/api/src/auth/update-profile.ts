import { users } from '@kettle/db'
import { and, eq, isNull } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { signedInUser } from './auth.queries.ts'
import type { updateProfileInput } from './schema.ts'

/** Changes one's name or language; what is absent stays. */
export async function updateProfile(
  deps: Pick<Deps, 'db'>,
  user: SignedInUser,
  input: z.infer<typeof updateProfileInput>,
): Promise<SignedInUser> {
  if (input.name === undefined && input.locale === undefined) return user
  const [row] = await deps.db.transaction((tx) =>
    tx
      .update(users)
      .set(input)
      .where(and(eq(users.id, user.id), isNull(users.deletedAt)))
      .returning(),
  )
  if (!row) throw new DomainError('NOT_FOUND')
  return signedInUser(row)
}
