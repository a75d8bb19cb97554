import { describe, expect, it } from 'vitest'
import type { Mail } from '../../ports/mailer.ts'
import type { Locale } from '../schema.ts'
import { addressTakenMail, changeEmailMail, confirmationMail, resetMail } from './codes.ts'
import { type NoticeKind, noticeMail } from './notices.ts'

const url = 'https://store.example'
const to = 'anna+<b>@kettle.test'
const name = 'Anna <img src=x onerror=alert(1)> & "Co"'
const code = '40718259'
const kinds: NoticeKind[] = [
  ...(['passwordChanged', 'passwordReset', 'emailChanged', 'totpOn', 'totpOff'] as const),
  ...(['recoveryCodesRenewed', 'passkeyAdded', 'passkeyRemoved', 'newDevice', 'accountDeleted'] as const),
]
const at = new Date('2026-11-23T02:20:00Z')
const device = '<script>alert(1)</script>'

const mails = (locale: Locale): [string, Mail, boolean][] => [
  ['confirmation', confirmationMail(to, locale, name, code, url), true],
  ['reset', resetMail(to, locale, name, code, url), true],
  ['changeEmail old', changeEmailMail(to, locale, name, code, 'old'), true],
  ['changeEmail new', changeEmailMail(to, locale, name, code, 'new'), true],
  ['addressTaken', addressTakenMail(to, locale, url), false],
  ...kinds.map((kind): [string, Mail, boolean] => [
    kind,
    noticeMail(kind, to, { name, locale }, { at, device, ip: '192.0.2.7' }, url),
    false,
  ]),
]

describe.each<Locale>(['en', 'ru'])('mails in %s', (locale) => {
  it.each(mails(locale))('%s is safe, whole and in that language', (_what, mail, hasCode) => {
    const { html, text, subject } = mail
    expect(html).toContain(`<html lang="${locale}">`)
    expect(html).not.toMatch(/<img|<script|<link|<iframe|javascript:|url\(|@import|\son\w+="/iu)
    // Nothing is fetched from anywhere, and links lead to the store.
    for (const [, address] of html.matchAll(/(?:href|background)="([^"]*)"/gu))
      expect(address).toMatch(/^https:\/\/store\.example\//u)
    expect(subject).not.toMatch(/[\r\n]/u)
    expect(/[а-яё]/iu.test(`${subject}${text}`)).toBe(locale === 'ru')
    const codes = (part: string): string[] => part.match(/(?<!\d)\d{8}(?!\d)/gu) ?? []
    expect(codes(text).includes(code)).toBe(hasCode)
    expect(html.includes(`>${code}<`)).toBe(hasCode)
    for (const [open, close] of [
      ['<table', '</table>'],
      ['<tr', '</tr>'],
      ['<td', '</td>'],
      ['<p ', '</p>'],
    ] as const)
      expect(html.split(open).length).toBe(html.split(close).length)
  })
})

it('says when, with what and from where something happened, and what to do', () => {
  const member = { name: 'Ёжик', locale: 'ru' as const }
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0'
  const { text } = noticeMail('newDevice', to, member, { at, device: firefox, ip: '192.0.2.7' }, url)
  for (const part of [
    'Здравствуйте, Ёжик!',
    '23 ноября 2026',
    '02:20 UTC',
    'Firefox, Linux',
    '192.0.2.7',
    `${url}/reset`,
  ])
    expect(text).toContain(part)
  expect(noticeMail('accountDeleted', to, member, { at, device: null, ip: '::1' }, url).text).not.toContain('/reset')
})
