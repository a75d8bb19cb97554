/** An amount of money. */
export interface Money {
  /** Integer minor units (cents, kopecks). */
  amount: number
  /** ISO 4217. */
  currency: string
}

/** What is paid after a discount, in minor units, rounded half up. The same rule as `kettle` SQL in library/game-cards.ts. */
export function discounted(basePrice: number, percent: number | null): number {
  return Math.round((basePrice * (100 - (percent ?? 0))) / 100)
}

/** How many digits a currency's minor units are: 2 for USD and RUB, 0 for JPY. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}
