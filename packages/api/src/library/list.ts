import { builds, channels, licences, prepared, uuidArray } from '@kettle/db'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Context, SignedInUser } from '../context.ts'
import { DomainError } from '../errors.ts'
import { cardsOf, type GameCard } from './game-cards.ts'
import { isWanted, playtimes } from './playtime.ts'

export interface LibraryBuild {
  id: string
  platform: string
  version: string
  channel: string
  manifestSha256: string
  installBytes: number
}

export interface LibraryItem {
  game: GameCard
  /** ISO. */
  acquiredAt: string
  playtimeSeconds: number
  lastPlayedAt: string | null
  /** What a launcher can install now, one for each platform and channel. */
  builds: LibraryBuild[]
}

/** What a user owns, newest first. With `gameId` that game alone. */
export async function listLibrary(
  ctx: Pick<Context, 'deps' | 'locale'>,
  user: SignedInUser,
  gameId?: string,
): Promise<LibraryItem[]> {
  const { db, clock, settings } = ctx.deps
  const [owned, played] = await Promise.all([
    licencesOf(db).execute({ userId: user.id, gameId: gameId ?? null }),
    playtimes(db, user.id, gameId),
  ])
  if (owned.length === 0) return []
  const ids = owned.map((row) => row.gameId)
  const [cards, ready] = await Promise.all([
    cardsOf(db, clock.now(), ids, ctx.locale, settings.currency),
    readyBuilds(db).execute({ ids: uuidArray(ids) }),
  ])
  const cardById = new Map(cards.map((card) => [card.id, card]))
  const buildsOf = Map.groupBy(ready, ({ gameId }) => gameId)
  return owned.flatMap((row) => {
    const game = cardById.get(row.gameId)
    if (!game) return []
    const time = played.get(row.gameId)
    return {
      game,
      acquiredAt: row.acquiredAt.toISOString(),
      playtimeSeconds: time?.playtimeSeconds ?? 0,
      lastPlayedAt: time?.lastPlayedAt?.toISOString() ?? null,
      builds: (buildsOf.get(row.gameId) ?? []).map(({ gameId: _game, ...build }) => build),
    }
  })
}

/** One owned game, or NOT_OWNED. */
export async function getLibraryItem(
  ctx: Pick<Context, 'deps' | 'locale'>,
  user: SignedInUser,
  gameId: string,
): Promise<LibraryItem> {
  const [item] = await listLibrary(ctx, user, gameId)
  if (!item) throw new DomainError('NOT_OWNED')
  return item
}

/** A licence for each owned game, newest first; with `gameId` for that one alone. */
const licencesOf = prepared((db) =>
  db
    .select({ gameId: licences.gameId, acquiredAt: licences.acquiredAt })
    .from(licences)
    .where(and(eq(licences.userId, sql.placeholder('userId')), isNull(licences.revokedAt), isWanted(licences.gameId)))
    .orderBy(desc(licences.acquiredAt), desc(licences.id))
    .prepare('licences_of'),
)

const readyBuilds = prepared((db) =>
  db
    .select({
      gameId: channels.gameId,
      id: builds.id,
      platform: builds.platform,
      version: builds.version,
      channel: channels.channel,
      manifestSha256: builds.manifestSha256,
      installBytes: builds.installBytes,
    })
    .from(channels)
    .innerJoin(builds, eq(builds.id, channels.buildId))
    .where(sql`${channels.gameId} = any(${sql.placeholder('ids')}::uuid[])`)
    .orderBy(channels.platform, channels.channel)
    .prepare('ready_builds'),
)
