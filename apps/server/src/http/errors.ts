import { DomainError } from '@kettle/api'
import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type { FastifyInstance } from 'fastify'

/** Failures of the routes beside tRPC: the same reasons, never a stack trace. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const domain = error instanceof DomainError ? error : null
    const status = domain ? getHTTPStatusCodeFromError(new TRPCError({ code: domain.code })) : (error.statusCode ?? 500)
    if (status >= 500 && !domain) request.log.error({ err: error }, 'unexpected failure')
    const reason = domain?.reason ?? (status >= 500 ? 'INTERNAL' : 'INVALID_INPUT')
    const message = status >= 500 && !domain ? 'Something went wrong' : error.message
    if (domain?.retryAfterSeconds) reply.header('retry-after', domain.retryAfterSeconds)
    return reply.code(status).send({ error: { message, reason, requestId: request.id } })
  })
}
