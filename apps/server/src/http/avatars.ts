import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

const KEPT = 'public, max-age=31536000, immutable'
const SIDE = 5

/** Everybody's picture, drawn from their id alone: a mirrored pattern in two tones of one hue. It says nothing of the person. */
export function serveAvatars(app: FastifyInstance): void {
  app.get<{ Params: { file: string } }>('/avatars/:file', (request, reply) => {
    const id = /^([0-9a-f-]{36})\.svg$/u.exec(request.params.file)?.[1]
    if (!id) return reply.code(404).send({ error: { message: 'There is no such picture', reason: 'NOT_FOUND' } })
    return reply
      .headers({
        'cache-control': KEPT,
        'content-type': 'image/svg+xml',
        'content-security-policy': "default-src 'none'",
      })
      .send(drawAvatar(id))
  })
}

/** An SVG of 5 by 5 fields whose right half mirrors the left. */
export function drawAvatar(id: string): string {
  const bytes = createHash('sha256').update(id).digest()
  const hue = Math.round(((bytes[0] ?? 0) / 256) * 360)
  const fields: string[] = []
  for (let row = 0; row < SIDE; row++)
    for (let column = 0; column <= SIDE >> 1; column++) {
      if ((bytes[1 + row * 3 + column] ?? 0) < 118) continue
      for (const x of new Set([column, SIDE - 1 - column])) fields.push(`M${x + 1} ${row + 1}h1v1h-1z`)
    }
  // One id in 111,000, (256 / 118) ** 15, leaves every field out.
  if (fields.length === 0) fields.push('M3 3h1v1h-1z')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 7 7" shape-rendering="crispEdges">` +
    `<path fill="hsl(${hue} 45% 88%)" d="M0 0h7v7H0z"/><path fill="hsl(${(hue + 20) % 360} 55% 38%)" d="${fields.join('')}"/></svg>`
  )
}
