import { createHash } from 'node:crypto'
import {
  appRouter,
  catalogueRevision,
  createCallerFactory,
  type Deps,
  gameInput,
  nextDiscountChange,
} from '@kettle/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { bearerToken, type CookieOptions, readCaller } from './caller.ts'

interface Answer {
  body: string
  etag: string
  /** Milliseconds. */
  until: number
}

/** What no revision tells of (ratings, popularity) is at most this old. */
const KEPT_MS = 10_000
/** Whoever stands in between may keep it so long, and browsers ask again with its ETag. */
const CACHE_CONTROL = 'public, max-age=0, s-maxage=2, must-revalidate'

const createCaller = createCallerFactory(appRouter)

/**
 * Answers the two reads that every visitor begins with, for whoever is not logged in, past the HTTP layer of tRPC and from memory until a
 * game or a discount changes. Whatever is not plainly such a read goes its usual way.
 */
export function servePublicReads(scope: FastifyInstance, deps: Deps, cookie: CookieOptions): void {
  scope.addHook('onRequest', async (request, reply) => {
    const read = publicRead(request, cookie)
    if (!read) return
    const context = await readCaller(deps, cookie, request, reply)
    const caller = createCaller(context)
    const now = deps.clock.now()
    try {
      const revision = await catalogueRevision(deps)
      const answer = await deps.search.keep(
        `http ${revision} ${context.locale} ${read.slug ?? ''}`,
        now,
        async (): Promise<Answer> => {
          const [data, change] = await Promise.all([
            read.slug === undefined ? caller.search.storefront() : caller.search.game({ slug: read.slug }),
            nextDiscountChange(deps, now),
          ])
          const body = JSON.stringify({ result: { data } })
          const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
          return { body, etag, until: Math.min(change, now.getTime() + KEPT_MS) }
        },
        ({ until }) => until,
      )
      return send(reply, answer, request.headers['if-none-match'])
    } catch {
      // tRPC asks again and says what is wrong in its own words.
      return
    }
  })
}

function publicRead(request: FastifyRequest, cookie: CookieOptions): { slug?: string } | null {
  if (request.method !== 'GET' || bearerToken(request) || request.headers.authorization || request.cookies[cookie.name])
    return null
  const [path, search = ''] = request.url.split('?', 2)
  if (path === '/trpc/search.storefront' && search === '') return {}
  if (path !== '/trpc/search.game') return null
  const query = new URLSearchParams(search)
  if ([...query.keys()].join() !== 'input') return null
  try {
    const input = gameInput.safeParse(JSON.parse(query.get('input') ?? ''))
    return input.success ? { slug: input.data.slug } : null
  } catch {
    return null
  }
}

function send(reply: FastifyReply, { body, etag }: Answer, known: string | undefined): FastifyReply {
  reply.headers({ 'cache-control': CACHE_CONTROL, etag, vary: 'accept-language, authorization, cookie' })
  if (known === etag) return reply.code(304).send()
  return reply.type('application/json').send(body)
}
