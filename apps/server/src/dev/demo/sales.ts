import type { DemoGame } from './demo-game.ts'

const DAY_MS = 24 * 3600_000
/** For how long the seed plans ahead: a demo store is rarely older. */
const YEARS = 2

export interface PlannedDiscount {
  percent: number
  startsAt: Date
  endsAt: Date
}

/**
 * When a game is on sale from the seed on. The sales are written down as any publisher would plan them, so the row of discounts
 * goes on changing by itself and every "until" on it is true.
 */
export function plannedDiscounts({ sale }: Pick<DemoGame, 'sale'>, seededAt: Date): PlannedDiscount[] {
  if (!sale) return []
  const { percent, days, pauseDays, firstInDays } = sale
  const planned: PlannedDiscount[] = []
  for (let day = firstInDays; day < YEARS * 365; day += days + pauseDays) {
    const startsAt = new Date(seededAt.getTime() + day * DAY_MS)
    planned.push({ percent, startsAt, endsAt: new Date(startsAt.getTime() + days * DAY_MS) })
  }
  return planned
}
