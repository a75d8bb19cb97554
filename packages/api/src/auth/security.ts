import { passkeys, recoveryCodes, totps } from '@kettle/db'
import { asc, count, eq } from 'drizzle-orm'
import type { Deps } from '../context.ts'

export interface PasskeyView {
  id: string
  name: string
  /** ISO. */
  createdAt: string
  /** ISO, null before the first log-in with it. */
  lastUsedAt: string | null
}

export interface SecurityView {
  /** Null while codes from an app are off; ISO. */
  totp: { enabledAt: string } | null
  recoveryCodesLeft: number
  passkeys: PasskeyView[]
}

/** What guards the caller's account beside the password. */
export async function security(deps: Pick<Deps, 'db'>, userId: string): Promise<SecurityView> {
  const [[totp], [left], keys] = await Promise.all([
    deps.db.select({ enabledAt: totps.enabledAt }).from(totps).where(eq(totps.userId, userId)),
    deps.db.select({ codes: count() }).from(recoveryCodes).where(eq(recoveryCodes.userId, userId)),
    deps.db.select().from(passkeys).where(eq(passkeys.userId, userId)).orderBy(asc(passkeys.id)),
  ])
  return {
    totp: totp ? { enabledAt: totp.enabledAt.toISOString() } : null,
    recoveryCodesLeft: left?.codes ?? 0,
    passkeys: keys.map(({ id, name, createdAt, lastUsedAt }) => ({
      ...{ id, name },
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
  }
}
