import { type Db, recoveryCodes, totps } from '@kettle/db'
import { and, eq, lt } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { hashRecoveryCode } from './recovery-codes.ts'
import { unseal } from './seal.ts'
import { totpStep } from './totp.ts'

/** What `checkSecondFactor` found to be right, to be used up in the transaction that it allows. */
export type SecondFactorProof =
  | { kind: 'none' }
  | { kind: 'totp'; secret: string; step: number }
  | { kind: 'recovery'; codeHash: string }

/**
 * Judges a code of the second factor where the account has one. SECOND_FACTOR_REQUIRED without a code, CODE_INVALID for a wrong
 * or used one, TOO_MANY_ATTEMPTS after too many of those. `field` is what the form calls it; a known `device` has an allowance of its own.
 */
export async function checkSecondFactor(
  deps: Pick<Deps, 'db' | 'clock' | 'limiter' | 'settings'>,
  userId: string,
  code: string | undefined,
  { field = 'code', device = null }: { field?: string; device?: string | null } = {},
): Promise<SecondFactorProof> {
  const [totp] = await deps.db.select().from(totps).where(eq(totps.userId, userId))
  if (!totp) return { kind: 'none' }
  if (code === undefined) throw new DomainError('SECOND_FACTOR_REQUIRED')
  await takeAttempt(deps, userId, device)
  const proof = code.length === 6 ? byApp(deps, totp, code) : await byRecovery(deps, userId, code)
  if (!proof) throw new DomainError('CODE_INVALID', { fields: { [field]: 'CODE_INVALID' } })
  const [limit, key] = attemptsOf(userId, device)
  await deps.limiter.giveBack(limit, key)
  return proof
}

/** Uses a proof up. The caller has locked the account; of two at once with one code the later hears CODE_INVALID. */
export async function consumeSecondFactor(
  tx: Db,
  userId: string,
  proof: SecondFactorProof,
  field = 'code',
): Promise<void> {
  if (proof.kind === 'none') {
    const [totp] = await tx.select({ userId: totps.userId }).from(totps).where(eq(totps.userId, userId))
    // It was switched on in between.
    if (totp) throw new DomainError('SECOND_FACTOR_REQUIRED')
    return
  }
  const used =
    proof.kind === 'totp'
      ? await tx
          .update(totps)
          .set({ lastStep: proof.step })
          .where(and(eq(totps.userId, userId), eq(totps.secret, proof.secret), lt(totps.lastStep, proof.step)))
          .returning({ userId: totps.userId })
      : await tx
          .delete(recoveryCodes)
          .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, proof.codeHash)))
          .returning({ userId: recoveryCodes.userId })
  if (used.length === 0) throw new DomainError('CODE_INVALID', { fields: { [field]: 'CODE_INVALID' } })
}

/** Counts a try at a second factor; over the limit TOO_MANY_ATTEMPTS. */
export async function takeAttempt(
  deps: Pick<Deps, 'limiter'>,
  userId: string,
  device: string | null = null,
): Promise<void> {
  const [limit, key] = attemptsOf(userId, device)
  await deps.limiter.take(limit, key).catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.reason !== 'RATE_LIMITED') throw error
    throw new DomainError('TOO_MANY_ATTEMPTS', {
      message: 'Too many wrong codes, try again later',
      retryAfterSeconds: error.retryAfterSeconds ?? 60,
    })
  })
}

const attemptsOf = (userId: string, device: string | null) =>
  device === null ? (['secondFactorUser', userId] as const) : (['secondFactorDevice', device] as const)

function byApp(
  deps: Pick<Deps, 'clock' | 'settings'>,
  totp: typeof totps.$inferSelect,
  code: string,
): SecondFactorProof | null {
  const step = totpStep(unseal(deps, totp.userId, totp.secret), code, deps.clock.now())
  return step === null || step <= totp.lastStep ? null : { kind: 'totp', secret: totp.secret, step }
}

async function byRecovery(
  deps: Pick<Deps, 'db' | 'settings'>,
  userId: string,
  code: string,
): Promise<SecondFactorProof | null> {
  const codeHash = hashRecoveryCode(deps, userId, code)
  const [known] = await deps.db
    .select({ codeHash: recoveryCodes.codeHash })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.codeHash, codeHash)))
  return known ? { kind: 'recovery', codeHash } : null
}
