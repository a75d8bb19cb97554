import type { Locale } from './auth/schema.ts'
import type { Mail } from './ports/mailer.ts'

/** What a mail says, in one language. Plain words; the layout escapes them. */
export interface MailWords {
  subject: string
  lines: string[]
  /** Shown large, to be copied. */
  code?: string
  /** A bill: what, how much. */
  rows?: [label: string, value: string][]
  link?: { text: string; url: string }
  /** In small print below: how long it holds, what to do if it was somebody else. */
  small?: string[]
}

/** Lays words out as a mail, in HTML and in text, without a single picture from elsewhere. */
export function layOutMail(to: string, locale: Locale, words: MailWords): Mail {
  return { to, subject: words.subject, text: asText(words), html: asHtml(locale, words) }
}

function asText({ lines, code, rows = [], link, small = [] }: MailWords): string {
  return [
    ...lines,
    ...(code ? [code] : []),
    ...(rows.length ? [rows.map(([label, value]) => `${label}: ${value}`).join('\n')] : []),
    ...(link ? [`${link.text}: ${link.url}`] : []),
    ...small,
    '— Kettle',
  ].join('\n\n')
}

function asHtml(locale: Locale, { subject, lines, code, rows = [], link }: MailWords): string {
  const paragraph = 'margin:0 0 16px;font:16px/1.5 sans-serif;color:#1d2230'
  const cell = 'padding:8px 0;border-top:1px solid #eadfd2;font:16px/1.4 sans-serif;color:#1d2230;vertical-align:top'
  return [
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${escapeHtml(subject)}</title>`,
    '<body style="margin:0;padding:32px 16px;background:#f6f1ea"><div style="max-width:440px;margin:0 auto;padding:32px;background:#fff;border-radius:16px">',
    '<p style="margin:0 0 24px;font:700 20px sans-serif;color:#a4501f">Kettle</p>',
    ...lines.map((line) => `<p style="${paragraph}">${escapeHtml(line)}</p>`),
    code
      ? `<p style="margin:24px 0;padding:16px;border-radius:12px;background:#f6f1ea;text-align:center;font:700 34px/1.2 monospace;letter-spacing:6px;color:#1d2230">${code}</p>`
      : '',
    rows.length ? '<table role="presentation" width="100%" style="border-collapse:collapse;margin:8px 0 16px">' : '',
    ...rows.map(
      ([label, value]) =>
        `<tr><td style="${cell};color:#5c6070">${escapeHtml(label)}</td><td align="right" style="${cell};padding-left:16px">${escapeHtml(value)}</td></tr>`,
    ),
    rows.length ? '</table>' : '',
    link
      ? `<p style="margin:24px 0 0"><a href="${escapeHtml(link.url)}" style="display:inline-block;padding:12px 20px;border-radius:10px;background:#a4501f;color:#fff;font:600 16px sans-serif;text-decoration:none">${escapeHtml(link.text)}</a></p>`
      : '',
    '</div></body></html>',
  ].join('')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`)
}
