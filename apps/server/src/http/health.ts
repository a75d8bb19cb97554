import { timingSafeEqual } from 'node:crypto'
import { DomainError } from '@kettle/api'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** Parts that a node needs to be of use; each resolves when it answers. */
export type Checks = Record<string, () => Promise<unknown>>

/** Times every answer of the app, beside what prom-client measures by itself. */
export function measure(app: FastifyInstance): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'kettle_http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })
  return registry
}

/** /healthz: this process is alive. /readyz: what it needs answers too. /metrics: for Prometheus. */
export function serveHealth(
  app: FastifyInstance,
  checks: Checks,
  options: { production: boolean; metricsToken: string | undefined; registry: Registry },
): void {
  app.get('/healthz', { logLevel: 'silent' }, async () => ({ ok: true }))
  app.get('/readyz', { logLevel: 'silent' }, async (_request, reply) => {
    const parts = await Promise.all(
      Object.entries(checks).map(
        async ([name, check]) =>
          [
            name,
            await check().then(
              () => true,
              () => false,
            ),
          ] as const,
      ),
    )
    const ok = parts.every(([, answers]) => answers)
    return reply.code(ok ? 200 : 503).send({ ok, ...Object.fromEntries(parts) })
  })

  app.get('/metrics', { logLevel: 'silent' }, async (request, reply) => {
    // In production only for who knows the token; without one it is shut.
    if (options.production && !isRight(request.headers.authorization, options.metricsToken))
      throw new DomainError('NOT_FOUND')
    return reply.type(options.registry.contentType).send(await options.registry.metrics())
  })
}

function isRight(header: string | undefined, token: string | undefined): boolean {
  const right = Buffer.from(`Bearer ${token}`)
  const given = Buffer.from(header ?? '')
  return token !== undefined && right.length === given.length && timingSafeEqual(right, given)
}
