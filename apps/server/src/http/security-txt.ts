import type { FastifyInstance } from 'fastify'

const MONTH_MS = 30 * 24 * 3600_000

/** Where to tell of a hole (RFC 9116). It says anew each time that it is good for a month. */
export function serveSecurityTxt(app: FastifyInstance, contact: string, publicUrl: string): void {
  app.get('/.well-known/security.txt', (_request, reply) => {
    const lines = [
      `Contact: ${contact}`,
      `Expires: ${new Date(Date.now() + MONTH_MS).toISOString()}`,
      'Preferred-Languages: en, ru',
      `Canonical: ${publicUrl}/.well-known/security.txt`,
    ]
    return reply.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`)
  })
}
