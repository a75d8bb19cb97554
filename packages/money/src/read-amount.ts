import { minorDigits } from './currencies.ts'
import { decimalOf } from './format-money.ts'

/** How a language parts groups of thousands and decimals: "," and "." in English, " " and "," in Russian. */
function separatorsOf(locale: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.5)
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return { group: find('group'), decimal: find('decimal') }
}

/**
 * Reads an amount as people type it in their language, in minor units of the currency. Null for what can't be read without a guess:
 * more decimals than the currency has, groups of other than three digits, signs, letters, nothing. A point and a comma are
 * both taken for decimals where they can be nothing else: "12,5" in English, "12.5" in Russian.
 * @throws RangeError for an unknown currency
 */
export function readAmount(typed: string, currency: string, locale: string): number | null {
  const digits = minorDigits(currency)
  const text = typed.trim().replace(/[\s\u00a0\u202f'’]/gu, (space, at: number, all: string) =>
    // Spaces and apostrophes part thousands and nothing else.
    /\d/u.test(all[at - 1] ?? '') && /^\d{3}(?!\d)/u.test(all.slice(at + 1)) ? '' : space,
  )
  const parts = /^(\d+(?:[.,]\d+)*)$/u.exec(text)
  if (!parts) return null
  const signs = text.match(/[.,]/gu) ?? []
  const decimal = decimalSign(text, signs, digits, separatorsOf(locale).group)
  const at = decimal === null ? text.length : text.lastIndexOf(decimal)
  const whole = wholeOf(text.slice(0, at))
  const rest = text.slice(at + 1)
  if (whole === null || rest.length > digits) return null
  const amount = Number(whole + rest.padEnd(digits, '0'))
  return Number.isSafeInteger(amount) ? amount : null
}

/** The sign before the decimals, or null where all signs part thousands. */
function decimalSign(text: string, signs: string[], digits: number, group: string): string | null {
  const last = signs.at(-1)
  if (last === undefined || digits === 0) return null
  // Both are there: the last one is for decimals.
  if (signs.some((sign) => sign !== last)) return last
  if (signs.length > 1) return null
  const isGroup = last === group && text.length - text.indexOf(last) === 4
  return isGroup ? null : last
}

/** Digits without the signs between thousands; null where the groups are not of three digits. */
function wholeOf(text: string): string | null {
  if (/^\d+$/u.test(text)) return text
  return /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/u.test(text) ? text.replace(/[.,]/gu, '') : null
}

/** Minor units as a form's field shows them: without a currency and groups, with the decimal sign of the language. */
export function writeAmount(amount: number, currency: string, locale: string): string {
  const digits = minorDigits(currency)
  const text = decimalOf(amount, digits).replace(/\.0+$/u, '')
  return text.replace('.', separatorsOf(locale).decimal)
}
