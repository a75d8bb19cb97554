import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { Deps } from '@kettle/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { preferredLocale } from './caller.ts'
import { type PreviewedPage, SharePreviews } from './share-preview.ts'

const YEAR = 'public, max-age=31536000, immutable'

/** The built web app and the pictures. Names in /assets and /pictures hold a hash of their content, so they are kept for ever. */
export async function serveFiles(
  app: FastifyInstance,
  { deps, publicUrl, folders }: { deps: Deps; publicUrl: string; folders: { web: string; pictures: string } },
): Promise<void> {
  await mkdir(folders.pictures, { recursive: true })
  await app.register(fastifyStatic, {
    root: folders.pictures,
    prefix: '/pictures/',
    index: false,
    // `sendFile` belongs to the web app below, with the headers of its pages.
    decorateReply: false,
    cacheControl: false,
    // A drawing opened by itself must not run anything.
    setHeaders: (reply) => {
      reply.header('cache-control', YEAR)
      reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    },
  })
  if (!existsSync(join(folders.web, 'index.html'))) {
    app.setNotFoundHandler((_request, reply) =>
      reply.code(404).send({ error: { message: 'The web app is not built', reason: 'NOT_FOUND' } }),
    )
    return
  }
  await app.register(fastifyStatic, {
    root: folders.web,
    prefix: '/',
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes(`${join(folders.web, 'assets')}/`) ? YEAR : 'no-cache')
    },
    wildcard: false,
  })
  const plainPage = (reply: FastifyReply) => reply.header('cache-control', 'no-cache').sendFile('index.html')
  const previews = new SharePreviews(deps, publicUrl, await readFile(join(folders.web, 'index.html'), 'utf8'))
  const store = previews.store()
  app.get('/', (request, reply) => sendPage(request, reply, store))
  app.get<{ Params: { slug: string } }>('/game/:slug', async (request, reply) => {
    const locale = preferredLocale(request.headers['accept-language']) ?? 'en'
    const game = await previews.game(request.params.slug, locale).catch((error: unknown) => {
      request.log.warn({ err: error }, 'a page without its preview')
      return undefined
    })
    // Without a database the app itself says what is wrong.
    if (game === undefined) return plainPage(reply)
    // The same app, which tells people that there is nothing here (or shows an owner what is sold no more); the status tells machines.
    if (game === null) return plainPage(reply.code(404))
    // Kept by nobody unasked: a game that goes back to an earlier address would send browsers round in circles.
    if (game.path !== `/game/${encodeURIComponent(request.params.slug)}`)
      return reply.header('cache-control', 'no-cache').redirect(game.path, 301)
    return sendPage(request, reply.header('vary', 'accept-language'), game)
  })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const isPage = reads && !/^\/(trpc|pictures|assets|dev|pay|webhooks)\//u.test(path)
    if (!isPage) return reply.code(404).send({ error: { message: 'There is nothing here', reason: 'NOT_FOUND' } })
    return plainPage(reply)
  })
}

/** Browsers keep it and ask each time whether it is still so. */
function sendPage(request: FastifyRequest, reply: FastifyReply, { html, etag }: PreviewedPage): FastifyReply {
  reply.headers({ 'cache-control': 'no-cache', etag })
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply.type('text/html; charset=utf-8').send(html)
}
