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
  const subject = words.subject.replace(/\s+/gu, ' ')
  return { to, subject, text: asText(words), html: asHtml(locale, { ...words, subject }) }
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

const FONT = `system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`
const MONO = `ui-monospace,SFMono-Regular,Menlo,Consolas,monospace`

// Mail clients take inline styles and tables; those that read a style sheet get the dark colours and the phone's paddings too.
const SHEET = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.card{padding:28px 20px!important}.code{font-size:30px!important;letter-spacing:3px!important}}
@media (prefers-color-scheme:dark){
.page{background:#14171f!important}.card{background:#1d212c!important;border-color:#343a49!important}
.ink{color:#f1ebe2!important}.soft{color:#a9adba!important}.brand{color:#e08a54!important}
.code{background:#14171f!important;border-color:#343a49!important;color:#f1ebe2!important}
.cell{border-color:#343a49!important}.button{background:#e08a54!important}.button a{color:#14171f!important}}`

function asHtml(locale: Locale, { subject, lines, code, rows = [], link, small = [] }: MailWords): string {
  const table = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'
  const body = [
    ...lines.map((line) => paragraph('ink', 'margin:0 0 16px;font-size:16px;line-height:24px;color:#1d2230', line)),
    code ? codeBox(code) : '',
    rows.length ? `<table ${table} style="margin:8px 0 8px">${rows.map(asRow).join('')}</table>` : '',
    link ? button(link) : '',
    ...small.map((line) => paragraph('soft', 'margin:16px 0 0;font-size:13px;line-height:19px;color:#5d6475', line)),
  ]
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    // Phones would make a call out of a code.
    '<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">',
    `<title>${escapeHtml(subject)}</title><style>${SHEET}</style></head>`,
    '<body class="page" style="margin:0;padding:0;background:#f6f1ea">',
    // What a list of mails shows beside the subject.
    `<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(lines.at(-1) ?? '')}</div>`,
    `<table ${table} class="page" style="background:#f6f1ea"><tr><td align="center" style="padding:32px 12px">`,
    `<table ${table} style="max-width:480px"><tr><td class="brand" style="padding:0 4px 16px;font:700 22px/28px ${FONT};color:#a4501f">Kettle</td></tr>`,
    '<tr><td class="card" style="padding:36px;background:#fffdf9;border:1px solid #dfd5c8;border-radius:16px">',
    ...body,
    '</td></tr></table></td></tr></table></body></html>',
  ].join('')
}

const paragraph = (name: string, style: string, text: string) =>
  `<p class="${name}" style="${style};font-family:${FONT};overflow-wrap:anywhere">${escapeHtml(text)}</p>`

/** One piece of text, so that a double click or a long press takes the whole code. */
const codeBox = (code: string) =>
  `<div class="code" style="margin:24px 0;padding:18px 8px;border:1px solid #dfd5c8;border-radius:12px;background:#f6f1ea;text-align:center;font:700 36px/44px ${MONO};letter-spacing:5px;color:#1d2230;-webkit-user-select:all;user-select:all">${escapeHtml(code)}</div>`

function asRow([label, value]: [string, string]): string {
  const cell = `padding:10px 0;border-top:1px solid #dfd5c8;font:15px/21px ${FONT};vertical-align:top`
  const wrap = 'padding-left:16px;overflow-wrap:anywhere;word-break:break-word'
  return `<tr><td class="cell soft" style="${cell};color:#5d6475">${escapeHtml(label)}</td><td class="cell ink" align="right" style="${cell};${wrap};color:#1d2230">${escapeHtml(value)}</td></tr>`
}

/** The colour stands on the cell, for clients that give links no box of their own. */
const button = ({ text, url }: { text: string; url: string }) =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0 8px"><tr><td class="button" style="border-radius:11px;background:#a4501f"><a href="${escapeHtml(url)}" style="display:inline-block;padding:13px 22px;font:600 16px/22px ${FONT};color:#ffffff;text-decoration:none">${escapeHtml(text)}</a></td></tr></table>`

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`)
}
