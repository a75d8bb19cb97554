import {
  type Deps,
  DomainError,
  refund,
  replyToReview,
  reportContent,
  type SignedInUser,
  voteReview,
  writeReview,
} from '@kettle/api'
import { playSessions, reviews } from '@kettle/db'
import { and, eq } from 'drizzle-orm'
import type { PlannedReview } from './demo/planned-reviews.ts'
import { random } from './demo/svg.ts'

const DAY_MS = 24 * 3600_000

interface ReviewedGame {
  gameId: string
  /** Oldest first: the newest must be written last. */
  planned: readonly PlannedReview[]
}

/** What the demo people played, wrote, found helpful and reported of one game, and what was answered. Once more changes nothing. */
export async function seedReviews(
  real: Deps,
  publisher: SignedInUser,
  people: ReadonlyMap<string, SignedInUser>,
  { gameId, planned }: ReviewedGame,
): Promise<void> {
  const now = real.clock.now()
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  // All of a year is said within seconds, which no limit would let pass.
  const unlimited = { take: async () => {}, giveBack: async () => {} }
  const on = (daysAgo: number): Deps => ({ ...real, limiter: unlimited, clock: { now: () => before(daysAgo) } })
  const idOf = (address: string): string => {
    const person = people.get(address)
    if (!person) throw new Error(`${address} is not one of the demo people`)
    return person.id
  }
  for (const [place, review] of planned.entries()) {
    const userId = idOf(review.by)
    const { writtenDaysAgo, reply, text, recommended, votes, reports = [] } = review
    await play(real, userId, gameId, review, before)
    const { id: reviewId, helpful, unhelpful } = await write(on, userId, gameId, { ...review, text, recommended })
    const voters = helpful + unhelpful === votes[0] + votes[1] ? [] : votersOf(people, review, place)
    for (const [at, address] of voters.entries())
      await voteReview(on(0), idOf(address), { reviewId, helpful: at < votes[0] })
    if (reply) await replyToReview(on(writtenDaysAgo * 0.6), publisher.id, { reviewId, text: reply })
    for (const { by, reason, note } of reports)
      await reportContent(on(writtenDaysAgo * 0.3), idOf(by), { kind: 'review', targetId: reviewId, reason, note })
    if (review.refunded)
      await refund(on(writtenDaysAgo * 0.95), userId, { gameId }).catch((error: unknown) => {
        if (!(error instanceof DomainError && error.reason === 'NOT_OWNED')) throw error
      })
  }
}

async function play(
  { db }: Deps,
  userId: string,
  gameId: string,
  { sittings }: PlannedReview,
  before: (days: number) => Date,
): Promise<void> {
  const mine = and(eq(playSessions.userId, userId), eq(playSessions.gameId, gameId))
  const [played] = await db.select({ id: playSessions.id }).from(playSessions).where(mine).limit(1)
  if (played) return
  const rows = sittings.map(([daysAgo, minutes]) => {
    const startedAt = before(daysAgo)
    const endedAt = new Date(startedAt.getTime() + minutes * 60_000)
    return { userId, gameId, startedAt, lastHeardAt: endedAt, endedAt }
  })
  await db.transaction((tx) => tx.insert(playSessions).values(rows))
}

async function write(
  on: (daysAgo: number) => Deps,
  userId: string,
  gameId: string,
  { text, recommended, before, writtenDaysAgo }: PlannedReview,
): Promise<{ id: string; helpful: number; unhelpful: number }> {
  const mine = and(eq(reviews.userId, userId), eq(reviews.gameId, gameId))
  const [known] = await on(0).db.select().from(reviews).where(mine)
  // Whoever gave the game back can't write any more.
  if (known?.text === text) return known
  if (before && !known) await writeReview(on(writtenDaysAgo), userId, { gameId, ...before })
  return writeReview(on(before ? writtenDaysAgo * 0.8 : writtenDaysAgo), userId, { gameId, recommended, text })
}

/** As many others as have voted, always the same ones. */
function votersOf(people: ReadonlyMap<string, SignedInUser>, { by, votes }: PlannedReview, place: number): string[] {
  const next = random(500 + place * 31 + by.length)
  const others = [...people.keys()].filter((address) => address !== by).toSorted()
  const shuffled = others.map((address) => ({ address, at: next() })).toSorted((a, b) => a.at - b.at)
  return shuffled.slice(0, votes[0] + votes[1]).map(({ address }) => address)
}
