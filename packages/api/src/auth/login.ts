import { users } from '@kettle/db'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { loginInput } from './schema.ts'
import { createSession } from './sessions.ts'

/** Logs in by address and password. An unknown address and a wrong password answer alike and take as long. */
export async function login(
  ctx: Pick<Context, 'deps' | 'ip' | 'device'>,
  input: z.infer<typeof loginInput>,
): Promise<{ token: string; user: SignedInUser }> {
  const { deps } = ctx
  await deps.limiter.take('loginIp', ctx.ip)
  await deps.limiter.take('loginAddress', input.email)
  const [row] = await deps.db.select().from(users).where(eq(users.email, input.email))
  const right = await deps.passwords.verify(row?.passwordHash ?? null, input.password)
  if (!row || !right) throw new DomainError('INVALID_CREDENTIALS')
  const { passwordHash: _hash, ...user } = row
  const token = await deps.db.transaction((tx) => createSession(tx, deps.clock.now(), user.id, ctx))
  await deps.limiter.giveBack('loginIp', ctx.ip)
  await deps.limiter.giveBack('loginAddress', input.email)
  return { token, user }
}
