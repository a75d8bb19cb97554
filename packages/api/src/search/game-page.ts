import { builds, channels, games } from '@kettle/db'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import { type GameCard, picturePath, selectCards, toCard } from '../library/game-cards.ts'
import { findLicence } from '../library/ownership.ts'

export interface GamePage extends GameCard {
  description: string
  header: string | null
  developer: string
  publisher: string
  platforms: string[]
  /** Whether it is on sale; an owner sees the page of a withdrawn game too. */
  forSale: boolean
  /** Whether the caller owns it. */
  owned: boolean
  /** What the stable channel has to install. */
  builds: { platform: string; version: string; installBytes: number }[]
}

/** Everything on a game's page. */
export async function gamePage(ctx: Pick<Context, 'deps' | 'locale' | 'session'>, slug: string): Promise<GamePage> {
  const { db, clock, settings } = ctx.deps
  const [game] = await db.select().from(games).where(eq(games.slug, slug))
  if (!game) throw new DomainError('NOT_FOUND')
  const [licence, [row], ready] = await Promise.all([
    ctx.session && findLicence(db, ctx.session.user.id, game.id),
    selectCards(db, clock.now()).where(eq(games.id, game.id)),
    db
      .select({ platform: builds.platform, version: builds.version, installBytes: builds.installBytes })
      .from(channels)
      .innerJoin(builds, eq(builds.id, channels.buildId))
      .where(and(eq(channels.gameId, game.id), eq(channels.channel, 'stable')))
      .orderBy(builds.platform),
  ])
  const mayLook = game.publishedAt || licence || game.ownerId === ctx.session?.user.id
  if (!row || !mayLook) throw new DomainError('NOT_FOUND')
  return {
    ...toCard(row, ctx.locale, settings.currency),
    description: game.description[ctx.locale] || game.description.en,
    header: picturePath(game.header),
    developer: game.developer,
    publisher: game.publisher,
    platforms: game.platforms,
    forSale: game.publishedAt !== null,
    owned: licence !== null,
    builds: ready,
  }
}
