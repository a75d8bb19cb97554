import { randomUUID } from 'node:crypto'
import cookiePlugin from '@fastify/cookie'
import helmet from '@fastify/helmet'
import type { Deps } from '@kettle/api'
import fastify, { type FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { Outbox } from '../adapters/outbox-mailer.ts'
import type { SandboxPayments } from '../adapters/sandbox-payments.ts'
import { serveOutbox } from '../dev/outbox-page.ts'
import { serveAvatars } from './avatars.ts'
import { cookieOptions } from './caller.ts'
import { limitConnections } from './connection-limits.ts'
import { handleErrors } from './errors.ts'
import { PERMISSIONS_POLICY, pageHeaders, plainHeaders } from './headers.ts'
import { type Checks, measure, serveHealth } from './health.ts'
import { servePayPage } from './pay.ts'
import { servePictureUploads } from './pictures.ts'
import { proxyTest } from './proxy-test.ts'
import { serveSecurityTxt } from './security-txt.ts'
import { serveFiles } from './static.ts'
import { maxParamLength, serveTrpc } from './trpc.ts'
import { serveWebhooks } from './webhooks.ts'

export interface AppOptions {
  deps: Deps
  log: Logger
  publicUrl: string
  /** Proxies that may say whom they speak for; nobody else may. */
  trustProxy: string[] | number
  /** Where to write to about a hole, as a link (mailto: or https:); then it stands in security.txt. */
  securityContact: string | undefined
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

const HEADERS_MS = 10_000
const BODY_LIMIT = 256 * 1024

/** The HTTP side of Kettle, ready to listen. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { deps, publicUrl, trustProxy } = options
  const secure = publicUrl.startsWith('https:')
  const app = fastify({
    loggerInstance: options.log,
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy,
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    // A connection that says nothing, or its headers letter by letter, is closed; Node looks after this interval.
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: HEADERS_MS / 2 },
    routerOptions: { maxParamLength },
  }) as unknown as FastifyInstance
  limitConnections(app.server, proxyTest(trustProxy))
  handleErrors(app)
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  await app.register(cookiePlugin)
  const registry = measure(app)
  const origins = new Set([new URL(publicUrl).origin, ...options.otherOrigins])
  // What no browser shows makes do with few headers: helmet's whole set would cost the API a fifth of its speed.
  await app.register(async (answers) => {
    const headers = plainHeaders(secure)
    answers.addHook('onRequest', (_request, reply, done) => {
      reply.headers(headers)
      done()
    })
    serveAvatars(answers)
    serveHealth(answers, options.checks, { ...options, registry })
    await serveTrpc(answers, deps, cookieOptions(publicUrl), origins)
    await serveWebhooks(answers, deps)
    await servePictureUploads(answers, deps, cookieOptions(publicUrl), origins)
  })
  await app.register(async (pages) => {
    await pages.register(helmet, pageHeaders(secure))
    pages.addHook('onRequest', (_request, reply, done) => {
      reply.header('permissions-policy', PERMISSIONS_POLICY)
      done()
    })
    if (options.securityContact) serveSecurityTxt(pages, options.securityContact, publicUrl)
    if (options.sandbox) await servePayPage(pages, options.sandbox)
    if (options.outbox) serveOutbox(pages, options.outbox)
    await serveFiles(pages, options)
  })
  return app
}
