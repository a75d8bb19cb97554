import { discounts } from '@kettle/db'
import { and, eq, gt, lt } from 'drizzle-orm'
import type { z } from 'zod'
import type { Deps, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { requireOwnGame } from './own.ts'
import type { addDiscountInput, endDiscountInput } from './schema.ts'

/** Puts a game of the publisher's own on sale for a while. Two discounts of one game never run at the same time. */
export async function addDiscount(
  deps: Pick<Deps, 'db' | 'clock'>,
  user: SignedInUser,
  { gameId, percent, startsAt, endsAt }: z.infer<typeof addDiscountInput>,
): Promise<{ id: string }> {
  const now = deps.clock.now()
  const [from, until] = [startsAt ? new Date(startsAt) : now, new Date(endsAt)]
  if (until <= from || until <= now)
    throw new DomainError('INVALID_INPUT', { fields: { endsAt: 'DISCOUNT_ENDS_TOO_EARLY' } })
  return deps.db.transaction(async (tx) => {
    // The game's row is the lock: of two at once the second sees the first.
    const { basePrice } = await requireOwnGame(tx, user, gameId, 'lock')
    if (basePrice === 0) throw new DomainError('INVALID_INPUT', { fields: { percent: 'DISCOUNT_ON_FREE_GAME' } })
    const [other] = await tx
      .select({ id: discounts.id })
      .from(discounts)
      .where(and(eq(discounts.gameId, gameId), lt(discounts.startsAt, until), gt(discounts.endsAt, from)))
      .limit(1)
    if (other) throw new DomainError('DISCOUNT_OVERLAPS')
    const [added] = await tx
      .insert(discounts)
      .values({ gameId, percent, startsAt: from, endsAt: until })
      .returning({ id: discounts.id })
    if (!added) throw new DomainError('INTERNAL')
    return added
  })
}

/** Ends a discount now; one that has not begun never was. */
export async function endDiscount(
  deps: Pick<Deps, 'db' | 'clock'>,
  user: SignedInUser,
  { id }: z.infer<typeof endDiscountInput>,
): Promise<void> {
  const now = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    const [discount] = await tx.select().from(discounts).where(eq(discounts.id, id)).for('update')
    if (!discount) throw new DomainError('NOT_FOUND')
    await requireOwnGame(tx, user, discount.gameId)
    if (discount.startsAt >= now) await tx.delete(discounts).where(eq(discounts.id, id))
    else if (discount.endsAt > now) await tx.update(discounts).set({ endsAt: now }).where(eq(discounts.id, id))
  })
}
