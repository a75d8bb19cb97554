import { recoveryCodes, totps } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import { claimIdentity, proveIdentity } from './identity.ts'
import { addNotice } from './notices.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'
import type { disableTotpInput, renewRecoveryCodesInput } from './schema.ts'

/** Switches the second factor off, recovery codes and all. SECOND_FACTOR_OFF when it is. */
export async function disableTotp(
  ctx: Pick<Context, 'deps' | 'ip' | 'device'>,
  userId: string,
  input: z.infer<typeof disableTotpInput>,
): Promise<void> {
  const { deps } = ctx
  const proof = await proveIdentity(deps, userId, input)
  if (proof.factor.kind === 'none') throw new DomainError('SECOND_FACTOR_OFF')
  // A secret still waiting to be confirmed must not come on again without the password.
  await deps.challenges.take('totp', userId)
  await deps.db.transaction(async (tx) => {
    const user = await claimIdentity(tx, userId, proof)
    await tx.delete(totps).where(eq(totps.userId, userId))
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
    await addNotice(tx, ctx, user, 'totpOff')
  })
}

/** Ten new recovery codes in place of the old ones, shown this once. */
export async function renewRecoveryCodes(
  ctx: Pick<Context, 'deps' | 'ip' | 'device'>,
  userId: string,
  input: z.infer<typeof renewRecoveryCodesInput>,
): Promise<{ recoveryCodes: string[] }> {
  const { deps } = ctx
  const proof = await proveIdentity(deps, userId, input)
  if (proof.factor.kind === 'none') throw new DomainError('SECOND_FACTOR_OFF')
  return deps.db.transaction(async (tx) => {
    const user = await claimIdentity(tx, userId, proof)
    await addNotice(tx, ctx, user, 'recoveryCodesRenewed')
    return { recoveryCodes: await replaceRecoveryCodes(tx, deps, userId) }
  })
}
