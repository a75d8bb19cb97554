import {
  addPicture,
  allowPicture,
  type Deps,
  DomainError,
  pictureInput,
  requireSecondFactor,
  type SignedInUser,
} from '@kettle/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type CookieOptions, readCaller } from './caller.ts'
import { refuseCrossSite } from './cross-site.ts'

/** A screenshot straight from a 4K screen fits. */
const MAX_BYTES = 12 * 1024 * 1024
/** As many are in memory at a time, by whoever they come. */
const BODIES_AT_ONCE = 24
const BODIES_OF_ONE = 16

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
    const held: string[] = []
    const allowed = new WeakMap<FastifyRequest, { user: SignedInUser; input: z.infer<typeof pictureInput> }>()
    // All of it before a byte of the body is read: whoever is refused costs no memory.
    scope.addHook('onRequest', async (request, reply) => {
      refuseCrossSite(request, origins, cookie.name)
      if (request.method !== 'POST') return
      const { session } = await readCaller(deps, cookie, request, reply)
      if (!session) throw new DomainError('NOT_SIGNED_IN')
      if (session.user.role === 'player') throw new DomainError('FORBIDDEN', { message: 'This is for publishers' })
      await requireSecondFactor(deps, session.user)
      const input = pictureInput.safeParse(request.query)
      if (!input.success)
        throw new DomainError('INVALID_INPUT', {
          message: 'gameId, kind (cover, header, screenshot) and a file are needed',
        })
      const { user } = session
      if (held.length >= BODIES_AT_ONCE || held.filter((id) => id === user.id).length >= BODIES_OF_ONE)
        throw new DomainError('RATE_LIMITED', { retryAfterSeconds: 2 })
      held.push(user.id)
      reply.raw.once('close', () => held.splice(held.indexOf(user.id), 1))
      await allowPicture(deps, user, input.data)
      allowed.set(request, { user, input: input.data })
    })
    scope.post('/pictures', { bodyLimit: MAX_BYTES }, async (request) => {
      const may = allowed.get(request)
      if (!may || !Buffer.isBuffer(request.body))
        throw new DomainError('INVALID_INPUT', {
          message: 'gameId, kind (cover, header, screenshot) and a file are needed',
        })
      return addPicture(deps, may.user, may.input, request.body)
    })
  })
}
