import type { FastifyInstance } from 'fastify'
import type { Outbox } from '../adapters/outbox-mailer.ts'
import { escapeHtml, PAGE_POLICY, page } from '../http/page.ts'

/** The mails that would have been sent. Never served in production. */
export function serveOutbox(app: FastifyInstance, outbox: Outbox): void {
  app.get<{ Querystring: { to?: string } }>('/dev/outbox.json', { logLevel: 'silent' }, async (request, reply) =>
    reply.header('cache-control', 'no-store').send(outbox.list(request.query.to)),
  )
  app.get<{ Querystring: { to?: string } }>('/dev/outbox', async (request, reply) => {
    const mails = outbox.list(request.query.to)
    const items = mails.map(
      ({ to, subject, text, sentAt }) =>
        `<li class="card"><small>${escapeHtml(to)} · ${sentAt}</small><h1>${escapeHtml(subject)}</h1><pre>${linked(escapeHtml(text))}</pre></li>`,
    )
    const body = `<h1>Outbox</h1><p>${mails.length ? 'Mails that would have been sent, newest first.' : 'No mail yet.'}</p><ul>${items.join('')}</ul>`
    return reply
      .header('content-security-policy', PAGE_POLICY)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page('en', 'Outbox', body, true))
  })
}

const linked = (text: string) => text.replace(/https?:\/\/[^\s]+/gu, (url) => `<a href="${url}">${url}</a>`)
