import { addPicture, type Deps, DomainError, pictureInput } from '@kettle/api'
import type { FastifyInstance } from 'fastify'
import { type CookieOptions, readCaller } from './caller.ts'
import { refuseCrossSite } from './cross-site.ts'

/** A screenshot straight from a 4K screen fits. */
const MAX_BYTES = 12 * 1024 * 1024

/** Where publishers bring pictures: `POST /pictures?gameId=...&kind=cover`, the file's bytes as the body. */
export async function servePictureUploads(
  app: FastifyInstance,
  deps: Deps,
  cookie: CookieOptions,
  origins: ReadonlySet<string>,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (_request, body, done) =>
      done(null, body),
    )
    scope.addHook('onRequest', async (request) => {
      refuseCrossSite(request, origins, cookie.name)
    })
    scope.post('/pictures', { bodyLimit: MAX_BYTES }, async (request, reply) => {
      const { session } = await readCaller(deps, cookie, request, reply)
      if (!session) throw new DomainError('NOT_SIGNED_IN')
      if (session.user.role === 'player') throw new DomainError('FORBIDDEN', { message: 'This is for publishers' })
      const input = pictureInput.safeParse(request.query)
      if (!input.success || !Buffer.isBuffer(request.body))
        throw new DomainError('INVALID_INPUT', {
          message: 'gameId, kind (cover, header, screenshot) and a file are needed',
        })
      return addPicture(deps, session.user, input.data, request.body)
    })
  })
}
