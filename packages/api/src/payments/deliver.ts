import { type Db, gameStats, licences, type orders } from '@kettle/db'
import { eq, sql } from 'drizzle-orm'
import { addJob } from '../job-queue.ts'
import { writeJournal } from './ledger.ts'

type Order = typeof orders.$inferSelect

/** The decay of popularity, in seconds: 14 days; see game_stats. */
const POPULARITY_SECONDS = 14 * 24 * 3600

const popularityWeight = (at: Date) => at.getTime() / 1000 / POPULARITY_SECONDS

/** A licence for the order's game, or null when one lives already. */
export async function grantLicence(tx: Db, order: { userId: string; gameId: string }, now: Date) {
  const { userId, gameId } = order
  const [licence] = await tx
    .insert(licences)
    .values({ userId, gameId, acquiredAt: now })
    .onConflictDoNothing()
    .returning({ id: licences.id })
  return licence ?? null
}

/** What follows when a purchase is paid and its licence made: the journal, the receipt, the game's popularity. */
export async function bookPurchase(
  tx: Db,
  order: Pick<Order, 'id' | 'userId' | 'amount' | 'currency'> & { gameId: string },
  accounts: { from: string; to: string },
  now: Date,
): Promise<void> {
  const { id: orderId, userId, gameId, amount, currency } = order
  await writeJournal(tx, { kind: 'purchase', userId, orderId, amount, currency, ...accounts, at: now })
  if (amount > 0) await addJob(tx, 'send-receipt', { orderId, about: 'payment' }, now)
  // Last, so that the row which buyers of one game share is locked for as short as can be.
  await countPurchase(tx, gameId, now)
}

/** Adds a purchase to the game's popularity. */
export async function countPurchase(tx: Db, gameId: string, now: Date): Promise<void> {
  const weight = popularityWeight(now)
  await tx
    .insert(gameStats)
    .values({ gameId, purchases: 1, popularity: weight })
    .onConflictDoUpdate({
      target: gameStats.gameId,
      set: {
        purchases: sql`${gameStats.purchases} + 1`,
        popularity: sql`case when ${gameStats.purchases} = 0 then ${weight}::float8 else greatest(${gameStats.popularity}, ${weight}::float8) + ln(1 + exp(-abs(${gameStats.popularity} - ${weight}::float8))) end`,
      },
    })
}

/** Takes a purchase that was given back out of the game's popularity, so that buying and returning lifts nothing. */
export async function forgetPurchase(tx: Db, gameId: string, acquiredAt: Date): Promise<void> {
  const weight = popularityWeight(acquiredAt)
  await tx
    .update(gameStats)
    .set({
      purchases: sql`greatest(${gameStats.purchases} - 1, 0)`,
      // The inverse of adding: ln(e^p - e^w). The last purchase leaves nothing.
      popularity: sql`case when ${gameStats.purchases} <= 1 or ${gameStats.popularity} - ${weight}::float8 < 1e-9 then 0
        else ${gameStats.popularity} + ln(1 - exp(${weight}::float8 - ${gameStats.popularity})) end`,
    })
    .where(eq(gameStats.gameId, gameId))
}
