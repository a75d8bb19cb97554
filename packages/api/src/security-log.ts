import type { Context } from './context.ts'
import type { Reason } from './reasons.ts'

/** Who comes in and leaves, and what changes who may. */
const watched = new Set([
  'auth.emailConfirmation',
  'auth.login',
  'auth.loginWithPasskey',
  'auth.confirmReset',
  'auth.logout',
  'auth.revokeSession',
  'auth.revokeOtherSessions',
  'auth.changePassword',
  'auth.confirmEmailChange',
  'auth.confirmTotp',
  'auth.disableTotp',
  'auth.renewRecoveryCodes',
  'auth.addPasskey',
  'auth.removePasskey',
  'auth.exportData',
  'auth.deleteAccount',
  'socials.judgeReport',
])
/** Refusals that somebody may be trying something by, whatever they called. */
const suspicious = new Set<Reason>([
  'FORBIDDEN',
  'INVALID_CREDENTIALS',
  'RATE_LIMITED',
  'TOO_MANY_ATTEMPTS',
  'CODE_INVALID',
  'ATTEMPT_NOT_PROVED',
  'PASSKEY_INVALID',
  'SECOND_FACTOR_MISSING',
])

/** Writes down that a watched call went well: what was called, from which address and by whom, and nothing that was said in it. */
export function logDone(ctx: Context, path: string, data: unknown): void {
  if (!watched.has(path)) return
  ctx.deps.log.info(
    { path, ip: ctx.ip, userId: userIn(data) ?? ctx.session?.user.id, requestId: ctx.requestId },
    'done',
  )
}

/** The same for a refusal. `userId` is whose account it was about, where the caller is nobody yet. */
export function logRefused(ctx: Context, path: string, reason: Reason, userId: string | undefined): void {
  if (!suspicious.has(reason)) return
  const who = ctx.session?.user.id ?? userId
  ctx.deps.log.warn({ path, reason, ip: ctx.ip, userId: who, requestId: ctx.requestId }, 'refused')
}

/** Log-ins answer with whose they are. */
function userIn(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('user' in data)) return undefined
  const { user } = data
  return typeof user === 'object' && user !== null && 'id' in user ? String(user.id) : undefined
}
