/**
 * The national currencies of ISO 4217 as of 2026: the digits of the minor unit by the standard's list one, and about how many make
 * a US dollar, rounded to 1, 2 or 5 with zeros. The second is no exchange rate: it only gives amounts that people choose from a
 * sensible size, and may be wrong by half an order of magnitude before anybody minds. Funds, metals and test codes are left out.
 */
export const currencies = {
  AED: [2, 5],
  AFN: [2, 50],
  ALL: [2, 100],
  AMD: [2, 500],
  AOA: [2, 1000],
  ARS: [2, 2000],
  AUD: [2, 2],
  AWG: [2, 2],
  AZN: [2, 2],
  BAM: [2, 2],
  BBD: [2, 2],
  BDT: [2, 100],
  BHD: [3, 0.5],
  BIF: [0, 5000],
  BMD: [2, 1],
  BND: [2, 2],
  BOB: [2, 10],
  BRL: [2, 5],
  BSD: [2, 1],
  BTN: [2, 100],
  BWP: [2, 20],
  BYN: [2, 5],
  BZD: [2, 2],
  CAD: [2, 2],
  CDF: [2, 2000],
  CHF: [2, 1],
  CLP: [0, 1000],
  CNY: [2, 10],
  COP: [2, 5000],
  CRC: [2, 500],
  CUP: [2, 20],
  CVE: [2, 100],
  CZK: [2, 20],
  DJF: [0, 200],
  DKK: [2, 10],
  DOP: [2, 50],
  DZD: [2, 200],
  EGP: [2, 50],
  ERN: [2, 20],
  ETB: [2, 200],
  EUR: [2, 1],
  FJD: [2, 2],
  FKP: [2, 1],
  GBP: [2, 1],
  GEL: [2, 5],
  GHS: [2, 10],
  GIP: [2, 1],
  GMD: [2, 100],
  GNF: [0, 10000],
  GTQ: [2, 10],
  GYD: [2, 200],
  HKD: [2, 10],
  HNL: [2, 20],
  HTG: [2, 200],
  HUF: [2, 500],
  IDR: [2, 20000],
  ILS: [2, 5],
  INR: [2, 100],
  IQD: [3, 1000],
  IRR: [2, 50000],
  ISK: [0, 100],
  JMD: [2, 200],
  JOD: [3, 1],
  JPY: [0, 100],
  KES: [2, 100],
  KGS: [2, 100],
  KHR: [2, 5000],
  KMF: [0, 500],
  KPW: [2, 1000],
  KRW: [0, 1000],
  KWD: [3, 0.5],
  KYD: [2, 1],
  KZT: [2, 500],
  LAK: [2, 20000],
  LBP: [2, 100000],
  LKR: [2, 500],
  LRD: [2, 200],
  LSL: [2, 20],
  LYD: [3, 5],
  MAD: [2, 10],
  MDL: [2, 20],
  MGA: [2, 5000],
  MKD: [2, 50],
  MMK: [2, 2000],
  MNT: [2, 5000],
  MOP: [2, 10],
  MRU: [2, 50],
  MUR: [2, 50],
  MVR: [2, 20],
  MWK: [2, 2000],
  MXN: [2, 20],
  MYR: [2, 5],
  MZN: [2, 50],
  NAD: [2, 20],
  NGN: [2, 2000],
  NIO: [2, 50],
  NOK: [2, 10],
  NPR: [2, 200],
  NZD: [2, 2],
  OMR: [3, 0.5],
  PAB: [2, 1],
  PEN: [2, 5],
  PGK: [2, 5],
  PHP: [2, 50],
  PKR: [2, 500],
  PLN: [2, 5],
  PYG: [0, 10000],
  QAR: [2, 5],
  RON: [2, 5],
  RSD: [2, 100],
  RUB: [2, 100],
  RWF: [0, 2000],
  SAR: [2, 5],
  SBD: [2, 10],
  SCR: [2, 20],
  SDG: [2, 500],
  SEK: [2, 10],
  SGD: [2, 2],
  SHP: [2, 1],
  SLE: [2, 20],
  SOS: [2, 500],
  SRD: [2, 50],
  SSP: [2, 5000],
  STN: [2, 20],
  SVC: [2, 10],
  SYP: [2, 10000],
  SZL: [2, 20],
  THB: [2, 50],
  TJS: [2, 10],
  TMT: [2, 5],
  TND: [3, 5],
  TOP: [2, 2],
  TRY: [2, 50],
  TTD: [2, 10],
  TWD: [2, 50],
  TZS: [2, 5000],
  UAH: [2, 50],
  UGX: [0, 5000],
  USD: [2, 1],
  UYU: [2, 50],
  UZS: [2, 10000],
  VES: [2, 200],
  VND: [0, 20000],
  VUV: [0, 100],
  WST: [2, 5],
  XAF: [0, 500],
  XCD: [2, 5],
  XCG: [2, 2],
  XOF: [0, 500],
  XPF: [0, 100],
  YER: [2, 200],
  ZAR: [2, 20],
  ZMW: [2, 20],
  ZWG: [2, 20],
} as const satisfies Record<string, readonly [digits: 0 | 2 | 3, nearDollar: number]>

export type Currency = keyof typeof currencies

/** If a code names a currency that a store can have. Codes are written in capitals. */
export const isCurrency = (code: string): code is Currency => Object.hasOwn(currencies, code)

/**
 * How many digits a currency's minor unit has: 2 for USD, HUF and UZS, 0 for JPY, 3 for KWD.
 * @throws RangeError for a code that is not in the table
 */
export function minorDigits(currency: string): 0 | 2 | 3 {
  if (!isCurrency(currency)) throw new RangeError(`${currency} is not a currency of ISO 4217`)
  return currencies[currency][0]
}

export interface TopUpAmounts {
  /** The least and the most that one top-up brings, in minor units. */
  min: number
  max: number
  /** Amounts to choose from, in minor units, ascending. */
  presets: number[]
}

/** About this many dollars each. */
const PRESETS = [5, 10, 25, 50]
const PRICE_FILTERS = [5, 10, 20, 40]
const MAX_TOP_UP = 500

/** What a wallet can be topped up by, and the limits that a search offers for prices, all in minor units. */
export function amountsOf(currency: string): { topUp: TopUpAmounts; priceFilters: number[] } {
  const digits = minorDigits(currency)
  const unit = currencies[currency as Currency][1] * 10 ** digits
  const times = (count: number) => count * unit
  return {
    topUp: { min: unit, max: times(MAX_TOP_UP), presets: PRESETS.map(times) },
    priceFilters: PRICE_FILTERS.map(times),
  }
}
