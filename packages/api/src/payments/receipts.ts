import { games, orders, users } from '@kettle/db'
import { formatMoney } from '@kettle/money'
import { eq } from 'drizzle-orm'
import type { Locale } from '../auth/schema.ts'
import type { Deps } from '../context.ts'
import type { JobPayloads } from '../job-queue.ts'
import { inLocale } from '../library/game-cards.ts'
import { layOutMail, type MailWords } from '../mail-layout.ts'

type About = JobPayloads['send-receipt']['about']

/** Tells the buyer in writing what was paid or given back. The job's id keeps a repeated one from being sent twice. */
export async function sendReceipt(
  deps: Pick<Deps, 'db' | 'mailer' | 'settings'>,
  { orderId, about, amount }: JobPayloads['send-receipt'],
  jobId: string,
): Promise<void> {
  const [row] = await deps.db
    .select({ order: orders, title: games.title, user: users })
    .from(orders)
    .innerJoin(users, eq(users.id, orders.userId))
    .leftJoin(games, eq(games.id, orders.gameId))
    .where(eq(orders.id, orderId))
  // Of a deleted account only what it left behind for this is known.
  const reader = row?.user.deletedAt ? row.order.contact : row?.user
  if (!row || !reader) return
  const { order, title } = row
  const { email, locale } = reader
  const what = title ? inLocale(title, locale) : walletName[locale]
  const words = receiptWords(
    locale,
    about,
    { ...order, amount: amount ?? order.amount },
    what,
    `${deps.settings.publicUrl}/receipt/${orderId}`,
  )
  await deps.mailer.send({ ...layOutMail(email, locale, words), idempotencyKey: jobId })
}

const walletName: Record<Locale, string> = { en: 'Kettle wallet', ru: 'Кошелёк Kettle' }

const subjects: Record<Locale, Record<About, (what: string) => string>> = {
  en: {
    payment: (what) => `Your receipt: ${what}`,
    refund: (what) => `Refund: ${what}`,
    refundToWallet: (what) => `Your refund is in your wallet: ${what}`,
    takenBack: (what) => `Money returned: ${what}`,
    disputeOpened: (what) => `Your bank disputes a payment: ${what}`,
    disputeWon: (what) => `The dispute is over: ${what}`,
    disputeLost: (what) => `The dispute is over: ${what}`,
  },
  ru: {
    payment: (what) => `Чек: ${what}`,
    refund: (what) => `Возврат: ${what}`,
    refundToWallet: (what) => `Возврат зачислен в кошелёк: ${what}`,
    takenBack: (what) => `Деньги возвращены: ${what}`,
    disputeOpened: (what) => `Ваш банк оспаривает платёж: ${what}`,
    disputeWon: (what) => `Спор завершён: ${what}`,
    disputeLost: (what) => `Спор завершён: ${what}`,
  },
}

const both = (text: string) => ({ wallet: text, card: text })

const bodies: Record<Locale, Record<About, Record<'wallet' | 'card', string>>> = {
  en: {
    payment: { wallet: 'Thank you. This is what you paid:', card: 'Thank you. This is what you paid:' },
    refund: {
      wallet: 'The money is back in your wallet.',
      card: 'The money is on its way to your card. Banks take a few days; should yours refuse it, it comes into your wallet.',
    },
    refundToWallet: {
      wallet: 'The money is in your wallet.',
      card: 'Your bank would not take the refund, so we put the money into your wallet.',
    },
    takenBack: both('The store has returned this to your card. Banks take a few days.'),
    disputeOpened: both(
      'Your bank has taken this payment back and will decide about it. Until then what you bought with it rests.',
    ),
    disputeWon: both('Your bank has decided for the store. What you bought is yours again.'),
    disputeLost: both('Your bank has decided for you: the money stays with you, and what you bought with it is gone.'),
  },
  ru: {
    payment: { wallet: 'Спасибо за покупку. Вот что вы оплатили:', card: 'Спасибо за покупку. Вот что вы оплатили:' },
    refund: {
      wallet: 'Деньги вернулись в ваш кошелёк.',
      card: 'Деньги уже в пути на вашу карту. Банку нужно несколько дней; если он откажется их принять, они придут в кошелёк.',
    },
    refundToWallet: {
      wallet: 'Деньги в вашем кошельке.',
      card: 'Банк не принял возврат, поэтому мы зачислили деньги в ваш кошелёк.',
    },
    takenBack: both('Магазин вернул эти деньги на вашу карту. Банку нужно несколько дней.'),
    disputeOpened: both(
      'Банк вернул этот платёж себе и примет решение. До тех пор купленное на эти деньги приостановлено.',
    ),
    disputeWon: both('Банк решил в пользу магазина. Покупка снова ваша.'),
    disputeLost: both('Банк решил в вашу пользу: деньги остаются у вас, а купленное на них больше вам не принадлежит.'),
  },
}

const labels = {
  en: { sum: 'Total', method: 'Paid by', wallet: 'wallet', card: 'card', date: 'Date (UTC)', order: 'Order' },
  ru: { sum: 'Итого', method: 'Оплата', wallet: 'кошелёк', card: 'карта', date: 'Дата (UTC)', order: 'Заказ' },
} satisfies Record<Locale, object>

function receiptWords(
  locale: Locale,
  about: About,
  order: typeof orders.$inferSelect,
  what: string,
  url: string,
): MailWords {
  const text = labels[locale]
  const { amount, currency, method } = order
  const moment = (about === 'payment' ? order.paidAt : order.refundedAt) ?? order.paidAt ?? order.createdAt
  const sum = formatMoney({ amount, currency }, locale)
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  return {
    subject: subjects[locale][about](what),
    lines: [bodies[locale][about][method]],
    rows: [
      [what, sum],
      [text.method, text[method]],
      [text.date, date.format(moment)],
      [text.order, order.id],
    ],
    link: { text: locale === 'ru' ? 'Открыть чек' : 'Open the receipt', url },
  }
}
