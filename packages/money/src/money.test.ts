import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountsOf, currencies, formatMoney, isCurrency, minorDigits, readAmount, writeAmount } from './index.ts'

/** Intl separates with no-break spaces; tests read better with plain ones. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const codes = Object.keys(currencies)

describe('formatMoney', () => {
  it.each([
    [1999, 'USD', 'en', '$19.99'],
    [1999, 'USD', 'ru', '19,99 $'],
    [45000, 'RUB', 'ru', '450 ₽'],
    [1200, 'JPY', 'en', '¥1,200'],
    [499_000, 'HUF', 'en', 'Ft 4,990'],
    [199_000, 'RSD', 'en', 'RSD 1,990'],
    [1234, 'KWD', 'en', 'KWD 1.234'],
    [24_900_050, 'UZS', 'en', 'UZS 249,000.50'],
    [9_007_199_254_740_991, 'USD', 'en', '$90,071,992,547,409.91'],
    [-550, 'EUR', 'en', '-€5.50'],
    [5, 'USD', 'en', '$0.05'],
  ])('shows %d %s in %s as %s', (amount, currency, locale, shown) => {
    expect(plain(formatMoney({ amount, currency }, locale))).toBe(shown)
  })

  it('refuses a currency that nobody knows', () => {
    for (const code of ['USDT', 'usd', 'XXX', 'HRK', 'toString', ''])
      expect(() => formatMoney({ amount: 1, currency: code }, 'en'), code).toThrow(RangeError)
    expect(isCurrency('__proto__')).toBe(false)
  })

  it('shows each currency with the digits of the table, in both languages, and reads it again', () => {
    const anything = fc.record({
      amount: fc.integer({ min: 0, max: 10 ** 12 }),
      currency: fc.constantFrom(...codes),
      locale: fc.constantFrom('en', 'ru'),
    })
    fc.assert(
      fc.property(anything, ({ amount, currency, locale }) => {
        const shown = formatMoney({ amount, currency }, locale).replace(/[^\d.,\s\u00a0\u202f]/gu, '')
        const digits = shown.replace(/\D/gu, '')
        const whole = amount % 10 ** minorDigits(currency) === 0
        expect(Number(digits)).toBe(whole ? amount / 10 ** minorDigits(currency) : amount)
        expect(readAmount(writeAmount(amount, currency, locale), currency, locale)).toBe(amount)
      }),
      { numRuns: 500 },
    )
  })
})

describe('readAmount', () => {
  it.each([
    ['1,299', 'USD', 'en', 129_900],
    ['1,299.50', 'USD', 'en', 129_950],
    ['1.299,50', 'USD', 'en', 129_950],
    ['1,234,567', 'USD', 'en', 123_456_700],
    ['12,5', 'USD', 'en', 1250],
    ['12.5', 'USD', 'ru', 1250],
    ['12,50', 'USD', 'ru', 1250],
    ['1 299,5', 'RUB', 'ru', 129_950],
    ['1\u00a0299', 'RUB', 'ru', 129_900],
    [' 7 ', 'USD', 'en', 700],
    ['1,500', 'JPY', 'en', 1500],
    ['1,500', 'JPY', 'ru', 1500],
    ['1.500', 'JPY', 'en', 1500],
    ['1.234', 'KWD', 'en', 1234],
    ['1,234', 'KWD', 'en', 1_234_000],
    ['1,234', 'KWD', 'ru', 1234],
    ['0', 'USD', 'en', 0],
    ['0.05', 'USD', 'en', 5],
    ['1’299', 'CHF', 'en', 129_900],
  ])('reads %s %s in %s as %d', (typed, currency, locale, amount) => {
    expect(readAmount(typed, currency, locale)).toBe(amount)
  })

  it.each([
    ['0.001', 'USD', 'en'],
    ['1,299', 'USD', 'ru'],
    ['1.299', 'USD', 'en'],
    ['0,500', 'USD', 'en'],
    ['1234,567', 'USD', 'en'],
    ['1.5', 'JPY', 'en'],
    ['1,23,456', 'USD', 'en'],
    ['1.2.3', 'USD', 'en'],
    ['1 2', 'USD', 'en'],
    ['1e3', 'USD', 'en'],
    ['-5', 'USD', 'en'],
    ['$5', 'USD', 'en'],
    ['5.', 'USD', 'en'],
    ['.5', 'USD', 'en'],
    ['', 'USD', 'en'],
    ['много', 'RUB', 'ru'],
    ['٣', 'USD', 'en'],
    ['99999999999999999999', 'USD', 'en'],
  ])('does not guess at %s %s in %s', (typed, currency, locale) => {
    expect(readAmount(typed, currency, locale)).toBeNull()
  })
})

describe('amounts to choose from', () => {
  it('are whole, ascending and within their limits in every currency', () => {
    for (const code of codes) {
      const { topUp, priceFilters } = amountsOf(code)
      for (const amounts of [topUp.presets, priceFilters, [topUp.min, topUp.max]]) {
        expect(amounts.every(Number.isSafeInteger), code).toBe(true)
        expect(amounts, code).toEqual(amounts.toSorted((a, b) => a - b))
      }
      expect(topUp.presets[0], code).toBeGreaterThanOrEqual(topUp.min)
      expect(topUp.presets.at(-1), code).toBeLessThanOrEqual(topUp.max)
    }
  })

  it('are what they were in dollars, and sensible in roubles', () => {
    expect(amountsOf('USD')).toEqual({
      topUp: { min: 100, max: 50_000, presets: [500, 1000, 2500, 5000] },
      priceFilters: [500, 1000, 2000, 4000],
    })
    expect(amountsOf('RUB').topUp).toEqual({
      min: 10_000,
      max: 5_000_000,
      presets: [50_000, 100_000, 250_000, 500_000],
    })
  })
})
