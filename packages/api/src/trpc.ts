import { getTRPCErrorFromUnknown, initTRPC, TRPCError } from '@trpc/server'
import { requireSecondFactor } from './auth/require-second-factor.ts'
import type { Context } from './context.ts'
import { asDomainError, DomainError } from './errors.ts'
import type { Reason } from './reasons.ts'
import { logDone, logRefused } from './security-log.ts'

const t = initTRPC.context<Context>().create({
  sse: {
    // A comment now and then keeps proxies from closing a quiet stream, and tells a client whose line is dead.
    ping: { enabled: true, intervalMs: 15_000 },
    client: { reconnectAfterInactivityMs: 45_000 },
  },
  errorFormatter({ shape, error, ctx }) {
    const domain = asDomainError(error)
    const { stack: _stack, ...data } = shape.data as typeof shape.data & { stack?: string }
    return {
      ...shape,
      message: domain?.message ?? (isOurs(error) ? 'Something went wrong' : shape.message),
      data: {
        ...data,
        reason: (domain?.reason ?? reasonOfProtocol(error)) satisfies Reason,
        fields: domain?.fields,
        retryAfterSeconds: domain?.retryAfterSeconds,
        requestId: ctx?.requestId,
      },
    }
  },
})

/** tRPC's own refusals (no such procedure, body not JSON) have other codes. */
function isOurs(error: TRPCError): boolean {
  return error.code === 'INTERNAL_SERVER_ERROR'
}

function reasonOfProtocol(error: TRPCError): Reason {
  if (isOurs(error)) return 'INTERNAL'
  return error.code === 'NOT_FOUND' ? 'NOT_FOUND' : 'INVALID_INPUT'
}

/** The one place where a failure becomes an answer: domain errors get their status, the unknown is logged whole and hidden. */
const mapErrors = t.middleware(async ({ ctx, path, next }) => {
  const result = await next()
  if (!result.ok) throw asAnswer(ctx, path, result.error)
  logDone(ctx, path, result.data)
  return isStream(result.data) ? { ...result, data: mapStream(ctx, path, result.data) } : result
})

/** How a failure is told, after what must be logged of it was. */
function asAnswer(ctx: Context, path: string, error: TRPCError): TRPCError {
  const domain = asDomainError(error)
  if (domain) {
    logRefused(ctx, path, domain.reason, domain.userId)
    if (domain.reason === 'UNAVAILABLE')
      ctx.deps.log.warn({ path, err: domain.cause, requestId: ctx.requestId }, 'away')
    return new TRPCError({ code: domain.code, message: domain.message, cause: domain })
  }
  if (!isOurs(error)) return error
  ctx.deps.log.error({ path, err: error.cause ?? error, requestId: ctx.requestId }, 'unexpected failure')
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong' })
}

const isStream = (data: unknown): data is AsyncIterable<unknown> =>
  typeof data === 'object' && data !== null && Symbol.asyncIterator in data

/** What a stream refuses later on has the same answers as what is refused at once. */
async function* mapStream(ctx: Context, path: string, stream: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  try {
    yield* stream
  } catch (error) {
    throw asAnswer(ctx, path, getTRPCErrorFromUnknown(error))
  }
}

export const router = t.router
export const createCallerFactory = t.createCallerFactory

/** Anyone may call it. */
export const open = t.procedure.use(mapErrors)

/** Only who is logged in; `ctx.user` is the caller. */
export const signedIn = open.use(({ ctx, next }) => {
  if (!ctx.session) throw new DomainError('NOT_SIGNED_IN')
  return next({ ctx: { session: ctx.session, user: ctx.session.user } })
})

/** Only who may push builds. */
export const publisher = signedIn.use(async ({ ctx, next }) => {
  if (ctx.user.role === 'player') throw new DomainError('FORBIDDEN', { message: 'This is for publishers' })
  await requireSecondFactor(ctx.deps, ctx.user)
  return next()
})

/** Only who judges what people report. */
export const moderator = signedIn.use(async ({ ctx, next }) => {
  if (ctx.user.role !== 'admin') throw new DomainError('FORBIDDEN', { message: 'This is for moderators' })
  await requireSecondFactor(ctx.deps, ctx.user)
  return next()
})
