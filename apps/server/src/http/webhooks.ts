import { type Deps, DomainError, settleOrder } from '@kettle/api'
import type { FastifyInstance } from 'fastify'

/** Where payment providers tell what happened. The body is read raw: its signature covers the very bytes. */
export async function serveWebhooks(app: FastifyInstance, deps: Deps): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 256 * 1024 }, (_request, body, done) =>
      done(null, body),
    )
    scope.post<{ Params: { provider: string } }>('/webhooks/payments/:provider', async (request) => {
      if (request.params.provider !== deps.payments.name)
        throw new DomainError('NOT_FOUND', { message: 'There is no such provider' })
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const event = await deps.payments.readWebhook(body, request.headers)
      if (event) await settleOrder(deps, deps.payments.name, event)
      return { received: true }
    })
  })
}
