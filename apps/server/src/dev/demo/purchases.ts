import type { DemoGame } from './demo-game.ts'
import type { DemoPerson } from './people.ts'
import { random } from './svg.ts'

export interface PlannedPurchase {
  slug: string
  /** Before the seed; never before the game was released. */
  daysAgo: number
}

/** What each person buys, oldest first. The same catalogue and people always give the same plan. */
export function plannedPurchases(
  games: readonly DemoGame[],
  people: readonly DemoPerson[],
): Map<DemoPerson, PlannedPurchase[]> {
  const plan = new Map(people.map((person) => [person, [] as PlannedPurchase[]]))
  games.forEach((game, number) => {
    const next = random(1_000 + number)
    const interest = people.map((person) => {
      const shared = person.likes.filter((like) => game.tags.includes(like) || game.genres.includes(like)).length
      return { person, wish: shared * 0.6 + next() }
    })
    const span = Math.min(game.soldWithinDays, game.releasedDaysAgo)
    for (const { person } of interest.sort((a, b) => b.wish - a.wish).slice(0, game.buyers))
      plan.get(person)?.push({ slug: game.slug, daysAgo: 0.05 + next() * (span - 0.1) })
  })
  for (const purchases of plan.values()) purchases.sort((a, b) => b.daysAgo - a.daysAgo)
  return plan
}
