import { minorDigits } from './currencies.ts'

/** An amount as the API sends it: whole minor units (cents, kopecks) and an ISO 4217 code. */
export type Money = { amount: number; currency: string }

/**
 * `{amount: 1999, currency: 'USD'}` -> "$19.99" or "19,99 $"; whole amounts lose their zeros. Digits come from our own table, since
 * Node, Chromium and payment providers disagree about them.
 * @throws RangeError for an unknown currency
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const digits = minorDigits(currency)
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: 'stripIfInteger',
  })
  // As a string, which Intl reads exactly however large the amount is.
  return format.format(decimalOf(amount, digits) as Intl.StringNumericLiteral)
}

/** Minor units as a plain decimal with a point: -1999 and 2 digits are "-19.99". */
export function decimalOf(amount: number, digits: number): string {
  const all = String(Math.abs(amount)).padStart(digits + 1, '0')
  const whole = all.slice(0, all.length - digits)
  return `${amount < 0 ? '-' : ''}${whole}${digits > 0 ? `.${all.slice(-digits)}` : ''}`
}
