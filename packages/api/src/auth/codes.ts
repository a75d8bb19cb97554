import { createHmac } from 'node:crypto'
import type { Deps } from '../context.ts'
import { DomainError, isOutage } from '../errors.ts'
import { CODE_SECONDS, type CodePurpose, type Redeemed } from '../ports/code-store.ts'

/** What is stored in place of a code: worthless without the key, and good for one address (or user) and one purpose only. */
export function hashCode(
  deps: Pick<Deps, 'settings'>,
  purpose: CodePurpose | 'register',
  owner: string,
  code: string,
): string {
  return createHmac('sha256', deps.settings.codeKey).update(`${purpose}\n${owner}\n${code}`).digest('hex')
}

/** When a code made now stops being good. */
export function codeExpiry(deps: Pick<Deps, 'clock'>): string {
  return new Date(deps.clock.now().getTime() + CODE_SECONDS * 1000).toISOString()
}

/** What waits behind a mailed code that stays good, or by reason why not. A wrong one counts as a try. */
export async function checkCode<Payload>(
  deps: Pick<Deps, 'codes' | 'settings'>,
  purpose: CodePurpose,
  owner: string,
  code: string,
): Promise<Payload> {
  return judged(await deps.codes.check<Payload>(purpose, owner, hashCode(deps, purpose, owner, code)))
}

/**
 * Uses a mailed code up for some work, or says by reason why not. When the database is away in the middle of it the code is laid back, so
 * that who has it can try again. `fields` are what the form calls the code.
 */
export async function spendCode<Payload, Result>(
  deps: Pick<Deps, 'codes' | 'settings'>,
  { purpose, owner, code, fields = ['code'] }: { purpose: CodePurpose; owner: string; code: string; fields?: string[] },
  work: (payload: Payload) => Promise<Result>,
): Promise<Result> {
  const codeHash = hashCode(deps, purpose, owner, code)
  const payload = judged(await deps.codes.redeem<Payload>(purpose, owner, codeHash), fields)
  try {
    return await work(payload)
  } catch (error) {
    if (isOutage(error)) await deps.codes.put(purpose, owner, codeHash, payload).catch(() => {})
    throw error
  }
}

/** What waits behind a code that was right; throws by reason for any other. `fields` are what the form calls the code. */
export function judged<Payload>(redeemed: Redeemed<Payload>, fields: string[] = ['code']): Payload {
  if (redeemed.status === 'ok') return redeemed.payload
  if (redeemed.status === 'wrong')
    throw new DomainError('CODE_INVALID', {
      fields: Object.fromEntries(fields.map((field) => [field, 'CODE_INVALID'])),
    })
  throw new DomainError(redeemed.status === 'burned' ? 'TOO_MANY_ATTEMPTS' : 'CODE_EXPIRED')
}
