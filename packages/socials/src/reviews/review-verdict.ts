export type Verdict = 'few' | 'overwhelming' | 'very' | 'good' | 'mostlyGood' | 'mixed' | 'mostlyBad' | 'bad'

/** What a share of thumbs up is called; strong words need many voices. */
export function verdictOf({ total, positive }: { total: number; positive: number }): Verdict {
  if (total < 3) return 'few'
  const share = positive / total
  if (share >= 0.95 && total >= 50) return 'overwhelming'
  if (share >= 0.8) return total >= 10 ? 'very' : 'good'
  if (share >= 0.7) return 'mostlyGood'
  if (share >= 0.4) return 'mixed'
  return share >= 0.2 ? 'mostlyBad' : 'bad'
}

/** A share in whole percent; 100 only for all and 0 only for none. */
export function percentOf({ total, positive }: { total: number; positive: number }): number {
  if (positive === total) return 100
  return positive === 0 ? 0 : Math.min(99, Math.max(1, Math.round((100 * positive) / total)))
}
