import { createHmac } from 'node:crypto'
import { type Db, recoveryCodes } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { Deps } from '../context.ts'
import { randomRecoveryCode } from './oslo.ts'

const COUNT = 10

/** What is stored in place of a recovery code. `code` is without its dash. */
export function hashRecoveryCode(deps: Pick<Deps, 'settings'>, userId: string, code: string): string {
  return createHmac('sha256', deps.settings.codeKey).update(`recovery\n${userId}\n${code}`).digest('base64url')
}

/** Ten new codes in place of the old ones, as their owner may see them once: `xxxxx-xxxxx`. */
export async function replaceRecoveryCodes(tx: Db, deps: Pick<Deps, 'settings'>, userId: string): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, randomRecoveryCode)
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ userId, codeHash: hashRecoveryCode(deps, userId, code) })))
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`)
}
