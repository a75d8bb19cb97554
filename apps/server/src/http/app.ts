import { randomUUID } from 'node:crypto'
import cookiePlugin from '@fastify/cookie'
import helmet from '@fastify/helmet'
import type { Deps } from '@kettle/api'
import fastify, { type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Outbox } from '../adapters/outbox-mailer.ts'
import type { SandboxPayments } from '../adapters/sandbox-payments.ts'
import { serveOutbox } from '../dev/outbox-page.ts'
import { cookieOptions } from './caller.ts'
import { handleErrors } from './errors.ts'
import { type Checks, serveHealth } from './health.ts'
import { servePayPage } from './pay.ts'
import { serveFiles } from './static.ts'
import { maxParamLength, serveTrpc } from './trpc.ts'
import { serveWebhooks } from './webhooks.ts'

export interface AppOptions {
  deps: Deps
  log: Logger
  publicUrl: string
  /** Addresses beside the public one from which the web app may be opened. */
  otherOrigins: string[]
  folders: { web: string; pictures: string }
  checks: Checks
  production: boolean
  metricsToken: string | undefined
  /** What only some set-ups have. */
  sandbox: SandboxPayments | null
  outbox: Outbox | null
}

const BODY_LIMIT = 256 * 1024

/** The HTTP side of Kettle, ready to listen. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { deps, publicUrl } = options
  const secure = publicUrl.startsWith('https:')
  const app = fastify({
    loggerInstance: options.log,
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    // A reverse proxy on this machine may say whom it speaks for; nobody else may.
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    routerOptions: { maxParamLength },
  }) as unknown as FastifyInstance
  handleErrors(app)
  app.addHook('onSend', async (request, reply) => void reply.header('x-request-id', request.id))
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: secure,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cookiePlugin)
  serveHealth(app, options.checks, options)
  const origins = new Set([new URL(publicUrl).origin, ...options.otherOrigins])
  await serveTrpc(app, deps, cookieOptions(publicUrl), origins)
  await serveWebhooks(app, deps)
  if (options.sandbox) await servePayPage(app, options.sandbox)
  if (options.outbox) serveOutbox(app, options.outbox)
  await serveFiles(app, options.folders)
  return app
}
