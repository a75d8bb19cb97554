import { type AppRouter, appRouter, type Deps, DomainError, isOutage } from '@kettle/api'
import { TRPCError } from '@trpc/server'
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type CookieOptions, readCaller } from './caller.ts'
import { refuseCrossSite } from './cross-site.ts'
import { servePublicReads } from './public-reads.ts'

/** Calls in one batch, and characters of the part of the path that names them. */
const MAX_BATCH = 10
const MAX_PATH = 2_000

/** The API under /trpc, in a scope of its own: the plugin replaces its scope's JSON parser. */
export async function serveTrpc(
  app: FastifyInstance,
  deps: Deps,
  cookie: CookieOptions,
  origins: ReadonlySet<string>,
): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRequest', (request, reply, done) => {
      refuseCrossSite(request, origins, cookie.name)
      reply.header('cache-control', 'no-store')
      if (isSubscription(request.url)) cutAtStop(deps, reply)
      done()
    })
    servePublicReads(scope, deps, cookie)
    await scope.register(fastifyTRPCPlugin, {
      prefix: '/trpc',
      trpcOptions: {
        router: appRouter,
        maxBatchSize: MAX_BATCH,
        createContext: ({ req, res }) =>
          readCaller(deps, cookie, req, res).catch((error) => refuse(deps, req.id, error)),
        responseMeta: ({ errors }) => {
          const seconds = Math.max(0, ...errors.map((error) => retryAfter(error.cause)))
          return seconds > 0 ? { headers: { 'retry-after': String(seconds) } } : {}
        },
      } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
    })
  })
}

const isSubscription = (url: string): boolean => {
  const [, path = ''] = /^\/trpc\/([\w.]+)/u.exec(url) ?? []
  // By their paths, whatever the types say of nested routers.
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>
  return Object.hasOwn(procedures, path) && procedures[path]?._def.type === 'subscription'
}

/**
 * Breaks a stream's connection when the node stops. Were the stream ended in order, tRPC's own client would take that for its end and
 * not come again; a connection that breaks is opened anew by every client of server-sent events.
 */
function cutAtStop({ events }: Deps, reply: FastifyReply): void {
  const cut = () => reply.raw.destroy()
  events.stopping.addEventListener('abort', cut)
  reply.raw.once('close', () => events.stopping.removeEventListener('abort', cut))
}

/** No procedure has begun yet, so its error mapping has not either: an outage is one here too, and the unknown is logged. */
function refuse(deps: Deps, requestId: string, error: unknown): never {
  if (!isOutage(error)) {
    deps.log.error({ err: error, requestId }, 'unexpected failure')
    throw error
  }
  const away = new DomainError('UNAVAILABLE', { retryAfterSeconds: 2, cause: error })
  deps.log.warn({ err: error, requestId }, 'away')
  throw new TRPCError({ code: away.code, message: away.message, cause: away })
}

/** For the router of Fastify: a batch's path is one parameter. */
export const maxParamLength = MAX_PATH

function retryAfter(cause: unknown): number {
  return cause instanceof Error && 'retryAfterSeconds' in cause ? Number(cause.retryAfterSeconds ?? 0) : 0
}
