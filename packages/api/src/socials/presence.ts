import { games, playSessions, profiles, users } from '@kettle/db'
import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Context, Deps } from '../context.ts'
import { inLocale } from '../library/game-cards.ts'
import { HEARTBEAT_GRACE_SECONDS } from '../library/schema.ts'
import type { Seen } from '../ports/presence-store.ts'

/** Whether somebody is there, as a friend sees it. */
export interface Presence {
  state: 'online' | 'away' | 'playing' | 'offline'
  /** What they play. */
  game: { id: string; slug: string; title: string } | null
  /** ISO, when they were last there; null while they are, and where nobody knows or may know. */
  lastSeenAt: string | null
}

export const OFFLINE: Presence = { state: 'offline', game: null, lastSeenAt: null }

/** Presence of friends, by id. Who hides is offline; who hides what they play is online. While presence can't be read all are offline. */
export async function presenceOf(
  ctx: { deps: Pick<Deps, 'db' | 'clock' | 'presence'>; locale: Context['locale'] },
  friendIds: readonly string[],
): Promise<Map<string, Presence>> {
  if (friendIds.length === 0) return new Map()
  const { db, clock, presence } = ctx.deps
  const [seen, playing, hidden] = await Promise.all([
    presence.read(friendIds).catch((): Map<string, Seen> => new Map()),
    playingNow({ db, clock }, friendIds),
    db
      .select({
        ...{ userId: profiles.userId, showsPlaying: profiles.showsPlaying, appearsOffline: profiles.appearsOffline },
      })
      .from(profiles)
      .where(inArray(profiles.userId, [...friendIds])),
  ])
  const wishes = new Map(hidden.map((profile) => [profile.userId, profile]))
  return new Map(
    friendIds.map((id): [string, Presence] => {
      const wish = wishes.get(id)
      if (wish?.appearsOffline) return [id, OFFLINE]
      const game = playing.get(id)
      if (game && wish?.showsPlaying !== 'nobody') {
        const { title, ...rest } = game
        return [id, { state: 'playing', game: { ...rest, title: inLocale(title, ctx.locale) }, lastSeenAt: null }]
      }
      const { state = null, lastSeenAt = null } = seen.get(id) ?? {}
      if (state || game) return [id, { state: state ?? 'online', game: null, lastSeenAt: null }]
      return [id, { ...OFFLINE, lastSeenAt: lastSeenAt?.toISOString() ?? null }]
    }),
  )
}

/** The game that each of these people plays, by the launchers' heartbeats. */
async function playingNow({ db, clock }: Pick<Deps, 'db' | 'clock'>, userIds: readonly string[]) {
  const alive = new Date(clock.now().getTime() - HEARTBEAT_GRACE_SECONDS * 1000)
  const rows = await db
    .selectDistinctOn([playSessions.userId], {
      userId: playSessions.userId,
      game: { id: games.id, slug: games.slug, title: games.title },
    })
    .from(playSessions)
    .innerJoin(games, eq(games.id, playSessions.gameId))
    .innerJoin(users, eq(users.id, playSessions.userId))
    .where(
      and(
        inArray(playSessions.userId, [...userIds]),
        isNull(playSessions.endedAt),
        gt(playSessions.lastHeardAt, alive),
      ),
    )
    .orderBy(playSessions.userId, desc(playSessions.startedAt))
  return new Map(rows.map(({ userId, game }) => [userId, game]))
}
