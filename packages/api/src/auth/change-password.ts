import { users } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context, Session } from '../context.ts'
import { tellSessionsEnded } from '../ports/event-bus.ts'
import { refuseCommonPassword } from './common-passwords.ts'
import { claimIdentity, proveIdentity } from './identity.ts'
import { addNotice } from './notices.ts'
import { endOtherSessions } from './revoke-sessions.ts'
import type { changePasswordInput } from './schema.ts'

/** Sets a new password where the old one is known (and the second factor, where there is one), and ends the other sessions. */
export async function changePassword(
  ctx: Pick<Context, 'deps' | 'ip' | 'device'>,
  session: Session,
  input: z.infer<typeof changePasswordInput>,
): Promise<void> {
  const { deps } = ctx
  const { id } = session.user
  refuseCommonPassword(input.newPassword, 'newPassword')
  const proof = await proveIdentity(deps, id, { password: input.oldPassword, code: input.code })
  const passwordHash = await deps.passwords.hash(input.newPassword)
  await deps.db.transaction(async (tx) => {
    const user = await claimIdentity(tx, id, proof)
    await tx.update(users).set({ passwordHash }).where(eq(users.id, id))
    await endOtherSessions(tx, session)
    await addNotice(tx, ctx, user, 'passwordChanged')
  })
  tellSessionsEnded(deps, id)
}
