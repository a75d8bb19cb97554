import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const YEAR = 'public, max-age=31536000, immutable'

/** The built web app and the pictures. Names in /assets and /pictures hold a hash of their content, so they are kept for ever. */
export async function serveFiles(app: FastifyInstance, folders: { web: string; pictures: string }): Promise<void> {
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
  app.get('/', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html'))
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const isPage = reads && !/^\/(trpc|pictures|assets|dev|pay|webhooks)\//u.test(path)
    if (!isPage) return reply.code(404).send({ error: { message: 'There is nothing here', reason: 'NOT_FOUND' } })
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
