import type { Mail } from '../ports/mailer.ts'
import type { Locale } from './schema.ts'

interface Words {
  subject: string
  lines: string[]
  code?: string
  link?: { text: string; url: string }
}

/** The code that ends a registration. */
export function confirmationMail(to: string, locale: Locale, name: string, code: string, publicUrl: string): Mail {
  const url = `${publicUrl}/confirm?${new URLSearchParams({ email: to, code })}`
  return compose(to, locale, {
    en: {
      subject: `${code} is your Kettle code`,
      lines: [`Hello, ${name}!`, 'Enter this code to finish your registration. It is good for 10 minutes.'],
      code,
      link: { text: 'Confirm my address', url },
    },
    ru: {
      subject: `${code} — ваш код Kettle`,
      lines: [`Здравствуйте, ${name}!`, 'Введите этот код, чтобы закончить регистрацию. Он действует 10 минут.'],
      code,
      link: { text: 'Подтвердить адрес', url },
    },
  })
}

/** To the owner of an address that somebody tried to register again. */
export function addressTakenMail(to: string, locale: Locale, publicUrl: string): Mail {
  const url = `${publicUrl}/login`
  return compose(to, locale, {
    en: {
      subject: 'You already have a Kettle account',
      lines: [
        'Somebody, perhaps you, tried to register this address again. Nothing has changed.',
        'You can log in with the password you have, or ask for a new one.',
      ],
      link: { text: 'Log in', url },
    },
    ru: {
      subject: 'У вас уже есть учётная запись Kettle',
      lines: [
        'Кто-то, возможно вы, попытался ещё раз зарегистрировать этот адрес. Ничего не изменилось.',
        'Войдите со своим паролем или запросите новый.',
      ],
      link: { text: 'Войти', url },
    },
  })
}

/** The code that allows a new password. */
export function resetMail(to: string, locale: Locale, name: string, code: string, publicUrl: string): Mail {
  const url = `${publicUrl}/reset?${new URLSearchParams({ email: to, code })}`
  return compose(to, locale, {
    en: {
      subject: `${code} is your code for a new password`,
      lines: [
        `Hello, ${name}!`,
        'Enter this code to choose a new password. If it was not you who asked, do nothing. The code is good for 10 minutes.',
      ],
      code,
      link: { text: 'Choose a new password', url },
    },
    ru: {
      subject: `${code} — код для нового пароля`,
      lines: [
        `Здравствуйте, ${name}!`,
        'Введите этот код, чтобы задать новый пароль. Если вы его не просили, ничего не делайте. Код действует 10 минут.',
      ],
      code,
      link: { text: 'Задать новый пароль', url },
    },
  })
}

function compose(to: string, locale: Locale, words: Record<Locale, Words>): Mail {
  const { subject, lines, code, link } = words[locale]
  const text = [...lines, ...(code ? [code] : []), ...(link ? [`${link.text}: ${link.url}`] : []), '— Kettle'].join(
    '\n\n',
  )
  const paragraph = 'margin:0 0 16px;font:16px/1.5 sans-serif;color:#1d2230'
  const html = [
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${escapeHtml(subject)}</title>`,
    '<body style="margin:0;padding:32px 16px;background:#f6f1ea"><div style="max-width:440px;margin:0 auto;padding:32px;background:#fff;border-radius:16px">',
    '<p style="margin:0 0 24px;font:700 20px sans-serif;color:#a4501f">Kettle</p>',
    ...lines.map((line) => `<p style="${paragraph}">${escapeHtml(line)}</p>`),
    code
      ? `<p style="margin:24px 0;padding:16px;border-radius:12px;background:#f6f1ea;text-align:center;font:700 34px/1.2 monospace;letter-spacing:6px;color:#1d2230">${code}</p>`
      : '',
    link
      ? `<p style="margin:24px 0 0"><a href="${escapeHtml(link.url)}" style="display:inline-block;padding:12px 20px;border-radius:10px;background:#a4501f;color:#fff;font:600 16px sans-serif;text-decoration:none">${escapeHtml(link.text)}</a></p>`
      : '',
    '</div></body></html>',
  ].join('')
  return { to, subject, text, html }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`)
}
