import type { DemoReview } from './demo-review.ts'
import type { DemoPerson } from './people.ts'
import type { PlannedPurchase } from './purchases.ts'
import { demoReviews } from './reviews.ts'
import { random } from './svg.ts'

/** Minutes that nobody plays beyond at one sitting. */
const SITTING = 120
const DAY_MINUTES = 24 * 60

export interface PlannedReview extends DemoReview {
  /** Days before the seed. */
  writtenDaysAgo: number
  /** Begin in days before the seed, and minutes; all between purchase and review. */
  sittings: readonly (readonly [daysAgo: number, minutes: number])[]
}

/** When each review is written and when was played before that, oldest first, by game. Always the same for the same purchases. */
export function plannedReviews(
  purchases: ReadonlyMap<DemoPerson, readonly PlannedPurchase[]>,
): Map<string, PlannedReview[]> {
  const bought = new Map(
    [...purchases].flatMap(([person, plan]) =>
      plan.map(({ slug, daysAgo }) => [`${slug} ${addressOf(person)}`, daysAgo] as const),
    ),
  )
  const next = random(77)
  const plan = Object.entries(demoReviews).map(([slug, reviews]) => {
    const planned = reviews.map((review): PlannedReview => {
      const boughtDaysAgo = bought.get(`${slug} ${review.by}`)
      if (boughtDaysAgo === undefined) throw new Error(`${review.by} reviews ${slug} without having bought it`)
      const span = boughtDaysAgo * (0.45 + 0.5 * next())
      return { ...review, writtenDaysAgo: boughtDaysAgo - span, sittings: sittingsOf(review, boughtDaysAgo, span) }
    })
    return [slug, planned.toSorted((a, b) => b.writtenDaysAgo - a.writtenDaysAgo)] as const
  })
  return new Map(plan)
}

/** The part of an address that reviews name people by. */
export const addressOf = ({ email }: Pick<DemoPerson, 'email'>): string => email.split('@')[0] ?? ''

/** Evenly spread over the span; each ends before the next begins, and all before the review. */
function sittingsOf({ minutes }: DemoReview, boughtDaysAgo: number, span: number): PlannedReview['sittings'] {
  const count = Math.ceil(minutes / SITTING)
  const each = Math.floor(minutes / count)
  return Array.from({ length: count }, (_, at) => {
    const length = at === count - 1 ? minutes - each * (count - 1) : each
    const room = span / count
    if (length / DAY_MINUTES > room * 0.8) throw new Error(`nobody plays ${minutes} minutes in ${span.toFixed(1)} days`)
    return [boughtDaysAgo - room * (at + 0.1), length] as const
  })
}
