/** An amount of money. */
export interface Money {
  /** Integer minor units (cents, kopecks). */
  amount: number
  /** ISO 4217. */
  currency: string
}

/** The highest price of a game, in minor units of any currency: no sum or product of ours comes near what a number holds exactly. */
export const MAX_PRICE = 10_000_000_000

/** What is paid after a discount, in minor units, rounded half up; `priceNow` of search/filters.ts is the same rule for the database. */
export function discounted(basePrice: number, percent: number | null): number {
  return Math.floor((basePrice * (100 - (percent ?? 0)) + 50) / 100)
}
