import type { z } from 'zod'
import type { Context, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { findByEmail, signedInUser } from './auth.queries.ts'
import { knownDevice } from './device-token.ts'
import { claimIdentity } from './identity.ts'
import type { loginInput } from './schema.ts'
import { checkSecondFactor } from './second-factor.ts'
import { createSession } from './sessions.ts'

/**
 * Logs in by address and password, and by the second factor where there is one. An unknown address and a wrong password answer
 * alike and take as long; that a second factor is wanted hears only who knows the password. A device that has logged in before is
 * counted by itself: others' guesses don't lock it out.
 */
export async function login(
  ctx: Pick<Context, 'deps' | 'ip' | 'device' | 'deviceToken' | 'session'>,
  input: z.infer<typeof loginInput>,
): Promise<{ token: string; user: SignedInUser }> {
  const { deps } = ctx
  await deps.limiter.take('loginIp', ctx.ip)
  const row = await findByEmail(deps.db, input.email)
  const known = row ? knownDevice(deps, row.id, ctx.deviceToken) : null
  const [limit, key] = known === null ? (['loginAddress', input.email] as const) : (['loginDevice', known] as const)
  await deps.limiter.take(limit, key)
  const right = await deps.passwords.verify(row?.passwordHash ?? null, input.password)
  if (!row || !right) throw new DomainError('INVALID_CREDENTIALS', { userId: row?.id })
  const giveBack = [deps.limiter.giveBack('loginIp', ctx.ip), deps.limiter.giveBack(limit, key)]
  const [factor] = await Promise.all([checkSecondFactor(deps, row.id, input.code, { device: known }), ...giveBack])
  const proof = { passwordHash: row.passwordHash, factor }
  return deps.db.transaction(async (tx) => {
    const user = await claimIdentity(tx, row.id, proof, 'INVALID_CREDENTIALS')
    return { token: await createSession(tx, ctx, user), user: signedInUser(user) }
  })
}
