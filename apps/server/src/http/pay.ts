import { DomainError, type PaymentToOpen } from '@kettle/api'
import { formatMoney } from '@kettle/money'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { SandboxPayments } from '../adapters/sandbox-payments.ts'
import { escapeHtml, PAGE_POLICY, page } from './page.ts'

const words = {
  en: {
    title: 'Sandbox payment',
    note: 'No money moves here. Choose what the bank should say.',
    paid: 'Pay',
    declined: 'Decline',
    left: 'Leave without paying',
    over: {
      paid: 'This payment is made. There is nothing left to pay.',
      declined: 'The bank declined this payment. You can order again in the store.',
      closed: 'This payment waited too long and is closed. You can order again in the store.',
    },
    back: 'Back to the store',
  },
  ru: {
    title: 'Учебный платёж',
    note: 'Деньги здесь не списываются. Выберите, что ответит банк.',
    paid: 'Оплатить',
    declined: 'Отказать',
    left: 'Уйти, не заплатив',
    over: {
      paid: 'Этот платёж уже прошёл. Больше платить не нужно.',
      declined: 'Банк отклонил этот платёж. Заказ можно сделать в магазине заново.',
      closed: 'Платёж ждал слишком долго и закрыт. Заказ можно сделать в магазине заново.',
    },
    back: 'Вернуться в магазин',
  },
}

const answerSchema = z.object({ outcome: z.enum(['paid', 'declined', 'left']) })

/** The sandbox provider's page. It also takes JSON `{"outcome":"paid"}`, so that scripts can pay. */
export async function servePayPage(app: FastifyInstance, sandbox: SandboxPayments): Promise<void> {
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    scope.get<{ Params: { token: string } }>('/pay/:token', async (request, reply) => {
      const payment = find(sandbox, request.params.token)
      return drawn(reply, payment.locale, payment, await sandbox.stateOf(payment))
    })
    scope.post<{ Params: { token: string } }>('/pay/:token', async (request, reply) => {
      const payment = find(sandbox, request.params.token)
      const answer = answerSchema.safeParse(request.body)
      if (!answer.success)
        throw new DomainError('INVALID_INPUT', {
          message: 'outcome must be "paid", "declined" or "left"',
          fields: { outcome: 'OUTCOME_INVALID' },
        })
      const { outcome } = answer.data
      const decided = outcome === 'left' ? 'left' : await sandbox.settle(payment, outcome)
      if (request.headers['content-type']?.startsWith('application/json'))
        return { outcome: decided, returnUrl: payment.returnUrl }
      return reply.redirect(payment.returnUrl, 303)
    })
  })
}

function find(sandbox: SandboxPayments, token: string): PaymentToOpen {
  const payment = sandbox.read(token)
  if (!payment) throw new DomainError('NOT_FOUND', { message: 'There is no such payment' })
  return payment
}

function drawn(
  reply: FastifyReply,
  locale: 'en' | 'ru',
  payment: PaymentToOpen,
  state: 'paid' | 'declined' | 'closed' | null,
): FastifyReply {
  const text = words[locale]
  const sum = formatMoney(payment, locale)
  const button = (outcome: keyof typeof text & ('paid' | 'declined' | 'left'), style: string) =>
    `<button class="${style}" name="outcome" value="${outcome}">${text[outcome]}</button>`
  const choice = `<p>${text.note}</p><form method="post">${button('paid', 'main')}${button('declined', '')}${button('left', '')}</form>`
  const over = state && `<p>${text.over[state]}</p><p><a href="${escapeHtml(payment.returnUrl)}">${text.back}</a></p>`
  const body = `<div class="card"><h1>${text.title}</h1><p>${escapeHtml(payment.description)}</p><p class="sum">${escapeHtml(sum)}</p>${over ?? choice}</div>`
  return reply
    .header('content-security-policy', PAGE_POLICY)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page(locale, text.title, body))
}
