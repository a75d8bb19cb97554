import { DomainError } from '@kettle/api'
import type { FastifyRequest } from 'fastify'
import { bearerToken } from './caller.ts'

/**
 * Refuses what another site makes a browser send: whatever may change something and is not sent with a bearer token (which no other
 * site has) must come from a page of ours, as the browser itself says. With a cookie an Origin of ours is required.
 */
export function refuseCrossSite(request: FastifyRequest, origins: ReadonlySet<string>, cookieName: string): void {
  if (request.method === 'GET' || request.method === 'HEAD' || bearerToken(request)) return
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const foreign = origin !== undefined ? !origins.has(origin) : site !== undefined && site !== 'same-origin'
  if (foreign || (origin === undefined && request.cookies[cookieName] !== undefined))
    throw new DomainError('FORBIDDEN', { message: 'This request came from another site' })
}
