import { totps } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context, Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { lockUser } from './auth.queries.ts'
import { proveIdentity } from './identity.ts'
import { addNotice } from './notices.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'
import type { confirmTotpInput, setUpTotpInput } from './schema.ts'
import { seal, unseal } from './seal.ts'
import { takeAttempt } from './second-factor.ts'
import { describeTotp, newTotpSecret, totpStep } from './totp.ts'

/** How long a secret waits for its first code, in seconds. */
const SETUP_SECONDS = 600

/** Makes a secret for an authenticator app. Nothing is on before `confirmTotp`; asking again makes another one. */
export async function setUpTotp(
  deps: Pick<Deps, 'db' | 'challenges' | 'clock' | 'limiter' | 'passwords' | 'settings'>,
  user: SignedInUser,
  input: z.infer<typeof setUpTotpInput>,
): Promise<{ secret: string; uri: string }> {
  const [on] = await deps.db.select({ userId: totps.userId }).from(totps).where(eq(totps.userId, user.id))
  if (on) throw new DomainError('SECOND_FACTOR_ON')
  await proveIdentity(deps, user.id, input)
  const secret = newTotpSecret()
  await deps.challenges.put('totp', user.id, seal(deps, user.id, secret), SETUP_SECONDS)
  return describeTotp(secret, user.email)
}

/** Switches the second factor on by its first code, and gives the recovery codes, which are shown this once. */
export async function confirmTotp(
  ctx: Pick<Context, 'deps' | 'ip' | 'device'>,
  { id: userId }: SignedInUser,
  input: z.infer<typeof confirmTotpInput>,
): Promise<{ recoveryCodes: string[] }> {
  const { deps } = ctx
  await takeAttempt(deps, userId)
  const secret = await deps.challenges.look<string>('totp', userId)
  if (secret === null) throw new DomainError('CHALLENGE_EXPIRED')
  const now = deps.clock.now()
  const lastStep = totpStep(unseal(deps, userId, secret), input.code, now)
  if (lastStep === null) throw new DomainError('CODE_INVALID', { fields: { code: 'CODE_INVALID' } })
  await deps.limiter.giveBack('secondFactorUser', userId)
  const recoveryCodes = await deps.db.transaction(async (tx) => {
    const user = await lockUser(tx, userId)
    const made = await tx
      .insert(totps)
      .values({ userId, secret, enabledAt: now, lastStep })
      .onConflictDoNothing()
      .returning({ userId: totps.userId })
    if (made.length === 0) throw new DomainError('SECOND_FACTOR_ON')
    await addNotice(tx, ctx, user, 'totpOn')
    return replaceRecoveryCodes(tx, deps, userId)
  })
  await deps.challenges.take('totp', userId).catch(() => {})
  return { recoveryCodes }
}
