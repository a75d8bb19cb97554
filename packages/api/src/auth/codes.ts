import { createHmac } from 'node:crypto'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { CODE_SECONDS, type CodePurpose } from '../ports/code-store.ts'

/** What is stored in place of a code: worthless without the key, and good for one address and one purpose only. */
export function hashCode(deps: Pick<Deps, 'settings'>, purpose: CodePurpose, email: string, code: string): string {
  return createHmac('sha256', deps.settings.codeKey).update(`${purpose}\n${email}\n${code}`).digest('hex')
}

/** When a code made now stops being good. */
export function codeExpiry(deps: Pick<Deps, 'clock'>): string {
  return new Date(deps.clock.now().getTime() + CODE_SECONDS * 1000).toISOString()
}

/** Uses a mailed code up and gives what waited behind it, or says by reason why not. */
export async function redeemCode<Payload>(
  deps: Pick<Deps, 'codes' | 'settings'>,
  purpose: CodePurpose,
  email: string,
  code: string,
): Promise<Payload> {
  const redeemed = await deps.codes.redeem<Payload>(purpose, email, hashCode(deps, purpose, email, code))
  if (redeemed.status === 'ok') return redeemed.payload
  if (redeemed.status === 'wrong') throw new DomainError('CODE_INVALID', { fields: { code: 'CODE_INVALID' } })
  throw new DomainError(redeemed.status === 'burned' ? 'TOO_MANY_ATTEMPTS' : 'CODE_EXPIRED')
}
