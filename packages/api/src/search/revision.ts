import { discounts, catalogueRevision as revisions } from '@kettle/db'
import { sql } from 'drizzle-orm'
import type { Deps } from '../context.ts'

/** A number that is another one once games, builds on sale or discounts have changed. */
export async function catalogueRevision({ db }: Pick<Deps, 'db'>): Promise<number> {
  const [row] = await db.select({ revision: revisions.revision }).from(revisions)
  return row?.revision ?? 0
}

/** When the next discount begins or ends, in milliseconds; Infinity when none does. */
export async function nextDiscountChange({ db }: Pick<Deps, 'db'>, now: Date): Promise<number> {
  const moment = sql`${now.toISOString()}::timestamptz`
  const [row] = await db.execute<{ at: string | null }>(sql`select least(
    (select min(${discounts.startsAt}) from ${discounts} where ${discounts.startsAt} > ${moment}),
    (select min(${discounts.endsAt}) from ${discounts} where ${discounts.endsAt} > ${moment})) as at`)
  return row?.at ? Date.parse(row.at) : Number.POSITIVE_INFINITY
}
