import { builds, channels, games } from '@kettle/db'
import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import { DomainError } from '../errors.ts'

/**
 * If a game can be bought now, or why not: its page is a draft or withdrawn, its day has not come, or no build of its stable
 * channel has anything to start.
 */
export type SaleStatus = 'forSale' | 'comingSoon' | 'noBuild' | 'withdrawn'

/** The day of a moment in UTC, as SQL: a release date is a day without a time zone. */
export const dayOf = (now: Date | Placeholder): SQL =>
  sql`(${now instanceof Date ? now.toISOString() : now}::timestamptz at time zone 'UTC')::date`

/** If players of the stable channel get a build that starts, as a condition on `games`. */
export const hasStartingBuild: SQL<boolean> = sql<boolean>`exists (
  select from ${channels} join ${builds} on ${builds.id} = ${channels.buildId}
  where ${channels.gameId} = ${games.id} and ${channels.channel} = 'stable' and ${builds.launch} <> '[]'::jsonb)`

/** The sale status of `games` at a moment, as a column. */
export const saleStatusAt = (now: Date | Placeholder): SQL<SaleStatus> => sql<SaleStatus>`case
  when ${games.publishedAt} is null then 'withdrawn'
  when ${games.releaseDate} > ${dayOf(now)} then 'comingSoon'
  when ${hasStartingBuild} then 'forSale' else 'noBuild' end`

const refusals = { comingSoon: 'NOT_RELEASED', noBuild: 'NOT_PLAYABLE', withdrawn: 'NOT_FOR_SALE' } as const

/** @throws DomainError NOT_RELEASED, NOT_PLAYABLE or NOT_FOR_SALE unless the game is for sale */
export function requireForSale(status: SaleStatus): void {
  if (status !== 'forSale') throw new DomainError(refusals[status])
}
