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
