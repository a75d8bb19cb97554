import {
  builds,
  channels,
  type Db,
  type GameLanguages,
  gameAddresses,
  gameStats,
  games,
  type Requirements,
} from '@kettle/db'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import { type GameCard, inLocale, picturePath, selectCards, toCard } from '../library/game-cards.ts'
import { findLicence } from '../library/ownership.ts'
import { tagName } from '../library/tag-names.ts'

export interface GamePage extends GameCard {
  description: string
  header: string | null
  screenshots: string[]
  developer: string
  publisher: string
  platforms: string[]
  /** Tags and genres with the key that `search.games` takes. */
  labels: { value: string; name: string; kind: 'genre' | 'tag' }[]
  /** Language tags of BCP 47. */
  languages: GameLanguages
  /** 0, 6, 12, 16 or 18; null where nobody said. */
  ageMark: number | null
  requirements: Requirements | null
  reviewCount: number
  /** If it can be bought now; `saleStatus` says why not. An owner sees the page of a withdrawn game too. */
  forSale: boolean
  /** Whether the caller owns it. */
  owned: boolean
  /** What the stable channel has to install. */
  builds: { platform: string; version: string; installBytes: number }[]
}

/** Everything on a game's page, by its address or one that it had; the answer says the one that it has. */
export async function gamePage(ctx: Pick<Context, 'deps' | 'locale' | 'session'>, slug: string): Promise<GamePage> {
  const { db, clock, settings } = ctx.deps
  const game = await findByAddress(db, slug)
  const [licence, [row], [stats], ready] = await Promise.all([
    ctx.session && findLicence(db, ctx.session.user.id, game.id),
    selectCards(db, clock.now()).where(eq(games.id, game.id)),
    db.select({ reviewCount: gameStats.reviewCount }).from(gameStats).where(eq(gameStats.gameId, game.id)),
    db
      .select({ platform: builds.platform, version: builds.version, installBytes: builds.installBytes })
      .from(channels)
      .innerJoin(builds, eq(builds.id, channels.buildId))
      .where(and(eq(channels.gameId, game.id), eq(channels.channel, 'stable')))
      .orderBy(builds.platform),
  ])
  const mayLook = game.publishedAt || licence || game.ownerId === ctx.session?.user.id
  if (!row || !mayLook) throw new DomainError('NOT_FOUND')
  const label = (kind: 'genre' | 'tag') => (value: string) => ({ value, name: tagName(value, ctx.locale), kind })
  return {
    ...toCard(row, ctx.locale, settings.currency),
    description: inLocale(game.description, ctx.locale),
    header: picturePath(game.header),
    screenshots: game.screenshots.flatMap((file) => picturePath(file) ?? []),
    developer: game.developer,
    publisher: game.publisher,
    platforms: game.platforms,
    labels: [...game.genres.map(label('genre')), ...game.tags.map(label('tag'))],
    languages: game.languages,
    ageMark: game.ageMark,
    requirements: game.requirements,
    reviewCount: stats?.reviewCount ?? 0,
    forSale: row.saleStatus === 'forSale',
    owned: licence !== null,
    builds: ready,
  }
}

/** The game that has or had this address. @throws DomainError NOT_FOUND */
async function findByAddress(db: Db, slug: string): Promise<typeof games.$inferSelect> {
  const address = slug.toWellFormed()
  const [game] = slug.includes('\0') ? [] : await db.select().from(games).where(eq(games.slug, address))
  if (game) return game
  const [moved] = slug.includes('\0')
    ? []
    : await db
        .select({ game: games })
        .from(gameAddresses)
        .innerJoin(games, eq(games.id, gameAddresses.gameId))
        .where(eq(gameAddresses.slug, address))
  if (!moved) throw new DomainError('NOT_FOUND')
  return moved.game
}
