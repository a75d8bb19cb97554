import { gameStats, games, licences, orders } from '@kettle/db'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps } from '../context.ts'
import { DomainError } from '../errors.ts'
import { selectCards, toCard } from '../library/game-cards.ts'
import { findLicence } from '../library/ownership.ts'
import { lockWallet, storeAccount, writeJournal } from './ledger.ts'
import type { buyInput } from './schema.ts'

/** The decay of popularity, in seconds: 14 days; see game_stats. */
const POPULARITY_SECONDS = 14 * 24 * 3600

/**
 * Buys a game from the wallet: order, licence and ledger in one transaction. The same idempotency key again answers as the first time;
 * of many purchases at once one is made and the others hear ALREADY_OWNED.
 */
export async function buy(
  deps: Pick<Deps, 'db' | 'clock' | 'settings'>,
  userId: string,
  input: z.infer<typeof buyInput>,
): Promise<{ status: 'owned' }> {
  const { gameId, method, idempotencyKey } = input
  const { currency } = deps.settings
  return deps.db.transaction(async (tx) => {
    const wallet = await lockWallet(tx, userId, currency)
    const [before] = await tx
      .select()
      .from(orders)
      .where(and(eq(orders.userId, userId), eq(orders.idempotencyKey, idempotencyKey)))
    if (before && (before.kind !== 'purchase' || before.gameId !== gameId))
      throw new DomainError('IDEMPOTENCY_KEY_REUSED')
    // A refunded one is no answer to "is it mine": the key was used up by that purchase.
    if (before?.status === 'refunded') throw new DomainError('IDEMPOTENCY_KEY_REUSED')
    if (before) return { status: 'owned' }

    const now = deps.clock.now()
    const [row] = await selectCards(tx, now).where(and(eq(games.id, gameId), isNotNull(games.publishedAt)))
    if (!row) throw new DomainError('NOT_FOR_SALE')
    if (await findLicence(tx, userId, gameId)) throw new DomainError('ALREADY_OWNED')
    const { amount } = toCard(row, 'en', currency).price
    if (wallet.balance < amount) throw new DomainError('INSUFFICIENT_FUNDS')

    const [licence] = await tx
      .insert(licences)
      .values({ userId, gameId, acquiredAt: now })
      .onConflictDoNothing()
      .returning({ id: licences.id })
    if (!licence) throw new DomainError('ALREADY_OWNED')
    const [order] = await tx
      .insert(orders)
      .values({
        ...{ userId, gameId, method, amount, currency, idempotencyKey },
        ...{ kind: 'purchase', status: 'paid', licenceId: licence.id, createdAt: now, paidAt: now },
      })
      .returning({ id: orders.id })
    if (!order) throw new DomainError('INTERNAL')
    const sales = await storeAccount(tx, 'sales', currency)
    await writeJournal(tx, {
      kind: 'purchase',
      userId,
      orderId: order.id,
      amount,
      currency,
      from: wallet.id,
      to: sales,
      at: now,
    })
    // Last, so that the row which buyers of one game share is locked for as short as can be.
    const weight = now.getTime() / 1000 / POPULARITY_SECONDS
    await tx
      .insert(gameStats)
      .values({ gameId, purchases: 1, popularity: weight })
      .onConflictDoUpdate({
        target: gameStats.gameId,
        set: {
          purchases: sql`${gameStats.purchases} + 1`,
          popularity: sql`greatest(${gameStats.popularity}, ${weight}::float8) + ln(1 + exp(-abs(${gameStats.popularity} - ${weight}::float8)))`,
        },
      })
    return { status: 'owned' }
  })
}
