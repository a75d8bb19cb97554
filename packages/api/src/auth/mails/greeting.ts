import type { Locale } from '../schema.ts'

/**
 * How a mail begins. A name that mail clients would make a link of is left out: whoever registers somebody else's address must not
 * be able to advertise there.
 */
export function greeting(locale: Locale, name: string): string {
  const hello = locale === 'ru' ? 'Здравствуйте' : 'Hello'
  return /[:/@]|[\p{L}\p{N}]\.[\p{L}\p{N}]{2}|www/iu.test(name) ? `${hello}!` : `${hello}, ${name}!`
}
