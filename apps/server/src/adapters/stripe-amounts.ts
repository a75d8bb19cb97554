import type { CardTerms } from '@kettle/api'
import { amountsOf, minorDigits } from '@kettle/money'

/**
 * Stripe's minor units are not those of ISO 4217 (https://docs.stripe.com/currencies): some currencies have no digits there, two
 * without digits are written with two zeros, and of three digits the last must be a zero.
 */
const WITHOUT_DIGITS = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '))
const WITH_TWO_ZEROS = new Set(['ISK', 'UGX'])
/** Currencies of ISO 4217 in which Stripe opens no payments. */
const NOT_TAKEN = new Set('BTN CUP ERN GHS IQD IRR KPW LYD MRU SDG SSP STN SVC SYP TMT VES ZWG'.split(' '))

/** The least that Stripe takes, in major units, where its table names it; elsewhere it is what half a dollar is at the day's rate. */
const MINIMUMS: Record<string, number> = {
  ...{ AED: 2, AUD: 0.5, BRL: 0.5, CAD: 0.5, CHF: 0.5, CZK: 15, DKK: 2.5, EUR: 0.5, GBP: 0.3, HKD: 4, HUF: 175 },
  ...{ INR: 0.5, JPY: 50, MXN: 10, MYR: 2, NOK: 3, NZD: 0.5, PLN: 2, RON: 2, SEK: 3, SGD: 0.5, THB: 10, USD: 0.5 },
}

/** Stripe reads amounts of at most eight digits. */
const MAX_STRIPE_AMOUNT = 99_999_999

/** How many digits a currency has at Stripe. */
function stripeDigits(currency: string): number {
  if (WITHOUT_DIGITS.has(currency)) return 0
  return WITH_TWO_ZEROS.has(currency) ? 2 : minorDigits(currency)
}

/** @throws RangeError for a currency in which Stripe opens no payments */
export function stripeTerms(currency: string): CardTerms {
  if (NOT_TAKEN.has(currency)) throw new RangeError(`Stripe opens no payments in ${currency}`)
  const digits = minorDigits(currency)
  const step = digits === 3 ? 10 : Math.max(1, 10 ** (digits - stripeDigits(currency)))
  const known = MINIMUMS[currency]
  // About a dollar, where nobody names it: above half of one, however the rate moves.
  const minimum = known === undefined ? amountsOf(currency).topUp.min : Math.round(known * 10 ** digits)
  const maximum = Math.floor((MAX_STRIPE_AMOUNT * 10 ** digits) / 10 ** stripeDigits(currency) / step) * step
  return { minimum, maximum, step }
}

/** Our minor units as Stripe's. @throws RangeError for an amount that Stripe can't write: see `step` of `stripeTerms` */
export function toStripeAmount(amount: number, currency: string): number {
  if (amount % stripeTerms(currency).step !== 0) throw new RangeError(`Stripe can't write ${amount} ${currency}`)
  return Math.round(amount * 10 ** (stripeDigits(currency) - minorDigits(currency)))
}

/** Stripe's minor units as ours. */
export function fromStripeAmount(amount: number, currency: string): number {
  return Math.round(amount * 10 ** (minorDigits(currency) - stripeDigits(currency)))
}
